import { z } from 'zod'
import { doAgain, endLine } from '../privacy/ledger/know-line.ts'
import { writeOperation } from '../privacy/operation/operation.ts'

export const approvalEnds = ['case_study_approval'] as const

/** After a restore, before anything serves: a text whose approval was taken back since is off the pages again. */
export const replayApprovalEnd = writeOperation({
  name: 'case_study.replay_end',
  purpose: 'rights',
  who: { system: true },
  input: endLine.extend({ what: z.enum(approvalEnds) }),
  output: z.object({ done: z.enum(['again', 'nobody']) }),
  async run({ trx, input: line, concerning }) {
    const { numUpdatedRows } = await doAgain(trx, line, () =>
      trx
        .updateTable('case_study_approval')
        .set({ withdrawn_at: new Date(line.at) })
        .where('account_id', '=', line.accountId)
        .where('id', '=', line.of)
        .where('decision', '=', 'approved')
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst(),
    )
    if (numUpdatedRows > 0n) concerning({ accountId: line.accountId })
    return { done: numUpdatedRows > 0n ? ('again' as const) : ('nobody' as const) }
  },
})
