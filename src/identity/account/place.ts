import type { MemberRow } from './account.queries.ts'
import type { Place } from './roles.rules.ts'

export function placeOf(row: MemberRow): Place {
  return { personId: row.person_id, roles: row.roles, joinedAt: row.joined_at, endedAt: row.ended_at }
}
