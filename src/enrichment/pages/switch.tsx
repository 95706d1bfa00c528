import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { isFresh } from '../../platform/http/is-fresh.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Form } from '../../ui/form/form.tsx'
import { ProveFirst } from '../../ui/form/prove-first.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { showEnrichment, turnEnrichment } from '../turn-enrichment.ts'
import type { Route } from './+types/switch.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, can, actor } = visit(context)
  const now = await call<typeof showEnrichment>('enrichment.show', {})
  const done = new URL(request.url).searchParams.has('done')
  return { ...now, mayTurn: can('enrichment.turn'), fresh: isFresh(actor), done }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    const state = form.get('state') === 'on' ? 'on' : 'off'
    await visit(context).call<typeof turnEnrichment>('enrichment.turn', { state })
    throw redirect('/staff/settings/enrichment?done')
  })
}

export default function EnrichmentSwitch({ loaderData, actionData }: Route.ComponentProps) {
  const { state, at, mayTurn, fresh, done } = loaderData
  const isOn = state === 'on'
  return (
    <Page>
      <PageHeader
        title={m.enrichment_title()}
        trail={[{ to: '/staff/settings', words: m.enrichment_settings() }]}
        state={
          <>
            <StateWord tone={isOn ? 'live' : 'plain'}>{isOn ? m.enrichment_on() : m.enrichment_off()}</StateWord>
            {at && <When at={at} />}
          </>
        }
      />
      {done && (
        <div className="mb-6">
          <Notice tone="done" announce title={m.enrichment_done()} />
        </div>
      )}
      <p className="mb-6 max-w-prose">{m.enrichment_lead()}</p>
      {mayTurn &&
        (fresh ? (
          <Form answer={actionData}>
            <Submit
              look="quiet"
              name="state"
              value={isOn ? 'off' : 'on'}
              aside={isOn ? m.enrichment_off_aside() : m.enrichment_on_aside()}
            >
              {isOn ? m.enrichment_turn_off() : m.enrichment_turn_on()}
            </Submit>
          </Form>
        ) : (
          <ProveFirst to="/staff/settings/enrichment">{m.enrichment_prove_first()}</ProveFirst>
        ))}
    </Page>
  )
}
