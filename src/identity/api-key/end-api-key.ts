import { sql } from 'kysely'
import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'

/** Ends one of the caller's own keys, at once. */
export const endApiKey = writeOperation({
  name: 'api_key.end',
  purpose: 'identity',
  who: { member: 'any', staff: 'any' },
  input: z.strictObject({ keyId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input, concerning }) {
    const ended_at = sql<Date>`now()`
    let changed: { numUpdatedRows: bigint }
    if (actor.kind === 'member') {
      concerning({ accountId: actor.accountId, personIds: [actor.personId] })
      changed = await trx
        .updateTable('api_key')
        .set({ ended_at })
        .where('account_id', '=', actor.accountId)
        .where('person_id', '=', actor.personId)
        .where('id', '=', input.keyId)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
    } else {
      changed = await trx
        .updateTable('staff_api_key')
        .set({ ended_at })
        .where('staff_id', '=', actor.staffId)
        .where('id', '=', input.keyId)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
    }
    if (changed.numUpdatedRows === 0n) throw new NotFound('key')
    return {}
  },
})
