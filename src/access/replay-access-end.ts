import { sql } from 'kysely'
import { z } from 'zod'
import { doneAgain, endAgain, endLine } from '../privacy/ledger/know-line.ts'
import type { PurposeTrx } from '../privacy/map/types.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import { endLeases } from './lease/end-leases.ts'

/** What of a line of the ledger outside this capability ends again. */
export const accessEnds = ['deposit', 'lease', 'access_rule'] as const

/**
 * After a restore, before anything serves: what was handed over and taken back since is destroyed again, a lease that ended
 * ends, and a client's word that it alone approves holds.
 */
export const replayAccessEnd = writeOperation({
  name: 'access.replay_end',
  purpose: 'access',
  who: { system: true },
  input: endLine.extend({ what: z.enum(accessEnds) }),
  output: doneAgain,
  async run({ trx, input: line, concerning }) {
    const ended = await endAgain(trx, line, () => ends[line.what](trx, line))
    if (ended.done === 'again') concerning({ accountId: line.accountId })
    return ended
  },
})

type Trx = PurposeTrx<'access'>
type EndLine = z.output<typeof endLine>

/** How many rows each changes. */
const ends: Readonly<Record<(typeof accessEnds)[number], (trx: Trx, line: EndLine) => Promise<bigint>>> = {
  async deposit(trx, { accountId, of, at }) {
    const gone = await trx
      .updateTable('deposit')
      .set({ ended_at: new Date(at), sealed: null, ending: 'withdrawn' })
      .where('account_id', '=', accountId)
      .where('id', '=', of)
      .where('ended_at', 'is', null)
      .returning('item_id')
      .executeTakeFirst()
    if (!gone) return 0n
    await endLeases(trx, accountId, { depositId: of }, 'deposit_withdrawn')
    await trx
      .updateTable('secret_request_item')
      .set({ status: 'withdrawn' })
      .where('account_id', '=', accountId)
      .where('id', '=', gone.item_id)
      .execute()
    return 1n
  },
  async lease(trx, { accountId, of, at }) {
    const { numUpdatedRows } = await trx
      .updateTable('lease')
      .set({ ended_at: new Date(at), status: 'ended', ending: 'ended' })
      .where('account_id', '=', accountId)
      .where('id', '=', of)
      .where('status', 'in', ['asked', 'approved'])
      .executeTakeFirst()
    return numUpdatedRows
  },
  async access_rule(trx, { accountId, of, at }) {
    const author = await authorOf(trx, accountId, of)
    if (!author) return 0n
    const rule = { approval: 'client' as const, changed_at: new Date(at), changed_by: author }
    const set = await trx
      .insertInto('access_rule')
      .values({ account_id: accountId, ...rule })
      .onConflict((conflict) =>
        conflict.column('account_id').doUpdateSet(rule).where('access_rule.approval', '<>', 'client'),
      )
      .executeTakeFirst()
    return set.numInsertedOrUpdatedRows ?? 0n
  },
}

/** Who said it; where they came after the backup, whoever of the account was there first. Null: nobody is. */
async function authorOf(trx: Trx, accountId: string, personId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('person')
    .select('id')
    .where('account_id', '=', accountId)
    .orderBy(sql`id = ${personId}`, 'desc')
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}
