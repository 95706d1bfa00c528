import { redirect } from 'react-router'
import type { showClient } from '../../desk/clients/show-client.ts'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord, type Tone } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { caseStudiesOfClient } from '../show-studies.ts'
import type { dropCaseStudy } from '../write-study.ts'
import type { Route } from './+types/of-client.ts'

export async function loader({ context, params: { accountId }, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const [{ studies }, shown] = await Promise.all([
    call<typeof caseStudiesOfClient>('case_study.of_client', { accountId }),
    can('client.show') ? call<typeof showClient>('client.show', { accountId }) : null,
  ])
  const done = new URL(request.url).searchParams.get('done')
  return { studies, accountId, clientName: shown?.client.name ?? null, mayWrite: can('case_study.write'), done }
}

export async function action({ context, params: { accountId }, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    const studyId = String(form.get('formId') ?? '')
    await visit(context).call<typeof dropCaseStudy>('case_study.drop', { accountId, studyId })
    throw redirect(`/staff/clients/${accountId}/case-studies?done=dropped`)
  })
}

type Study = Route.ComponentProps['loaderData']['studies'][number]
const tones: Record<Study['state'], Tone> = { published: 'live', waits: 'wait', dropped: 'plain' }
const says: Record<Study['state'], () => string> = {
  published: m.case_study_published,
  waits: m.case_study_waits,
  dropped: m.case_study_dropped,
}

export default function CaseStudiesOfClient({ loaderData, actionData }: Route.ComponentProps) {
  const { studies, accountId, clientName, mayWrite, done } = loaderData
  const locale = getLocale()
  const write = `/staff/clients/${accountId}/case-studies/write`
  const button = mayWrite && <LinkButton to={write}>{m.case_study_write()}</LinkButton>
  return (
    <Page>
      <PageHeader
        title={m.case_study_title()}
        trail={clientName ? [{ to: `/staff/clients/${accountId}`, words: clientName }] : []}
        action={studies.length > 0 && button}
      />
      {done && (
        <div className="mb-6">
          <Notice
            tone="done"
            announce
            title={done === 'dropped' ? m.case_study_done_dropped() : m.case_study_done_written()}
          />
        </div>
      )}
      {studies.length === 0 && <EmptyState action={button}>{m.case_study_client_none()}</EmptyState>}
      <ul className="border-t border-line empty:hidden">
        {studies.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 border-b border-line py-3"
          >
            <span className="min-w-0 break-words">
              {mayWrite ? (
                <TextLink to={`${write}?study=${one.id}`}>{locale === 'ro' ? one.titleRo : one.titleEn}</TextLink>
              ) : locale === 'ro' ? (
                one.titleRo
              ) : (
                one.titleEn
              )}
              <span className="block text-small text-quiet">
                <StateWord tone={tones[one.state]}>{says[one.state]()}</StateWord> <When at={one.writtenAt} />
              </span>
            </span>
            {mayWrite && one.state !== 'dropped' && (
              <Form id={one.id} answer={actionData} className="shrink-0">
                <Submit look="quiet">{m.case_study_drop()}</Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}
