import { sql } from 'kysely'
import { z } from 'zod'
import { doneAgain, endAgain, endLine } from '../privacy/ledger/know-line.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import { endAnswers } from './end-answers.ts'

/** After a restore, before anything serves: a transfer of the business that was cancelled since asks nobody and hands nothing over. */
export const replayCampaignEnd = writeOperation({
  name: 'succession.replay_end',
  purpose: 'rights',
  who: { system: true },
  input: endLine.extend({ what: z.literal('succession_campaign') }),
  output: doneAgain,
  async run({ trx, input: line, enqueue }) {
    return await endAgain(trx, line, async () => {
      const { numUpdatedRows } = await trx
        .updateTable('succession_campaign')
        .set({ cancelled_at: new Date(line.at) })
        .where('id', '=', line.of)
        .where('cancelled_at', 'is', null)
        .where('handed_over_at', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows > 0n) await enqueue(endAnswers, { campaignId: line.of, after: null }, { key: line.of })
      return numUpdatedRows
    })
  },
})

/**
 * The same of a yes that was taken back since while a yes to another transfer stood, so that no line of the ledger of limits
 * takes it back.
 */
export const replayAnswerEnd = writeOperation({
  name: 'succession.replay_answer_end',
  purpose: 'rights',
  who: { system: true },
  input: endLine.extend({ what: z.literal('succession_answer') }),
  output: doneAgain,
  async run({ trx, input: line, concerning }) {
    return await endAgain(trx, line, async () => {
      const fallen = await trx
        .updateTable('succession_answer')
        .set({ answer: null, answered_at: null, answered_by: null })
        .set({ agreed_at: sql<Date | null>`case when handed_over_at is not null then agreed_at end` })
        .where('account_id', '=', line.accountId)
        .where('id', '=', line.of)
        .where('answer', '=', 'yes')
        .returning('person_id')
        .execute()
      for (const { person_id } of fallen) concerning({ accountId: line.accountId, personIds: [person_id] })
      return BigInt(fallen.length)
    })
  },
})
