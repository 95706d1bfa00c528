import { sql } from 'kysely'
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { memberMayHandOver } from '../access.rules.ts'
import { words } from '../access.shapes.ts'
import { tellAnswered } from '../emails/tell-answered.ts'

/** A client declines to hand a thing over, with or without saying why. It can still be given later. */
export const refuseItem = writeOperation({
  name: 'secret_request.refuse',
  purpose: 'access',
  http: 'POST /secret-requests/{requestId}/items/{itemId}/refusal',
  says: 'Decline to hand over a thing that was asked for',
  who: { member: memberMayHandOver },
  input: z.strictObject({ requestId: z.uuid(), itemId: z.uuid(), reason: words.optional() }),
  output: z.object({}),
  async run({ trx, actor, input, enqueue, concerning }) {
    const changed = await trx
      .updateTable('secret_request_item')
      .set({
        status: 'refused',
        answered_at: sql<Date>`now()`,
        answered_by: actor.personId,
        refusal: input.reason ?? null,
      })
      .where('account_id', '=', actor.accountId)
      .where('request_id', '=', input.requestId)
      .where('id', '=', input.itemId)
      .where('status', 'in', ['asked', 'withdrawn'])
      .executeTakeFirst()
    concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    if (changed.numUpdatedRows === 1n) {
      const { requestId, itemId } = input
      await enqueue(tellAnswered, { accountId: actor.accountId, requestId, itemId })
      return {}
    }
    const item = await trx
      .selectFrom('secret_request_item')
      .select('status')
      .where('account_id', '=', actor.accountId)
      .where('request_id', '=', input.requestId)
      .where('id', '=', input.itemId)
      .executeTakeFirst()
    if (!item) throw new NotFound('secret_request_item')
    throw new Conflict('item_answered', m.access_problem_item_answered())
  },
})
