import type { LeaseView } from '../../access/lease/lease.view.ts'
import type { TicketLine } from '../../desk/ticket/ticket.view.ts'
import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { PlaceLink, TextLink } from '../../ui/action/place-link.tsx'
import { PrivateMark } from '../../ui/text/private-mark.tsx'
import { When } from '../../ui/text/when.tsx'
import type { OrderLine } from '../order/order.view.ts'
import { PathMarks } from './path-marks.tsx'
import { said } from './said.ts'
import { OrderState } from './status-words.tsx'
import type { RightsLine } from './waiting-for.ts'

interface HappeningProps {
  orders: readonly OrderLine[]
  /** That can be used now. */
  leases: readonly LeaseView[]
  tickets: readonly TicketLine[]
  /** Requests about data that wait for an answer. */
  rights: readonly RightsLine[]
}

/** What is under way: who may use the client's access now, orders with the steps
 * they have taken, open conversations, requests about data. */
export function Happening({ orders, leases, tickets, rights }: HappeningProps) {
  return (
    <div className="grid gap-6">
      {leases.map((lease) => (
        <PrivateMark
          key={lease.id}
          words={
            lease.expiresAt && (
              <>
                {m.orders_lease_ends()} <When at={lease.expiresAt} />
              </>
            )
          }
        >
          <p>
            {m.orders_lease_live({ by: lease.askedBy.name, target: lease.target.name })}{' '}
            <TextLink to={`/desk/access/leases/${lease.id}`}>{m.orders_lease_look()}</TextLink>
          </p>
        </PrivateMark>
      ))}
      {orders.length + tickets.length + rights.length > 0 && (
        <ul className="border-t border-line">
          {orders.map((order) => (
            <li key={order.id} className="relative border-b border-line py-3 hover:bg-raised" data-row="">
              <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 sm:flex-nowrap">
                <PlaceLink to={`/desk/orders/${order.id}`} className="row-target after:absolute after:inset-0">
                  <span className="link break-words">{said(order.name)}</span>
                </PlaceLink>
                <span className="shrink-0">
                  <OrderState order={order} reader="client" />
                </span>
              </div>
              <PathMarks status={order.status} />
            </li>
          ))}
          {tickets.map((ticket) => (
            <li
              key={ticket.id}
              className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-2.5"
            >
              <span className="min-w-0 break-words">
                <TextLink to={`/desk/tickets/${ticket.id}`}>{ticket.subject}</TextLink>
              </span>
              <span className="text-small text-quiet">
                <When at={ticket.lastActivityAt} />
              </span>
            </li>
          ))}
          {rights.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-2.5"
            >
              <TextLink to={`/desk/privacy/requests/${one.id}`}>
                {m.orders_rights_line({ number: one.number })}
              </TextLink>
              <span className="text-small text-quiet">
                {one.dueOn && m.orders_rights_by({ day: civilDay(one.dueOn) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
