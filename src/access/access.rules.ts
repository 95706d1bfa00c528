/** Who may do what with entrusted access. Pure. */
import type { Actor, MemberRole, StaffRole } from '../privacy/operation/actor.ts'
import type { approvals } from './lease/access-rule.data.ts'

/** Who of a client hands over, withdraws and approves. */
export const memberMayHandOver = ['owner', 'technical'] as const satisfies readonly MemberRole[]
/** Who of the staff asks a client for access. */
export const staffMayAsk = ['owner', 'technician', 'sales'] as const satisfies readonly StaffRole[]
/** Who of the staff may hold a lease. */
export const staffMayUse = ['owner', 'technician'] as const satisfies readonly StaffRole[]

export type Approval = (typeof approvals)[number]

/** What holds for an account that has set no rule of its own. */
export const usualApproval: Approval = 'client_or_staff'

/** Whether this actor may approve or deny a lease. Nobody decides on their own. */
export function mayDecide(actor: Actor, askedBy: string, approval: Approval): boolean {
  if (actor.kind === 'member') return memberMayHandOver.some((role) => actor.roles.includes(role))
  if (actor.kind !== 'staff' || actor.staffId === askedBy) return false
  return approval === 'client_or_staff' && actor.roles.includes('owner')
}

/** Whether this actor may end a lease: the client always, its holder, and any owner of the staff. */
export function mayEnd(actor: Actor, askedBy: string): boolean {
  if (actor.kind === 'member') return memberMayHandOver.some((role) => actor.roles.includes(role))
  return actor.kind === 'staff' && (actor.staffId === askedBy || actor.roles.includes('owner'))
}

/** The longest a request stays open and what is given on it is kept, in days. */
export const longestDays = 90
export const usualDays = 30
/** How often one deposit may be shown in all, unless the request says otherwise. */
export const usualViews = 10

export type ItemState = 'asked' | 'given' | 'refused' | 'withdrawn' | 'expired'

/** What became of a thing asked for: stored answers, and the clock. */
export function itemState(item: {
  readonly status: 'asked' | 'given' | 'refused' | 'withdrawn'
  /** Whether a deposit on it can still be used. */
  readonly live: boolean
  readonly request: 'open' | 'expired' | 'withdrawn'
}): ItemState {
  if (item.status === 'given') return item.live ? 'given' : 'expired'
  if (item.status === 'asked' && item.request !== 'open') return item.request
  return item.status
}
