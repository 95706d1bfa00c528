import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { lockLiving, membersOf } from './account.queries.ts'
import { placeOf } from './place.ts'
import { keepsAnOwner, memberRoles } from './roles.rules.ts'

/** Gives a person of the account other roles. The account keeps at least one owner. */
export const changeRoles = writeOperation({
  name: 'people.change_roles',
  purpose: 'identity',
  http: 'PUT /people/{personId}/roles',
  says: 'Change the roles of a person of the account',
  who: { member: ['owner'] },
  input: z.strictObject({
    personId: z.uuid(),
    roles: z
      .array(z.enum(memberRoles))
      .min(1, { error: () => m.identity_expect_roles() })
      .max(3),
  }),
  output: z.object({}),
  async run({ trx, actor, input, concerning }) {
    await lockLiving(trx, actor.accountId)
    const members = await membersOf(trx, actor.accountId)
    const place = members.find((row) => row.person_id === input.personId && row.ended_at === null)
    if (!place) throw new NotFound('person')
    const roles = [...new Set(input.roles)]
    const isPending = place.joined_at === null
    if (!isPending && !keepsAnOwner(members.map(placeOf), input.personId, roles)) {
      throw new Conflict('last_owner', m.identity_last_owner())
    }
    concerning({ accountId: actor.accountId, personIds: [input.personId] })
    await trx
      .updateTable('member')
      .set({ roles })
      .where('account_id', '=', actor.accountId)
      .where('person_id', '=', input.personId)
      .execute()
    return {}
  },
})
