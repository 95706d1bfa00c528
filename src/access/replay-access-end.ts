import { sql } from 'kysely'
import { z } from 'zod'
import { endLine, knowLine } from '../privacy/ledger/know-line.ts'
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
  output: z.object({ done: z.enum(['again', 'nobody']) }),
  async run({ trx, input: line, concerning }) {
    const { accountId, of, what, at } = line
    await sql`select set_config('zavor.ledger_line', ${line.id}, true)`.execute(trx)
    const ended = { ended_at: new Date(at) }
    let changed = 0n
    if (what === 'deposit') {
      const gone = await trx
        .updateTable('deposit')
        .set({ ...ended, sealed: null, ending: 'withdrawn' })
        .where('account_id', '=', accountId)
        .where('id', '=', of)
        .where('ended_at', 'is', null)
        .returning('item_id')
        .executeTakeFirst()
      if (gone) {
        changed = 1n
        await endLeases(trx, accountId, { depositId: of }, 'deposit_withdrawn')
        await trx
          .updateTable('secret_request_item')
          .set({ status: 'withdrawn' })
          .where('account_id', '=', accountId)
          .where('id', '=', gone.item_id)
          .execute()
      }
    }
    if (what === 'lease') {
      const { numUpdatedRows } = await trx
        .updateTable('lease')
        .set({ ...ended, status: 'ended', ending: 'ended' })
        .where('account_id', '=', accountId)
        .where('id', '=', of)
        .where('status', 'in', ['asked', 'approved'])
        .executeTakeFirst()
      changed = numUpdatedRows
    }
    if (what === 'access_rule') {
      const author = await authorOf(trx, accountId, of)
      const rule = { approval: 'client' as const, changed_at: new Date(at), changed_by: author ?? of }
      const set = author
        ? await trx
            .insertInto('access_rule')
            .values({ account_id: accountId, ...rule })
            .onConflict((conflict) =>
              conflict.column('account_id').doUpdateSet(rule).where('access_rule.approval', '<>', 'client'),
            )
            .executeTakeFirst()
        : null
      changed = set?.numInsertedOrUpdatedRows ?? 0n
    }
    if (changed > 0n) concerning({ accountId })
    await knowLine(trx, line)
    return { done: changed > 0n ? ('again' as const) : ('nobody' as const) }
  },
})

/** Who said it; where they came after the backup, whoever of the account was there first. Null: nobody is. */
async function authorOf(trx: PurposeTrx<'access'>, accountId: string, personId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('person')
    .select('id')
    .where('account_id', '=', accountId)
    .orderBy(sql`id = ${personId}`, 'desc')
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}
