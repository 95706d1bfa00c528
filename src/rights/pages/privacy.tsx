import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { number } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { When } from '../../ui/text/when.tsx'
import type { listChoices } from '../choice/list-choices.ts'
import type { setChoice } from '../choice/set-choice.ts'
import type { heldOverview } from '../held/held-overview.ts'
import type { listLooked } from '../looked/list-looked.ts'
import type { listRequests } from '../request/list-requests.ts'
import type { Route } from './+types/privacy.ts'
import { Authority } from './authority.tsx'
import { Choices } from './choices.tsx'
import { HeldSection } from './held-section.tsx'
import { Looks } from './looks.tsx'
import { Disclosures, Recipients } from './recipients.tsx'
import { RequestTable } from './request-table.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, actor } = visit(context)
  const [overview, looked, choices, requests] = await Promise.all([
    call<typeof heldOverview>('held.overview', {}),
    call<typeof listLooked>('looked.list', {}),
    call<typeof listChoices>('choice.list', {}),
    call<typeof listRequests>('request.list', {}),
  ])
  const isOwner = actor.kind === 'member' && actor.roles.includes('owner')
  const done = new URL(request.url).searchParams.get('done')
  return { overview, looked: { ...looked, looks: looked.looks.slice(0, 12) }, choices, requests, isOwner, done }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    await visit(context).call<typeof setChoice>('choice.set', {
      purpose: String(form.get('purpose')) as 'updates',
      choice: String(form.get('choice')) as 'on',
      text: String(form.get('text') ?? ''),
    })
    throw redirect('/desk/privacy?done=choice#choices')
  })
}

export default function Privacy({ loaderData, actionData }: Route.ComponentProps) {
  const { overview, looked, choices, requests, isOwner, done } = loaderData
  return (
    <Page>
      <PageHeader
        title={m.rights_title()}
        state={m.rights_state({ things: number(overview.things), people: looked.staffThisMonth })}
        action={<LinkButton to="/desk/privacy/take">{m.rights_download()}</LinkButton>}
      />
      {actionData?.errors.text && <Notice tone="danger" announce title={actionData.errors.text} />}
      {done && doneWords[done] && <Notice tone="done" announce title={doneWords[done]()} />}
      <SectionLinks />
      <Section
        id="held"
        title={m.rights_held_title()}
        aside={<TextLink to="/desk/privacy/correct">{m.rights_correct_link()}</TextLink>}
      >
        <HeldSection overview={overview} />
        <p className="mt-6 max-w-prose text-small text-quiet">{m.rights_notes_weighed()}</p>
      </Section>
      <Section
        id="looked"
        title={m.rights_looked_title()}
        aside={<TextLink to="/desk/privacy/looked">{m.rights_looked_all()}</TextLink>}
      >
        {looked.looks.length > 0 ? (
          <Looks looks={looked.looks} under="section" />
        ) : (
          <p className="text-quiet">{m.rights_looked_nobody()}</p>
        )}
      </Section>
      <Section id="received" title={m.rights_received_title()}>
        <Recipients recipients={overview.recipients} purposes={overview.purposes} />
        <Disclosures disclosures={overview.disclosures} more={overview.moreDisclosures} />
      </Section>
      <Section id="choices" title={m.rights_choices_title()}>
        {choices.restrictedSince && (
          <Notice tone="wait" title={m.rights_restricted_title()}>
            {m.rights_restricted()} <When at={choices.restrictedSince} />
          </Notice>
        )}
        <Choices choices={choices.choices} />
        <p className="mt-3 max-w-prose text-small text-quiet">
          {m.rights_choices_elsewhere()} <TextLink to="/desk/privacy/succession">{m.succession_own_title()}</TextLink>
          {' · '}
          {isOwner && (
            <>
              <TextLink to="/desk/privacy/case-studies">{m.case_study_title()}</TextLink>
              {' · '}
            </>
          )}
          <TextLink to="/desk/privacy/fraud">{m.fraud_own_title()}</TextLink>
        </p>
      </Section>
      <Section
        id="requests"
        title={m.rights_requests_title()}
        aside={requests.cases.length > 0 && <TextLink to="/desk/privacy/requests">{m.rights_requests_all()}</TextLink>}
      >
        <div className="grid gap-4">
          <p className="max-w-prose">
            {m.rights_requests_how()}{' '}
            {requests.privacyEmail && (
              <TextLink to={`mailto:${requests.privacyEmail}`}>{requests.privacyEmail}</TextLink>
            )}
          </p>
          <p>
            <LinkButton look="quiet" to="/desk/privacy/requests/new">
              {m.rights_requests_new()}
            </LinkButton>
          </p>
          {requests.cases.length > 0 && <RequestTable cases={requests.cases.slice(0, 5)} />}
          {requests.requests.length > 0 && (
            <ul className="border-t border-line">
              {requests.requests.map((one) => (
                <li key={one.at.toISOString()} className="flex flex-wrap gap-x-4 border-b border-line py-2">
                  <span className="min-w-0 grow">{asked[one.asked]()}</span>
                  <span className="text-small text-quiet">
                    {m.rights_answered_at_once()} <When at={one.at} />
                  </span>
                </li>
              ))}
            </ul>
          )}
          <Authority authority={requests.authority} />
        </div>
      </Section>
      <Section id="take" title={m.rights_take_title()}>
        <p className="mb-3 max-w-prose">{m.rights_take_words()}</p>
        <LinkButton look="quiet" to="/desk/privacy/take">
          {m.rights_download()}
        </LinkButton>
      </Section>
      <Section id="end" title={m.rights_end_title()}>
        <div className="grid justify-items-start gap-4">
          <p className="max-w-prose">{isOwner ? m.rights_end_words_owner() : m.rights_end_words_member()}</p>
          <div className="flex flex-wrap gap-3">
            {isOwner && (
              <LinkButton look="quiet" to="/desk/privacy/end">
                {m.rights_end_account_see()}
              </LinkButton>
            )}
            <LinkButton look="quiet" to="/desk/privacy/leave">
              {m.rights_leave_see()}
            </LinkButton>
          </div>
        </div>
      </Section>
    </Page>
  )
}

function SectionLinks() {
  const places: [string, string][] = [
    ['held', m.rights_held_title()],
    ['looked', m.rights_looked_title()],
    ['received', m.rights_received_title()],
    ['choices', m.rights_choices_title()],
    ['requests', m.rights_requests_title()],
    ['take', m.rights_take_title()],
    ['end', m.rights_end_title()],
  ]
  return (
    <nav aria-label={m.rights_on_this_page()} className="my-6">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {places.map(([id, words]) => (
          <li key={id}>
            <a className="link" href={`#${id}`}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const asked = {
  'held.download': () => m.rights_asked_download(),
  'particulars.correct': () => m.rights_asked_correct(),
  'particulars.correct_company': () => m.rights_asked_company(),
  'choice.set': () => m.rights_asked_choice(),
}

const doneWords: Readonly<Record<string, () => string>> = {
  choice: () => m.rights_done_choice(),
  corrected: () => m.rights_done_corrected(),
}
