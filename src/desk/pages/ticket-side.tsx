import type { ReactNode } from 'react'
import type { LeaseView } from '../../access/lease/lease.view.ts'
import type { RequestView } from '../../access/request/secret-request.view.ts'
import { list } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { StateWord, type Tone } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'

/** A part of what stands beside a ticket. */
export function SidePart({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="text-body font-semibold">{title}</h2>
        {aside && <div className="text-small">{aside}</div>}
      </div>
      <div className="text-small">{children}</div>
    </section>
  )
}

type Lease = Pick<LeaseView, 'id' | 'target' | 'askedBy' | 'state' | 'expiresAt' | 'endedAt' | 'createdAt' | 'reveals'>

const tones: Record<LeaseView['state'], Tone> = {
  asked: 'wait',
  approved: 'live',
  used_up: 'plain',
  expired: 'plain',
  denied: 'danger',
  ended: 'plain',
}

const states: Record<LeaseView['state'], () => string> = {
  asked: m.desk_lease_asked,
  approved: m.desk_lease_approved,
  used_up: m.desk_lease_used_up,
  expired: m.desk_lease_expired,
  denied: m.desk_lease_denied,
  ended: m.desk_lease_ended,
}

/** Whether something of the request still waits for the client. */
export function isAsked(request: RequestView): boolean {
  return request.state === 'open' && request.items.some((item) => item.state === 'asked')
}

/** What is asked of the client for this ticket, who got at what, and what may be used now. */
export function AccessOnTicket({
  leases,
  asked = [],
  area,
  action,
}: {
  leases: readonly Lease[]
  /** Secure requests that wait for the client. */
  asked?: readonly RequestView[]
  area: 'desk' | 'staff'
  action?: ReactNode
}) {
  return (
    <SidePart title={m.desk_access()} aside={action}>
      {leases.length + asked.length === 0 ? (
        <p className="text-quiet">{area === 'desk' ? m.desk_access_none_client() : m.desk_access_none_staff()}</p>
      ) : (
        <ul className="grid gap-2">
          {asked.map((request) => (
            <li key={request.id}>
              <TextLink
                to={area === 'desk' ? `/desk/access/${request.id}` : `/staff/access/requests/${request.id}`}
                className="break-words"
              >
                {list(request.items.filter((item) => item.state === 'asked').map((item) => item.name))}
              </TextLink>
              <p className="flex flex-wrap gap-x-2 text-quiet">
                <StateWord tone="wait">{m.desk_request_waits()}</StateWord>
                <When at={request.createdAt} />
              </p>
            </li>
          ))}
          {leases.map((lease) => (
            <li key={lease.id}>
              <TextLink to={`/${area}/access/leases/${lease.id}`} className="break-words">
                {lease.target.name}
              </TextLink>
              <p className="flex flex-wrap gap-x-2 text-quiet">
                <StateWord tone={tones[lease.state]}>{states[lease.state]()}</StateWord>
                <span>{lease.askedBy.name}</span>
                <span>
                  {lease.state === 'approved' && lease.expiresAt ? (
                    <>
                      {m.desk_lease_until()} <When at={lease.expiresAt} />
                    </>
                  ) : (
                    <When at={lease.endedAt ?? lease.createdAt} />
                  )}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </SidePart>
  )
}

export function OrderOfTicket({ orderId, area }: { orderId: string | null; area: 'desk' | 'staff' }) {
  if (!orderId) return null
  return (
    <SidePart title={m.desk_order()}>
      <TextLink to={`/${area}/orders/${orderId}`}>{m.desk_order_open()}</TextLink>
    </SidePart>
  )
}
