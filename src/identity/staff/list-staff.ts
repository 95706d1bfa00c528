import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'
import { allStaff } from './staff.queries.ts'
import { staffRoles } from './staff.rules.ts'

/** Everyone who works, was invited to work, or worked for the provider. */
export const listStaff = readOperation({
  name: 'staff.list',
  purpose: 'identity',
  http: 'GET /staff',
  says: 'People of the staff, with their roles',
  who: { staff: 'any' },
  input: z.strictObject({}),
  output: z.object({
    staff: z.array(
      z.object({
        staffId: z.string(),
        name: z.string(),
        email: z.string(),
        roles: z.array(z.enum(staffRoles)),
        status: z.enum(['invited', 'active', 'ended']),
        since: z.date().nullable(),
        secondFactor: z.boolean(),
        isMe: z.boolean(),
      }),
    ),
  }),
  async run({ db, actor }) {
    const rows = await allStaff(db)
    const staff = rows.map((row) => ({
      staffId: row.id,
      name: row.name,
      email: row.email,
      roles: row.roles,
      status: row.ended_at ? ('ended' as const) : row.joined_at ? ('active' as const) : ('invited' as const),
      since: row.ended_at ?? row.joined_at ?? row.invited_at,
      secondFactor: row.second_factor,
      isMe: row.id === actor.staffId,
    }))
    return { staff }
  },
})
