import { m } from '../../platform/language/words.ts'
import type { OrderView } from '../order/order.view.ts'
import { Checklist } from './checklist.tsx'

interface AccessTakenProps {
  order: OrderView
  leaseTo?: (targetId: string) => string
}

/** Under the step of access, once it was taken: how each access stands while work goes on, or that it has ended. */
export function AccessTaken({ order, leaseTo }: AccessTakenProps) {
  if (order.checklist.length === 0) return <p className="text-quiet">{m.orders_needs_no_access()}</p>
  if (order.status === 'in_work' || order.status === 'delivered') return <Checklist order={order} leaseTo={leaseTo} />
  if (order.status !== 'confirmed') return null
  if (order.price.unit === 'monthly') return <Checklist order={order} leaseTo={leaseTo} />
  return <p className="text-quiet">{m.orders_access_ended()}</p>
}
