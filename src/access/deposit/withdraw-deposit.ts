import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { memberMayHandOver } from '../access.rules.ts'
import { endDeposit } from './end-deposit.ts'

/** Takes back what was handed over: the ciphertext is destroyed and every lease on it ends, at once. */
export const withdrawDeposit = writeOperation({
  name: 'deposit.withdraw',
  purpose: 'access',
  http: 'POST /deposits/{depositId}/withdrawal',
  says: 'Take back what was handed over',
  who: { member: memberMayHandOver },
  input: z.strictObject({ depositId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input, concerning }) {
    const { accountId, personId } = actor
    const deposit = await trx
      .selectFrom('deposit')
      .select(['item_id', 'deposited_by', 'ended_at'])
      .where('account_id', '=', accountId)
      .where('id', '=', input.depositId)
      .executeTakeFirst()
    if (!deposit) throw new NotFound('deposit')
    concerning({ accountId, personIds: [personId, deposit.deposited_by] })
    const item = { accountId, itemId: deposit.item_id }
    if (deposit.ended_at || !(await endDeposit(trx, item, 'withdrawn', personId)))
      throw new Conflict('deposit_ended', m.access_problem_deposit_ended())
    await trx
      .updateTable('secret_request_item')
      .set({ status: 'withdrawn' })
      .where('account_id', '=', accountId)
      .where('id', '=', deposit.item_id)
      .execute()
    return {}
  },
})
