/** Who may change whose place in the staff. */
import type { StaffRole } from '../../privacy/operation/actor.ts'

export const staffRoles = ['owner', 'technician', 'sales', 'billing', 'privacy'] as const satisfies readonly StaffRole[]

export interface StaffPlace {
  readonly id: string
  readonly roles: readonly StaffRole[]
  readonly joined_at: Date | null
  readonly ended_at: Date | null
}

/** Whether the staff still has an owner who can sign in once one place becomes what is wanted (null: ended). */
export function keepsAnOwner(staff: readonly StaffPlace[], id: string, wanted: readonly StaffRole[] | null): boolean {
  return staff.some((place) => {
    if (place.joined_at === null || place.ended_at !== null) return false
    const roles = place.id === id ? (wanted ?? []) : place.roles
    return roles.includes('owner')
  })
}
