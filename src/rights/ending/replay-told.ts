import { sql } from 'kysely'
import { z } from 'zod'
import { doneAgain, endAgain, endLine } from '../../privacy/ledger/know-line.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { type ToldHow, toldHow } from '../request/rights-recipient.data.ts'

/** After a restore, before anything serves: a recipient who was told of a change since is not told twice (Art. 19). */
export const replayTold = writeOperation({
  name: 'request.replay_told',
  purpose: 'rights',
  who: { system: true },
  input: endLine.extend({ what: z.literal('recipient_told') }),
  output: doneAgain,
  async run({ trx, input: line, concerning }) {
    const how = toldHow.find((one) => one === line.roles?.[0]) ?? ('letter' satisfies ToldHow)
    concerning({ accountId: line.accountId })
    return await endAgain(trx, line, async () => {
      const { numUpdatedRows } = await trx
        .updateTable('rights_recipient')
        .set({ status: how === 'disproportionate' ? 'impossible' : 'told', how, settled_at: new Date(line.at) })
        .where('status', '=', 'to_tell')
        .where(sql<boolean>`base.told_mark(case_id, recipient, disclosures) = ${line.of}::uuid`)
        .executeTakeFirst()
      return numUpdatedRows
    })
  },
})
