/** Who calls. An actor is made in one place (identity's caller, the worker, the command line) and never by an operation. */

export type MemberRole = 'owner' | 'billing' | 'technical'
export type StaffRole = 'owner' | 'technician' | 'sales' | 'billing' | 'privacy'
export type Via = 'page' | 'api' | 'job' | 'cli' | 'mail' | 'link'

export interface Visitor {
  readonly kind: 'visitor'
}

export interface MemberActor {
  readonly kind: 'member'
  readonly loginId: string
  readonly personId: string
  readonly accountId: string
  readonly roles: readonly MemberRole[]
  /** When the person last proved who they are; null if never in this session (API keys). */
  readonly freshAt: Date | null
}

export interface StaffActor {
  readonly kind: 'staff'
  readonly loginId: string
  readonly staffId: string
  readonly roles: readonly StaffRole[]
  readonly freshAt: Date | null
  /** False until the second factor is enrolled: then only operations with `firstFactor: true` are allowed, and as a visitor those of visitors. */
  readonly secondFactor: boolean
}

export interface SystemActor {
  readonly kind: 'system'
  readonly job: string
}

export type Actor = Visitor | MemberActor | StaffActor | SystemActor

/** An actor with the way it came. `address` is held in memory for rate limits and never written. */
export interface Caller {
  readonly actor: Actor
  readonly via: Via
  readonly locale?: 'ro' | 'en'
  readonly address?: string
  /** The form that was filled in: the marks of the notices beside its fields, and its page without query. */
  readonly said?: { readonly notices: readonly string[]; readonly path: string }
}

export function actorId(actor: Actor): string | null {
  if (actor.kind === 'member') return actor.personId
  if (actor.kind === 'staff') return actor.staffId
  return null
}
