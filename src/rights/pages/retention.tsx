import { answerForm } from '../../platform/http/form-answer.ts'
import { isFresh } from '../../platform/http/is-fresh.ts'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import type { listRetention } from '../../privacy/retention/list-retention.ts'
import type { releaseHold } from '../../privacy/retention/release-hold.ts'
import type { setHold } from '../../privacy/retention/set-hold.ts'
import type { startRetention } from '../../privacy/retention/start-retention.ts'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { Route } from './+types/retention.ts'
import { AskAgain } from './ask-again.tsx'
import { HoldForm } from './hold-form.tsx'
import { DueTable, HeldTable, RunsTable } from './retention-tables.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, actor, can } = visit(context)
  return {
    ...(await call<typeof listRetention>('retention.list', {})),
    account: new URL(request.url).searchParams.get('account'),
    fresh: isFresh(actor),
    mayHold: can('legal_hold.set'),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const { call } = visit(context)
  const text = (name: string) => String(form.get(name) ?? '')
  const formId = text('formId')
  const work = async () => {
    if (formId === 'start') await call<typeof startRetention>('retention.start', {})
    else if (formId === 'hold') {
      await call<typeof setHold>('legal_hold.set', { accountId: text('accountId'), reason: text('reason') })
    } else {
      await call<typeof releaseHold>('legal_hold.release', { accountId: text('accountId'), holdId: text('holdId') })
    }
    return { done: formId === 'start' || formId === 'hold' ? formId : 'release' }
  }
  return answerForm(form, work, { expect: { reason: m.rights_expect_hold_reason() } })
}

const said: Readonly<Record<string, () => string>> = {
  start: m.rights_retention_asked,
  hold: m.rights_hold_set,
  release: m.rights_retention_released,
}

export default function Retention({ loaderData, actionData }: Route.ComponentProps) {
  const { due, held, runs, account, fresh, mayHold } = loaderData
  const done = actionData && 'done' in actionData ? said[String(actionData.done)] : undefined
  const answer = actionData && 'values' in actionData ? actionData : undefined
  const here = account ? `/staff/retention?account=${account}` : '/staff/retention'
  return (
    <Page>
      <PageHeader
        title={m.rights_retention_title()}
        trail={[{ to: '/staff/rights', words: m.rights_staff_title() }]}
        action={
          fresh && (
            <Form id="start" className="print:hidden">
              <Submit look="quiet">{m.rights_retention_start()}</Submit>
            </Form>
          )
        }
      />
      {done && (
        <div className="mb-6">
          <Notice tone="done" announce title={done()} />
        </div>
      )}
      <p className="mb-6 max-w-prose">{m.rights_retention_lead()}</p>
      {!fresh && <AskAgain to={here}>{m.rights_retention_again()}</AskAgain>}
      {account && mayHold && fresh && <HoldForm accountId={account} answer={answer} />}
      <Section title={m.rights_retention_due()}>
        <DueTable rows={due} locale={getLocale()} />
      </Section>
      <Section title={m.rights_retention_held()}>
        <p className="mb-4 max-w-prose text-quiet">{m.rights_retention_held_words()}</p>
        <HeldTable rows={held} mayRelease={mayHold && fresh} />
      </Section>
      <Section title={m.rights_retention_runs()}>
        <RunsTable rows={runs} locale={getLocale()} />
      </Section>
    </Page>
  )
}
