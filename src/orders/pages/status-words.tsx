import { m } from '../../platform/language/words.ts'
import { StateWord, type Tone } from '../../ui/text/state-word.tsx'
import type { OrderLine } from '../order/order.view.ts'

type Side = 'client' | 'provider'

/** Where an order stands, in the words of who reads it: amber when it is the reader's turn. */
export function OrderState({ order, reader }: { order: Pick<OrderLine, 'status' | 'duty'>; reader: Side }) {
  return <StateWord tone={toneOf(order, reader)}>{words(order, reader)}</StateWord>
}

function toneOf({ status, duty }: Pick<OrderLine, 'status' | 'duty'>, reader: Side): Tone {
  if (status === 'confirmed') return 'done'
  if (status === 'declined') return 'danger'
  if (!duty) return 'plain'
  if (duty.who === reader) return 'wait'
  return status === 'in_work' ? 'live' : 'plain'
}

function words({ status, duty }: Pick<OrderLine, 'status' | 'duty'>, reader: Side): string {
  if (status === 'confirmed') return m.orders_state_confirmed()
  if (status === 'declined') return m.orders_state_declined()
  if (status === 'cancelled' || !duty) return m.orders_state_cancelled()
  return reader === 'client' ? forClient[duty.what]() : forStaff[duty.what]()
}

type Words = Record<NonNullable<OrderLine['duty']>['what'], () => string>

const forClient: Words = {
  accept: m.orders_state_client_accept,
  give_access: m.orders_state_client_give_access,
  start: m.orders_state_client_start,
  deliver: m.orders_state_client_deliver,
  confirm: m.orders_state_client_confirm,
  feedback: m.orders_state_confirmed,
}

const forStaff: Words = {
  accept: m.orders_state_staff_accept,
  give_access: m.orders_state_staff_give_access,
  start: m.orders_state_staff_start,
  deliver: m.orders_state_staff_deliver,
  confirm: m.orders_state_staff_confirm,
  feedback: m.orders_state_confirmed,
}
