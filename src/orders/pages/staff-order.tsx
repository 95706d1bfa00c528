import { redirect } from 'react-router'
import type { listFraudSignals } from '../../fraud/list-signals.ts'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Timeline } from '../../ui/list/timeline.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { When } from '../../ui/text/when.tsx'
import type { acceptOrder } from '../order/accept-order.ts'
import type { askAgain } from '../order/ask-again.ts'
import type { deliverOrder } from '../order/deliver-order.ts'
import type { showOrder } from '../order/show-order.ts'
import type { startWork } from '../order/start-work.ts'
import type { Route } from './+types/staff-order.ts'
import { AccessTaken } from './access-taken.tsx'
import { DeliveryWords } from './delivery-words.tsx'
import { FeedbackGiven } from './feedback-part.tsx'
import { OrderFacts } from './order-facts.tsx'
import { orderSteps } from './order-steps.tsx'
import { said } from './said.ts'
import { StaffStep } from './staff-step.tsx'
import { OrderState } from './status-words.tsx'

export { alwaysAnew as shouldRevalidate } from './always-anew.ts'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const { orderId } = params
  const [order, fraud] = await Promise.all([
    call<typeof showOrder>('order.show', { orderId }),
    can('fraud.list') ? call<typeof listFraudSignals>('fraud.list', { orderId }) : null,
  ])
  return { order, signals: fraud?.signals ?? [], done: new URL(request.url).searchParams.get('done') }
}

export async function action({ context, params: { orderId }, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  const steps: Record<string, () => Promise<unknown>> = {
    accept: () => call<typeof acceptOrder>('order.accept', { orderId }),
    ask_again: () => call<typeof askAgain>('order.ask_again', { orderId }),
    start: () => call<typeof startWork>('order.start_work', { orderId }),
    deliver: () => call<typeof deliverOrder>('order.deliver', { orderId, words: String(form.get('words') ?? '') }),
  }
  const formId = String(form.get('formId'))
  return answerForm(form, async () => {
    await steps[formId]?.()
    throw redirect(`/staff/orders/${orderId}?done=${formId}`)
  })
}

const doneWords: Readonly<Record<string, () => string>> = {
  accept: m.orders_done_accepted,
  ask_again: m.orders_done_asked_again,
  start: m.orders_done_started,
  deliver: m.orders_done_delivered,
  decline: m.orders_done_declined,
}

export default function StaffOrder({ loaderData: { order, signals, done }, actionData }: Route.ComponentProps) {
  const doneTitle = done ? doneWords[done]?.() : undefined
  const leaseTo = (targetId: string) =>
    `/staff/access/leases/new?account=${order.accountId}&target=${targetId}&order=${order.id}`
  return (
    <Page>
      <PageHeader
        title={said(order.terms.name)}
        trail={[
          { to: '/staff/orders', words: m.orders_title() },
          { to: `/staff/clients/${order.accountId}`, words: order.client ?? m.orders_client() },
        ]}
        state={
          <>
            <OrderState order={order} reader="provider" /> <When at={order.statusAt} />
          </>
        }
      />
      {doneTitle && (
        <div className="mb-6">
          <Notice tone="done" announce title={doneTitle} />
        </div>
      )}
      {signals.length > 0 && (
        <div className="mb-6">
          <Notice
            tone={signals.some((one) => one.waits) ? 'wait' : 'plain'}
            title={m.fraud_of_this()}
            action={<TextLink to={`/staff/fraud?order=${order.id}`}>{m.fraud_see()}</TextLink>}
          >
            {signals.map((one) => said(one.says)).join('; ')}
          </Notice>
        </div>
      )}
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <Timeline
            steps={orderSteps(order, {
              now: <StaffStep order={order} answer={actionData} />,
              taken: {
                access_given: <AccessTaken order={order} leaseTo={leaseTo} />,
                delivered: <DeliveryWords order={order} />,
              },
            })}
          />
          {order.feedback && <FeedbackGiven feedback={order.feedback} />}
          {order.may.includes('decline') && (
            <p className="mt-6 text-small">
              <TextLink to={`/staff/orders/${order.id}/decline`}>{m.orders_decline_link()}</TextLink>
            </p>
          )}
        </div>
        <Section title={m.orders_terms_title()}>
          <OrderFacts order={order} />
        </Section>
      </div>
    </Page>
  )
}
