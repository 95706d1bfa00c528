import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { decideFraudSignal } from '../decide-signal.ts'
import type { listFraudSignals } from '../list-signals.ts'
import type { Route } from './+types/signals.ts'
import { DecisionWord, SignHead } from './sign.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const asked = new URL(request.url).searchParams
  const accountId = asked.get('account')
  const orderId = asked.get('order')
  const { signals } = await call<typeof listFraudSignals>('fraud.list', {
    ...(accountId ? { accountId } : {}),
    ...(orderId ? { orderId } : {}),
  })
  return { signals, mayDecide: can('fraud.decide'), seesOrders: can('order.show'), done: asked.has('done') }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  // Not the path of the request: with script that is the address of the page's data.
  const { searchParams } = new URL(request.url)
  return answerForm(form, async () => {
    await visit(context).call<typeof decideFraudSignal>('fraud.decide', {
      signalId: String(form.get('formId') ?? ''),
      decision: String(form.get('decision') ?? '') as 'cleared',
      reason: String(form.get('reason') ?? ''),
    })
    searchParams.set('done', '')
    throw redirect(`/staff/fraud?${searchParams}`)
  })
}

export default function Signals({ loaderData, actionData }: Route.ComponentProps) {
  const { signals, mayDecide, seesOrders, done } = loaderData
  const waiting = signals.filter((one) => one.waits).length
  return (
    <Page>
      <PageHeader
        title={m.fraud_title()}
        trail={[{ to: '/staff/registers', words: m.succession_registers() }]}
        state={waiting > 0 && <StateWord tone="wait">{m.fraud_waiting({ count: waiting })}</StateWord>}
      />
      {done && (
        <div className="mb-6">
          <Notice tone="done" announce title={m.fraud_done_decided()} />
        </div>
      )}
      <p className="mb-6 max-w-prose text-quiet">{m.fraud_lead()}</p>
      {signals.length === 0 && <EmptyState>{m.fraud_none()}</EmptyState>}
      <ul className="border-t border-line empty:hidden">
        {signals.map((one) => (
          <li key={one.id} className="grid gap-3 border-b border-line py-4">
            <SignHead says={one.says} raisedAt={one.raisedAt}>
              {' · '}
              <TextLink to={`/staff/clients/${one.accountId}`}>{one.accountName ?? m.fraud_to_client()}</TextLink>
              {one.orderId && seesOrders && (
                <>
                  {' · '}
                  {one.orderOpens ? (
                    <TextLink to={`/staff/orders/${one.orderId}`}>{m.fraud_to_order()}</TextLink>
                  ) : (
                    m.fraud_order_restricted()
                  )}
                </>
              )}
            </SignHead>
            {one.contestedWords && one.contestedAt && (
              <Notice tone={one.waits ? 'wait' : 'plain'} title={m.fraud_contested()}>
                <span className="whitespace-pre-line">{one.contestedWords}</span> <When at={one.contestedAt} />
              </Notice>
            )}
            {one.decision && one.decidedAt && (
              <p className="max-w-prose">
                <DecisionWord decision={one.decision} /> {one.reason}{' '}
                <span className="text-small text-quiet">
                  {one.decidedBy}, <When at={one.decidedAt} />
                </span>
              </p>
            )}
            {one.waits && mayDecide && (
              <Form id={one.id} answer={actionData}>
                <Field name="reason" label={m.fraud_reason()} hint={m.fraud_reason_hint()}>
                  <TextArea rows={2} maxLength={1000} />
                </Field>
                <div className="flex flex-wrap gap-3">
                  <Submit look="quiet" name="decision" value="cleared">
                    {m.fraud_clear()}
                  </Submit>
                  <Submit look="danger" name="decision" value="confirmed">
                    {m.fraud_confirm()}
                  </Submit>
                </div>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}
