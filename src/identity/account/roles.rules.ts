/** Who may change whose place in an account. */
import type { MemberRole } from '../../privacy/operation/actor.ts'

export const memberRoles = ['owner', 'billing', 'technical'] as const satisfies readonly MemberRole[]

export interface Place {
  readonly personId: string
  readonly roles: readonly MemberRole[]
  readonly joinedAt: Date | null
  readonly endedAt: Date | null
}

/** A place that lets its holder in today. */
export function isActive(place: Place): boolean {
  return place.joinedAt !== null && place.endedAt === null
}

/**
 * Whether the place of one person may become what is wanted (null: ended) without leaving the account with no owner
 * who can sign in.
 */
export function keepsAnOwner(
  places: readonly Place[],
  personId: string,
  wanted: readonly MemberRole[] | null,
): boolean {
  return places.some((place) => {
    if (!isActive(place)) return false
    const roles = place.personId === personId ? (wanted ?? []) : place.roles
    return roles.includes('owner')
  })
}
