import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { isFresh } from '../../platform/http/is-fresh.ts'
import { visit } from '../../platform/http/visit.ts'
import { civilDay, exactTime, number } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { handOver } from '../hand-over.ts'
import type { cancelSuccession, showSuccession } from '../start-campaign.ts'
import type { Route } from './+types/campaign.ts'
import { CampaignStateWord } from './campaign-state.tsx'
import { EndCampaign } from './end-campaign.tsx'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, can, actor } = visit(context)
  const campaign = await call<typeof showSuccession>('succession.show', { campaignId: params.campaignId })
  const done = new URL(request.url).searchParams.get('done')
  return { campaign, mayEnd: can('succession.hand_over'), fresh: isFresh(actor), done }
}

export async function action({ context, params: { campaignId }, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    if (form.get('formId') === 'cancel') {
      await call<typeof cancelSuccession>('succession.cancel', { campaignId })
      throw redirect(`/staff/succession/${campaignId}?done=cancelled`)
    }
    const understood = String(form.get('understood') ?? '') as 'yes'
    await call<typeof handOver>('succession.hand_over', { campaignId, understood })
    throw redirect(`/staff/succession/${campaignId}?done=handed`)
  })
}

const doneWords: Readonly<Record<string, () => string>> = {
  started: m.succession_done_started,
  cancelled: m.succession_done_cancelled,
  handed: m.succession_done_handed,
}

export default function Campaign({ loaderData, actionData }: Route.ComponentProps) {
  const { campaign, mayEnd, fresh, done } = loaderData
  const { counts, state } = campaign
  const archive = `/succession/${campaign.id}/archive.zip`
  return (
    <Page>
      <PageHeader
        title={campaign.successor}
        trail={[{ to: '/staff/succession', words: m.succession_title() }]}
        state={<CampaignStateWord state={state} />}
        action={
          mayEnd &&
          state === 'handed_over' &&
          counts.handedOver > 0 && <LinkButton to={archive}>{m.succession_download()}</LinkButton>
        }
      />
      {done && doneWords[done] && (
        <div className="mb-6">
          <Notice tone="done" announce title={doneWords[done]()} />
        </div>
      )}
      <Section title={m.succession_report()}>
        <Facts
          items={[
            { term: m.succession_asked(), value: number(counts.asked) },
            { term: m.succession_yes(), value: number(counts.yes) },
            { term: m.succession_no(), value: number(counts.no) },
            { term: m.succession_silent(), value: number(counts.silent), note: m.succession_silent_note() },
            ...(state === 'handed_over'
              ? [
                  {
                    term: m.succession_handed(),
                    value: number(counts.handedOver),
                    note: m.succession_handed_note(),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={m.succession_what_asked()}>
        <Facts
          items={[
            { term: m.succession_country(), value: regionName(campaign.country) },
            {
              term: m.succession_why_ro(),
              value: (
                <span lang="ro" className="whitespace-pre-line">
                  {campaign.why.ro}
                </span>
              ),
            },
            {
              term: m.succession_why_en(),
              value: (
                <span lang="en" className="whitespace-pre-line">
                  {campaign.why.en}
                </span>
              ),
            },
            { term: m.succession_closes(), value: civilDay(campaign.closesOn) },
            { term: m.succession_started(), value: by(campaign.startedBy, campaign.startedAt) },
            ...(campaign.endedAt
              ? [{ term: m.succession_ended_at(), value: by(campaign.endedBy, campaign.endedAt) }]
              : []),
          ]}
        />
      </Section>
      {mayEnd && (state === 'asking' || state === 'closed') && (
        <EndCampaign campaign={campaign} fresh={fresh} answer={actionData} />
      )}
    </Page>
  )
}

function by(name: string | null, at: Date): string {
  return [exactTime(at), name].filter(Boolean).join(', ')
}

function regionName(code: string): string {
  return new Intl.DisplayNames([getLocale()], { type: 'region' }).of(code) ?? code
}
