import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'
import { membersOf } from './account.queries.ts'
import { memberRoles } from './roles.rules.ts'

/** Who has, was offered, or had a place in the caller's account. */
export const listPeople = readOperation({
  name: 'people.list',
  purpose: 'identity',
  http: 'GET /people',
  says: 'People of the account, with their roles',
  who: { member: 'any' },
  input: z.strictObject({}),
  output: z.object({
    people: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        roles: z.array(z.enum(memberRoles)),
        status: z.enum(['invited', 'active', 'ended']),
        since: z.date().nullable(),
        isMe: z.boolean(),
      }),
    ),
  }),
  async run({ db, actor, concerning }) {
    const rows = await membersOf(db, actor.accountId)
    concerning({ accountId: actor.accountId, personIds: rows.map((row) => row.person_id) })
    const people = rows.map((row) => {
      const status = row.ended_at ? ('ended' as const) : row.joined_at ? ('active' as const) : ('invited' as const)
      return {
        personId: row.person_id,
        name: row.name,
        email: row.email,
        roles: row.roles,
        status,
        since: row.ended_at ?? row.joined_at ?? row.invited_at,
        isMe: row.person_id === actor.personId,
      }
    })
    return { people }
  },
})
