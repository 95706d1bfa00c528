import type { OrderLine } from '../../orders/order/order.view.ts'
import { m } from '../../platform/language/words.ts'

const words: Record<OrderLine['status'], () => string> = {
  ordered: m.desk_order_ordered,
  accepted: m.desk_order_accepted,
  access_given: m.desk_order_access_given,
  in_work: m.desk_order_in_work,
  delivered: m.desk_order_delivered,
  confirmed: m.desk_order_confirmed,
  declined: m.desk_order_declined,
  cancelled: m.desk_order_cancelled,
}

export function orderStatusWords(status: OrderLine['status']): string {
  return words[status]()
}
