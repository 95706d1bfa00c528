import { z } from 'zod'
import { doAgain, endLine } from '../privacy/ledger/know-line.ts'
import type { MemberRole, StaffRole } from '../privacy/operation/actor.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import { lockAccount, membersOf, withdrawInvitations } from './account/account.queries.ts'
import { placeOf } from './account/place.ts'
import { keepsAnOwner as accountKeepsAnOwner } from './account/roles.rules.ts'
import type { IdentityTrx } from './sign-in/login.queries.ts'
import { allStaff, lockStaff, withdrawStaffInvitations } from './staff/staff.queries.ts'
import { keepsAnOwner as staffKeepsAnOwner } from './staff/staff.rules.ts'

/** What of a line of the ledger outside this capability ends again. */
export const identityEnds = [
  'api_key',
  'staff_api_key',
  'invitation',
  'staff_invitation',
  'passkey',
  'member',
  'staff',
] as const

type Done = 'ended' | 'narrowed' | 'kept' | 'nobody'
type EndLine = z.output<typeof endLine>

/**
 * After a restore, before anything serves: a key, an invitation, a passkey or a place that ended since ends again; a place
 * whose roles changed keeps those of its roles that it still had. Nothing is given: whoever got more since is given it anew
 * by people. Whoever is the only owner here stays one, and the report says so.
 */
export const replayIdentityEnd = writeOperation({
  name: 'identity.replay_end',
  purpose: 'identity',
  who: { system: true },
  input: endLine.extend({
    what: z.enum(identityEnds),
    /** A later line says how this place stood in the end: nothing is done but to know this one. */
    isOvertaken: z.boolean(),
  }),
  output: z.object({ done: z.enum(['ended', 'narrowed', 'kept', 'nobody']) }),
  async run({ trx, input: { isOvertaken, ...line }, concerning }) {
    const done = await doAgain(trx, line, async () => (isOvertaken ? 'nobody' : ends[line.what](trx, line)))
    if (done !== 'nobody' && (line.what === 'api_key' || line.what === 'invitation' || line.what === 'member'))
      concerning({ accountId: line.accountId, personIds: line.what === 'member' ? [line.of] : [] })
    return { done }
  },
})

const ends: Readonly<Record<(typeof identityEnds)[number], (trx: IdentityTrx, line: EndLine) => Promise<Done>>> = {
  async api_key(trx, { accountId, of, at }) {
    const { numUpdatedRows } = await trx
      .updateTable('api_key')
      .set({ ended_at: new Date(at) })
      .where('account_id', '=', accountId)
      .where('id', '=', of)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n ? 'ended' : 'nobody'
  },
  async staff_api_key(trx, { of, at }) {
    const { numUpdatedRows } = await trx
      .updateTable('staff_api_key')
      .set({ ended_at: new Date(at) })
      .where('id', '=', of)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n ? 'ended' : 'nobody'
  },
  async invitation(trx, { accountId, of, at }) {
    const { numUpdatedRows } = await trx
      .updateTable('invitation')
      .set({ withdrawn_at: new Date(at) })
      .where('account_id', '=', accountId)
      .where('id', '=', of)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n ? 'ended' : 'nobody'
  },
  async staff_invitation(trx, { of, at }) {
    const { numUpdatedRows } = await trx
      .updateTable('staff_invitation')
      .set({ withdrawn_at: new Date(at) })
      .where('id', '=', of)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n ? 'ended' : 'nobody'
  },
  async passkey(trx, { of }) {
    const { numDeletedRows } = await trx.deleteFrom('login_passkey').where('id', '=', of).executeTakeFirst()
    return numDeletedRows > 0n ? 'ended' : 'nobody'
  },
  async member(trx, { accountId, of, roles, at }) {
    await lockAccount(trx, accountId)
    const members = await membersOf(trx, accountId)
    const place = members.find((row) => row.person_id === of && row.ended_at === null)
    if (!place) return 'nobody'
    const left = narrowed<MemberRole>(place.roles, roles)
    if (left?.length === place.roles.length) return 'nobody'
    const places = members.map(placeOf)
    if (accountKeepsAnOwner(places, of, place.roles) && !accountKeepsAnOwner(places, of, left)) return 'kept'
    const ended_at = new Date(at)
    await trx
      .updateTable('member')
      .set(left ? { roles: left } : { ended_at })
      .where('account_id', '=', accountId)
      .where('person_id', '=', of)
      .execute()
    if (left) return 'narrowed'
    await withdrawInvitations(trx, accountId, of)
    await trx
      .updateTable('api_key')
      .set({ ended_at })
      .where('account_id', '=', accountId)
      .where('person_id', '=', of)
      .where('ended_at', 'is', null)
      .execute()
    return 'ended'
  },
  async staff(trx, { of, roles, at }) {
    await lockStaff(trx)
    const staff = await allStaff(trx)
    const place = staff.find((row) => row.id === of && row.ended_at === null)
    if (!place) return 'nobody'
    const left = narrowed<StaffRole>(place.roles, roles)
    if (left?.length === place.roles.length) return 'nobody'
    if (staffKeepsAnOwner(staff, of, place.roles) && !staffKeepsAnOwner(staff, of, left)) return 'kept'
    const ended_at = new Date(at)
    await trx
      .updateTable('staff')
      .set(left ? { roles: left } : { ended_at })
      .where('id', '=', of)
      .execute()
    if (left) return 'narrowed'
    await withdrawStaffInvitations(trx, of)
    await trx
      .updateTable('staff_api_key')
      .set({ ended_at })
      .where('staff_id', '=', of)
      .where('ended_at', 'is', null)
      .execute()
    return 'ended'
  },
}

/** Those of a place's roles that it still had in the end; null when that is none, as a place without a role is no place. */
export function narrowed<Role extends string>(
  held: readonly Role[],
  last: readonly string[] | null,
): [Role, ...Role[]] | null {
  const [first, ...rest] = held.filter((role) => last?.includes(role))
  return first === undefined ? null : [first, ...rest]
}
