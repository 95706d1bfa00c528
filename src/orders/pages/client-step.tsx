import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import type { OrderView } from '../order/order.view.ts'
import { answerOf } from './answer-of.ts'
import { Checklist } from './checklist.tsx'

interface ClientStepProps {
  order: OrderView
  /** Whether the reader's role may hand access over. */
  mayGive: boolean
  answer: FormAnswer | undefined
}

/** The step at hand for the client: what the client must do, or what we do and that there is nothing to do. */
export function ClientStep({ order, mayGive, answer }: ClientStepProps) {
  const what = order.duty?.what
  if (what === 'accept') return <p>{m.orders_now_client_accept()}</p>
  if (what === 'give_access') return <GiveAccess order={order} mayGive={mayGive} />
  if (what === 'start') return <Ready order={order} />
  if (what === 'deliver') return <p>{m.orders_now_client_deliver()}</p>
  if (what !== 'confirm') return null
  if (!order.may.includes('confirm')) return <p>{m.orders_now_client_confirm_other()}</p>
  return (
    <div className="grid gap-3">
      <p>{order.price.unit === 'once' ? m.orders_now_client_confirm() : m.orders_now_client_confirm_monthly()}</p>
      <Form id="confirm" answer={answerOf(answer, 'confirm')}>
        <Submit aside={<TextLink to={`/desk/tickets/new?order=${order.id}`}>{m.orders_something_missing()}</TextLink>}>
          {m.orders_confirm_button()}
        </Submit>
      </Form>
    </div>
  )
}

function GiveAccess({ order, mayGive }: { order: OrderView; mayGive: boolean }) {
  const asked = order.checklist.some((line) => line.state === 'asked')
  const asks = mayGive ? m.orders_now_client_give : m.orders_now_client_give_other
  return (
    <div className="grid gap-3">
      <p>{asked ? asks() : m.orders_now_client_not_given()}</p>
      <Checklist order={order} />
      {order.requestId && (
        <div>
          <LinkButton to={`/desk/access/${order.requestId}`} look={asked && mayGive ? 'primary' : 'quiet'}>
            {asked && mayGive ? m.orders_give_access_button() : m.orders_see_request_button()}
          </LinkButton>
        </div>
      )}
    </div>
  )
}

function Ready({ order }: { order: OrderView }) {
  return (
    <div className="grid gap-3">
      <p>{order.checklist.length > 0 ? m.orders_now_client_complete() : m.orders_now_client_start()}</p>
      {order.checklist.length > 0 && <Checklist order={order} />}
    </div>
  )
}
