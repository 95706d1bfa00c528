import { z } from 'zod'
import { doneAgain, endAgain, endLine } from '../privacy/ledger/know-line.ts'
import type { PurposeTrx } from '../privacy/map/types.ts'
import { writeOperation } from '../privacy/operation/operation.ts'

export const approvalEnds = ['case_study_approval', 'case_study'] as const

/**
 * After a restore, before anything serves: a text whose approval was taken back since is off the pages again, and so is one
 * that the provider dropped or wrote anew since. Written anew it is lost, so that the one of then would be shown in its place.
 */
export const replayApprovalEnd = writeOperation({
  name: 'case_study.replay_end',
  purpose: 'rights',
  who: { system: true },
  input: endLine.extend({ what: z.enum(approvalEnds) }),
  output: doneAgain,
  async run({ trx, input: line, concerning }) {
    const ended = await endAgain(trx, line, () => ends[line.what](trx, line))
    if (ended.done === 'again') concerning({ accountId: line.accountId })
    return ended
  },
})

type Trx = PurposeTrx<'rights'>
type EndLine = z.output<typeof endLine>

/** How many rows each changes. */
const ends: Readonly<Record<(typeof approvalEnds)[number], (trx: Trx, line: EndLine) => Promise<bigint>>> = {
  async case_study_approval(trx, { accountId, of, at }) {
    const { numUpdatedRows } = await trx
      .updateTable('case_study_approval')
      .set({ withdrawn_at: new Date(at) })
      .where('account_id', '=', accountId)
      .where('id', '=', of)
      .where('decision', '=', 'approved')
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows
  },
  async case_study(trx, { accountId, of, at }) {
    const { numUpdatedRows } = await trx
      .updateTable('case_study')
      .set({ dropped_at: new Date(at) })
      .where('account_id', '=', accountId)
      .where('id', '=', of)
      .where('dropped_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows
  },
}
