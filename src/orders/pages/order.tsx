import { redirect } from 'react-router'
import type { giveDeposit } from '../../access/deposit/give-deposit.ts'
import { answerForm, formMistakes } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Timeline } from '../../ui/list/timeline.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { When } from '../../ui/text/when.tsx'
import type { confirmOrder } from '../order/confirm-order.ts'
import type { giveFeedback } from '../order/give-feedback.ts'
import type { showOrder } from '../order/show-order.ts'
import type { Route } from './+types/order.ts'
import { AccessTaken } from './access-taken.tsx'
import { ClientStep } from './client-step.tsx'
import { DeliveryWords } from './delivery-words.tsx'
import { FeedbackPart } from './feedback-part.tsx'
import { OrderFacts } from './order-facts.tsx'
import { orderSteps } from './order-steps.tsx'
import { said } from './said.ts'
import { OrderState } from './status-words.tsx'

export { alwaysAnew as shouldRevalidate } from './always-anew.ts'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const order = await call<typeof showOrder>('order.show', { orderId: params.orderId })
  return {
    order,
    mayGive: can<typeof giveDeposit>('deposit.give'),
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const { orderId } = params
  const form = await request.formData()
  const isFeedback = form.get('formId') === 'feedback'
  if (isFeedback && !form.has('rating')) return formMistakes(form, { rating: m.orders_expect_rating() })
  return answerForm(form, async () => {
    if (isFeedback) {
      const rating = Number(form.get('rating'))
      await call<typeof giveFeedback>('order.feedback', { orderId, rating, words: String(form.get('words') ?? '') })
      throw redirect(`/desk/orders/${orderId}?done=feedback`)
    }
    await call<typeof confirmOrder>('order.confirm', { orderId })
    throw redirect(`/desk/orders/${orderId}?done=confirmed`)
  })
}

const doneWords: Readonly<Record<string, () => string>> = {
  placed: m.orders_done_placed,
  confirmed: m.orders_done_confirmed,
  cancelled: m.orders_done_cancelled,
  feedback: m.orders_done_feedback,
}

export default function Order({ loaderData: { order, mayGive, done }, actionData }: Route.ComponentProps) {
  const doneTitle = done ? doneWords[done]?.() : undefined
  return (
    <Page>
      <PageHeader
        title={said(order.terms.name)}
        trail={[{ to: '/desk/orders', words: m.orders_title() }]}
        state={
          <>
            <OrderState order={order} reader="client" /> <When at={order.statusAt} />
          </>
        }
      />
      {doneTitle && (
        <div className="mb-6">
          <Notice tone="done" announce title={doneTitle} />
        </div>
      )}
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <Timeline
            steps={orderSteps(order, {
              now: <ClientStep order={order} mayGive={mayGive} answer={actionData} />,
              taken: { access_given: <AccessTaken order={order} />, delivered: <DeliveryWords order={order} /> },
            })}
          />
          <FeedbackPart order={order} answer={actionData} />
          <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2 text-small">
            <TextLink to={`/desk/tickets/new?order=${order.id}`}>{m.orders_write_about()}</TextLink>
            {order.may.includes('cancel') && (
              <TextLink to={`/desk/orders/${order.id}/cancel`}>{m.orders_cancel_link()}</TextLink>
            )}
          </p>
        </div>
        <Section title={m.orders_terms_title()}>
          <OrderFacts order={order} />
        </Section>
      </div>
    </Page>
  )
}
