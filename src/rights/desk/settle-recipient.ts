import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { lockCase } from '../request/case.queries.ts'

const tellings = ['letter', 'phone', 'portal', 'nothing_disclosed', 'disproportionate'] as const

/** Notes that a recipient was told, or why it could not be (Art. 19). */
export const settleRecipient = writeOperation({
  name: 'request.settle_recipient',
  purpose: 'rights',
  http: 'POST /rights/requests/{caseId}/recipients/{recipientId}',
  says: 'Note that a recipient was told of a change, or why not',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ caseId: z.uuid(), recipientId: z.uuid(), how: z.enum(tellings) }),
  output: z.object({}),
  async run({ trx, actor, input, now, concerning }) {
    const row = await lockCase(trx, input.caseId)
    concerning({ accountId: row.account_id, personIds: [row.person_id] })
    const settled = await trx
      .updateTable('rights_recipient')
      .set({
        status: input.how === 'disproportionate' ? 'impossible' : 'told',
        how: input.how,
        settled_at: now,
        settled_by: actor.staffId,
      })
      .where('account_id', '=', row.account_id)
      .where('case_id', '=', row.id)
      .where('id', '=', input.recipientId)
      .where('status', '=', 'to_tell')
      .executeTakeFirst()
    if (settled.numUpdatedRows !== 1n) throw new NotFound('recipient')
    return {}
  },
})
