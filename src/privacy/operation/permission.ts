/** The one place that decides whether a caller may call an operation. Deny unless named. */
import type { Actor, MemberRole, StaffRole } from './actor.ts'
import { Refused, Unauthenticated } from './errors.ts'

export interface Who {
  readonly visitor?: true
  readonly member?: 'any' | readonly MemberRole[]
  readonly staff?: 'any' | readonly StaffRole[]
  readonly system?: true
  /** The caller must have proved who they are within the last ten minutes. */
  readonly fresh?: true
  /** Staff may call it before a second factor is enrolled (the enrolment itself, sign-out). */
  readonly firstFactor?: true
}

export const freshFor = 10 * 60_000

/** @throws Unauthenticated, Refused */
export function authorise(who: Who, actor: Actor, now: Date): void {
  if (who.visitor && actor.kind === 'visitor') return
  if (actor.kind === 'visitor') throw new Unauthenticated()
  if (actor.kind === 'system') {
    if (who.system) return
    throw new Refused('role')
  }
  if (!hasRole(who, actor)) throw new Refused('role')
  if (actor.kind === 'staff' && !actor.secondFactor && !who.firstFactor) throw new Refused('second_factor')
  if (who.fresh && !(actor.freshAt && now.getTime() - actor.freshAt.getTime() <= freshFor)) {
    throw new Refused('fresh_sign_in')
  }
}

/**
 * As whom an operation runs. What is open to visitors and names no staff is open to the staff between the two steps of
 * sign-in as well, and shows them what it shows anybody: their password alone has proved nothing yet.
 */
export function actingAs(who: Who, actor: Actor): Actor {
  const isHalfIn = actor.kind === 'staff' && !actor.secondFactor
  return isHalfIn && who.visitor && who.staff === undefined ? { kind: 'visitor' } : actor
}

/** Whether an actor's roles allow an operation at all, second factor and freshness aside: to show its button or not. */
export function mayEver(who: Who, actor: Actor): boolean {
  if (actor.kind === 'visitor') return who.visitor === true
  return actor.kind === 'system' ? who.system === true : hasRole(who, actor)
}

function hasRole(who: Who, actor: Actor): boolean {
  if (actor.kind === 'member') return allows(who.member, actor.roles) || who.visitor === true
  if (actor.kind === 'staff') return allows(who.staff, actor.roles) || who.visitor === true
  return false
}

function allows<R extends string>(wanted: 'any' | readonly R[] | undefined, held: readonly R[]): boolean {
  if (wanted === undefined) return false
  return wanted === 'any' ? held.length > 0 : held.some((role) => wanted.includes(role))
}
