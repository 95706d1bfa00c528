import type { OrderView } from '../order/order.view.ts'

/** What was delivered, as who did the work wrote it. */
export function DeliveryWords({ order: { delivery } }: { order: Pick<OrderView, 'delivery'> }) {
  if (!delivery) return null
  return <p className="border-l-2 border-line pl-4 break-words whitespace-pre-line">{delivery.words}</p>
}
