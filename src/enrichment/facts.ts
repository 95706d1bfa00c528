import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../platform/database/id.ts'
import { m } from '../platform/language/words.ts'
import { civilDayOf } from '../privacy/clock/civil-day.ts'
import { Conflict, Invalid, NotFound, Refused } from '../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../privacy/operation/operation.ts'
import { enrichmentFields } from './enrichment.rules.ts'
import { switchNow } from './turn-enrichment.ts'

const line = (shortest: number, longest: number, says: () => string) =>
  z
    .string({ error: () => says() })
    .trim()
    .min(shortest, { error: () => says() })
    .max(longest, { error: () => says() })
const adders = ['owner', 'sales', 'technician'] as const

/** Writes down a public fact that somebody passed on, with where and when it was found. It replaces nothing. */
export const addFact = writeOperation({
  name: 'enrichment.add',
  purpose: 'enrichment',
  http: 'POST /clients/{accountId}/facts',
  says: 'Add a public fact that somebody passed on, with its source and day. Only while additions are on.',
  who: { staff: adders },
  input: z.strictObject({
    accountId: z.uuid(),
    /** Whom it is about, or who speaks for the company: an objection of theirs takes it away. */
    personId: z.uuid({ error: () => m.enrichment_expect_person() }),
    field: z.enum(enrichmentFields, { error: () => m.enrichment_expect_field() }),
    value: line(1, 500, m.enrichment_expect_value),
    source: line(3, 300, m.enrichment_expect_source),
    // Once more below, by the clock of the transaction: here it is said together with what else is wrong.
    sourceOn: z.iso
      .date({ error: () => m.enrichment_expect_day() })
      .refine((day) => day <= civilDayOf(new Date()), { error: () => m.enrichment_expect_day() }),
  }),
  output: z.object({ factId: z.string() }),
  async run({ trx, actor, input, now, concerning }) {
    const { accountId, personId, field, value, source, sourceOn } = input
    // Waits for whoever turns it off at this moment, and then finds it off.
    await sql`select pg_advisory_xact_lock_shared(hashtext('zavor enrichment switch'))`.execute(trx)
    if ((await switchNow(trx)).state === 'off') throw new Conflict('off', m.enrichment_is_off())
    if (sourceOn > civilDayOf(now)) throw new Invalid({ sourceOn: m.enrichment_expect_day() })
    const { rows } = await sql<{ out: boolean }>`
      select base.is_limited(${accountId}::uuid, ${personId}::uuid, 'enrichment') as out`.execute(trx)
    if (rows[0]?.out) throw new Refused('objected', m.enrichment_objected())
    const factId = newId()
    try {
      await trx
        .insertInto('enrichment_fact')
        .values({
          account_id: accountId,
          id: factId,
          person_id: personId,
          field,
          value,
          source,
          source_on: sourceOn,
          added_at: now,
          added_by: actor.staffId,
        })
        .execute()
    } catch (error) {
      // No such person under this account, or one who is erased.
      if (['23503', 'ZV410'].includes(String((error as { code?: unknown }).code))) throw new NotFound('person')
      throw error
    }
    concerning({ accountId, personIds: [personId] })
    return { factId }
  },
})

export const removeFact = writeOperation({
  name: 'enrichment.remove',
  purpose: 'enrichment',
  http: 'POST /clients/{accountId}/facts/{factId}/removal',
  says: 'Take a fact away that is wrong or not needed',
  who: { staff: adders },
  input: z.strictObject({ accountId: z.uuid(), factId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input, now, concerning }) {
    concerning({ accountId: input.accountId })
    const removed = await trx
      .updateTable('enrichment_fact')
      .set({ removed_at: now, removed_by: actor.staffId })
      .where('account_id', '=', input.accountId)
      .where('id', '=', input.factId)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (removed.numUpdatedRows !== 1n) throw new NotFound('enrichment_fact')
    return {}
  },
})

/** What was added about a client, each with its source. Nothing while it is off, and nothing about who objected. */
export const listFacts = readOperation({
  name: 'enrichment.of_client',
  purpose: 'enrichment',
  http: 'GET /clients/{accountId}/facts',
  says: 'Public facts that were passed on about a client, with their sources',
  who: { staff: adders },
  input: z.strictObject({ accountId: z.uuid() }),
  output: z.object({
    state: z.enum(['on', 'off']),
    facts: z.array(
      z.object({
        id: z.string(),
        personId: z.string(),
        field: z.enum(enrichmentFields),
        value: z.string(),
        source: z.string(),
        sourceOn: z.string(),
        addedAt: z.date(),
      }),
    ),
  }),
  async run({ db, input: { accountId }, concerning }) {
    const { state } = await switchNow(db)
    if (state === 'off') return { state, facts: [] }
    const rows = await db
      .selectFrom('enrichment_fact')
      .select(['id', 'person_id', 'field', 'value', 'source', 'source_on', 'added_at'])
      .where('account_id', '=', accountId)
      .where('removed_at', 'is', null)
      .orderBy('added_at', 'desc')
      .limit(200)
      .execute()
    concerning({ accountId, personIds: rows.map((row) => row.person_id) })
    return {
      state,
      facts: rows.map(({ person_id, source_on, added_at, ...row }) => ({
        ...row,
        personId: person_id,
        sourceOn: source_on,
        addedAt: added_at,
      })),
    }
  },
})
