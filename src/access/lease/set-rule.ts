import { sql } from 'kysely'
import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { approvals } from './access-rule.data.ts'

/** The owner of an account says who may approve: its own people alone, or an owner of the staff as well. */
export const setAccessRule = writeOperation({
  name: 'access_rule.set',
  purpose: 'access',
  http: 'PUT /access-rule',
  says: 'Say who may approve a lease',
  who: { member: ['owner'] },
  input: z.strictObject({ approval: z.enum(approvals) }),
  output: z.object({ approval: z.enum(approvals) }),
  async run({ trx, actor, input, concerning }) {
    const { accountId, personId } = actor
    concerning({ accountId, personIds: [personId] })
    const change = { approval: input.approval, changed_at: sql<Date>`now()`, changed_by: personId }
    await trx
      .insertInto('access_rule')
      .values({ account_id: accountId, ...change })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(change))
      .execute()
    return input
  },
})
