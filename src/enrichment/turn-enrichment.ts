import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../platform/database/id.ts'
import type { For } from '../privacy/map/types.ts'
import { readOperation, writeOperation } from '../privacy/operation/operation.ts'

/** How the switch stands. Nobody ever turned it: off. */
export async function switchNow(db: Kysely<For<'enrichment'>>): Promise<{ state: 'on' | 'off'; at: Date | null }> {
  const last = await db
    .selectFrom('enrichment_switch')
    .select(['state', 'turned_at'])
    .orderBy('turned_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? { state: last.state, at: last.turned_at } : { state: 'off', at: null }
}

export const showEnrichment = readOperation({
  name: 'enrichment.show',
  purpose: 'enrichment',
  http: 'GET /enrichment',
  says: 'Whether additions from public sources are on',
  who: { staff: 'any' },
  input: z.strictObject({}),
  output: z.object({ state: z.enum(['on', 'off']), at: z.date().nullable() }),
  async run({ db }) {
    return await switchNow(db)
  },
})

/** Turns additions on or off. Off, nothing can be added and nothing that was added is shown to the staff. */
export const turnEnrichment = writeOperation({
  name: 'enrichment.turn',
  purpose: 'enrichment',
  http: 'PUT /enrichment',
  says: 'Turn additions from public sources on or off',
  who: { staff: ['owner'], fresh: true },
  input: z.strictObject({ state: z.enum(['on', 'off']) }),
  output: z.object({}),
  async run({ trx, actor, input, now }) {
    await sql`select pg_advisory_xact_lock(hashtext('zavor enrichment switch'))`.execute(trx)
    if ((await switchNow(trx)).state === input.state) return {}
    await trx
      .insertInto('enrichment_switch')
      .values({ id: newId(), state: input.state, turned_at: now, turned_by: actor.staffId })
      .execute()
    return {}
  },
})
