import { sql } from 'kysely'
import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { staffMayAsk } from '../access.rules.ts'

/** Takes a secure request back: nothing more can be given on it. What was given stays until it ends. */
export const withdrawSecretRequest = writeOperation({
  name: 'secret_request.withdraw',
  purpose: 'access',
  http: 'POST /secret-requests/{requestId}/withdrawal',
  says: 'Take a secure request back',
  who: { staff: staffMayAsk },
  input: z.strictObject({ requestId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input, concerning }) {
    const row = await trx
      .updateTable('secret_request')
      .set({ withdrawn_at: sql<Date>`now()`, withdrawn_by: actor.staffId })
      .where('id', '=', input.requestId)
      .where('withdrawn_at', 'is', null)
      .returning('account_id')
      .executeTakeFirst()
    if (!row) throw new NotFound('secret_request')
    concerning({ accountId: row.account_id })
    return {}
  },
})
