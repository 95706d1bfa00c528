import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { When } from '../../ui/text/when.tsx'
import type { LeaseView } from '../lease/lease.view.ts'
import { LeaseState } from './state-words.tsx'

interface LeaseRowsProps {
  leases: readonly LeaseView[]
  to: (leaseId: string) => string
  /** Beside each, whose it is. */
  clients?: boolean
}

/** Leases that wait or run: who wants what, why, and the way to decide or to end. */
export function LeaseRows({ leases, to, clients = false }: LeaseRowsProps) {
  return (
    <ul className="grid border-t border-line">
      {leases.map((lease) => (
        <li
          key={lease.id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3"
        >
          <div className="min-w-0 max-w-prose">
            <p className="font-medium">
              <TextLink to={to(lease.id)}>
                {m.access_lease_line({ name: lease.askedBy.name, target: lease.target.name })}
              </TextLink>
            </p>
            <p className="break-words text-quiet">{lease.reason}</p>
            <p className="mt-0.5 flex flex-wrap gap-x-3 text-small text-quiet">
              <LeaseState state={lease.state} />
              {lease.state === 'approved' && lease.expiresAt ? (
                <span>
                  {m.access_ends()} <When at={lease.expiresAt} />
                </span>
              ) : (
                <span>{m.access_minutes({ count: lease.minutes })}</span>
              )}
              {clients && lease.accountName && <span>{lease.accountName}</span>}
            </p>
          </div>
          <Next lease={lease} to={to(lease.id)} />
        </li>
      ))}
    </ul>
  )
}

/** The one thing to do with a lease now; each leads to its page, where it is done. */
function Next({ lease, to }: { lease: LeaseView; to: string }) {
  if (lease.may.decide) {
    return (
      <LinkButton small to={to}>
        {m.access_lease_decide()}
      </LinkButton>
    )
  }
  if (lease.may.reveal) {
    return (
      <LinkButton small look="quiet" to={to}>
        {m.access_lease_open()}
      </LinkButton>
    )
  }
  if (!lease.may.end || lease.state !== 'approved') return null
  return (
    <LinkButton small look="danger" to={to}>
      {m.access_end()}
    </LinkButton>
  )
}
