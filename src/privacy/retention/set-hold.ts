import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import type { PurposeTrx } from '../map/types.ts'
import { NotFound } from '../operation/errors.ts'
import { writeOperation } from '../operation/operation.ts'
import { insertHold } from './hold.queries.ts'

/** Keeps the data of an account, or of one person of it, from ending by time or by erasure, until it is released. */
export const setHold = writeOperation({
  name: 'legal_hold.set',
  purpose: 'legal',
  http: 'POST /legal-holds',
  says: 'Keep the data of an account or a person for a claim or by order of an authority',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({
    accountId: z.uuid(),
    personId: z.uuid().optional(),
    reason: z.string().trim().min(10, 'at least 10 characters: the claim or the order').max(1_000),
  }),
  output: z.object({ holdId: z.uuid() }),
  async run({ trx, actor, input: { accountId, personId = null, reason }, concerning }) {
    await mustLive(trx, accountId, personId)
    concerning({ accountId, personIds: personId ? [personId] : [] })
    const holdId = newId()
    await insertHold(trx, { accountId, id: holdId, personId, reason, staffId: actor.staffId })
    // The insert waited for an erasure under way: what it erased cannot be held any more.
    await mustLive(trx, accountId, personId)
    return { holdId }
  },
})

async function mustLive(trx: PurposeTrx<'legal'>, accountId: string, personId: string | null): Promise<void> {
  const account = await trx.selectFrom('account').select('erased_at').where('id', '=', accountId).executeTakeFirst()
  if (!account || account.erased_at) throw new NotFound('account')
  if (personId === null) return
  const person = await trx
    .selectFrom('person')
    .select('erased_at')
    .where('account_id', '=', accountId)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person || person.erased_at) throw new NotFound('person')
}
