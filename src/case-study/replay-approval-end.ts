import { sql } from 'kysely'
import { z } from 'zod'
import { endLine, knowLine } from '../privacy/ledger/know-line.ts'
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
    await sql`select set_config('zavor.ledger_line', ${line.id}, true)`.execute(trx)
    const { numUpdatedRows } = await trx
      .updateTable('case_study_approval')
      .set({ withdrawn_at: new Date(line.at) })
      .where('account_id', '=', line.accountId)
      .where('id', '=', line.of)
      .where('decision', '=', 'approved')
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) concerning({ accountId: line.accountId })
    await knowLine(trx, line)
    return { done: numUpdatedRows > 0n ? ('again' as const) : ('nobody' as const) }
  },
})
