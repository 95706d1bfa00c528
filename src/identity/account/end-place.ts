import { sql } from 'kysely'
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { lockLiving, membersOf, withdrawInvitations } from './account.queries.ts'
import { placeOf } from './place.ts'
import { keepsAnOwner } from './roles.rules.ts'

/**
 * Ends a person's place in the account, or an invitation to one. They are out at once, their keys with them. What they
 * wrote stays. The account keeps at least one owner. Owners may end any place; everybody may end their own.
 */
export const endPlace = writeOperation({
  name: 'people.end',
  purpose: 'identity',
  http: 'POST /people/{personId}/end',
  says: 'End the place of a person in the account',
  who: { member: 'any' },
  input: z.strictObject({ personId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input, concerning }) {
    const { accountId } = actor
    if (!actor.roles.includes('owner') && input.personId !== actor.personId) throw new NotFound('person')
    await lockLiving(trx, accountId)
    const members = await membersOf(trx, accountId)
    const place = members.find((row) => row.person_id === input.personId && row.ended_at === null)
    if (!place) throw new NotFound('person')
    if (place.joined_at && !keepsAnOwner(members.map(placeOf), input.personId, null)) {
      throw new Conflict('last_owner', m.identity_last_owner())
    }
    concerning({ accountId, personIds: [input.personId] })
    await trx
      .updateTable('member')
      .set({ ended_at: sql<Date>`now()`, ended_by: actor.personId })
      .where('account_id', '=', accountId)
      .where('person_id', '=', input.personId)
      .execute()
    await withdrawInvitations(trx, accountId, input.personId)
    await trx
      .updateTable('api_key')
      .set({ ended_at: sql<Date>`now()` })
      .where('account_id', '=', accountId)
      .where('person_id', '=', input.personId)
      .where('ended_at', 'is', null)
      .execute()
    return {}
  },
})
