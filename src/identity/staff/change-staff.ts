import { sql } from 'kysely'
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { allStaff, lockStaff, withdrawStaffInvitations } from './staff.queries.ts'
import { keepsAnOwner, staffRoles } from './staff.rules.ts'

/** Gives one of the staff other roles. The staff keeps at least one owner. */
export const changeStaffRoles = writeOperation({
  name: 'staff.change_roles',
  purpose: 'identity',
  http: 'PUT /staff/{staffId}/roles',
  says: 'Change the roles of a person of the staff',
  who: { staff: ['owner'] },
  input: z.strictObject({
    staffId: z.uuid(),
    roles: z
      .array(z.enum(staffRoles))
      .min(1, { error: () => m.identity_expect_roles() })
      .max(5),
  }),
  output: z.object({}),
  async run({ trx, input }) {
    await lockStaff(trx)
    const staff = await allStaff(trx)
    const place = staff.find((row) => row.id === input.staffId && row.ended_at === null)
    if (!place) throw new NotFound('staff')
    const roles = [...new Set(input.roles)]
    if (place.joined_at && !keepsAnOwner(staff, input.staffId, roles)) {
      throw new Conflict('last_owner', m.identity_last_owner())
    }
    await trx.updateTable('staff').set({ roles }).where('id', '=', input.staffId).execute()
    return {}
  },
})

/** Ends a place in the staff, or an invitation to one. They are out at once, their keys with them. */
export const endStaff = writeOperation({
  name: 'staff.end',
  purpose: 'identity',
  http: 'POST /staff/{staffId}/end',
  says: 'End the place of a person in the staff',
  who: { staff: ['owner'] },
  input: z.strictObject({ staffId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input }) {
    await lockStaff(trx)
    const staff = await allStaff(trx)
    const place = staff.find((row) => row.id === input.staffId && row.ended_at === null)
    if (!place) throw new NotFound('staff')
    if (place.joined_at && !keepsAnOwner(staff, input.staffId, null)) {
      throw new Conflict('last_owner', m.identity_last_owner())
    }
    const ended_at = sql<Date>`now()`
    await trx.updateTable('staff').set({ ended_at, ended_by: actor.staffId }).where('id', '=', input.staffId).execute()
    await withdrawStaffInvitations(trx, input.staffId)
    await trx
      .updateTable('staff_api_key')
      .set({ ended_at })
      .where('staff_id', '=', input.staffId)
      .where('ended_at', 'is', null)
      .execute()
    return {}
  },
})
