/** All SQL of retention. The periods lie inside the compiled functions: nobody can end anything sooner. */
import { type QueryExecutorProvider, sql } from 'kysely'
import type { PurposeDb, PurposeTrx } from '../map/types.ts'

export type Counts = Readonly<Record<string, number>>

export interface EndedBatch {
  readonly rows: Counts
  /** Account and id of each file whose row is gone. */
  readonly files: readonly (readonly [accountId: string, fileId: string])[]
}

export interface DueCount {
  readonly due: number
  readonly held: number
  /** When the oldest of them began to count; null when there is none. */
  readonly first: Date | null
}

/**
 * Ends up to `most` due rows of a table with all that goes with them. Rows that somebody works on now are left for later.
 * The transaction's commit does not wait for the disk by itself: its entry in the access log comes after it and waits for
 * both, and what a crash took back would be due again.
 */
export async function endDue(trx: QueryExecutorProvider, table: string, most: number): Promise<EndedBatch> {
  const { rows } = await sql<{
    ended: EndedBatch
  }>`select base.end_due(${table}::text, ${most}::integer) as ended, set_config('synchronous_commit', 'off', true)`.execute(
    trx,
  )
  return rows[0]?.ended ?? { rows: {}, files: [] }
}

/** Makes the parts of the months to come, and drops those past their period. Answers how many rows went. */
export async function endParts(trx: QueryExecutorProvider, table: string): Promise<number> {
  await sql`select base.make_parts()`.execute(trx)
  const { rows } = await sql<{ gone: string }>`select base.end_parts(${table}::text) as gone`.execute(trx)
  return Number(rows[0]?.gone ?? 0)
}

/** @param before the cutoff: now less the period */
export async function countDue(db: QueryExecutorProvider, table: string, before: Date): Promise<DueCount> {
  const { rows } = await sql<{ due: number; held: number; first: string | null }>`
    select x.due, x.held, x.first from jsonb_to_record(base.count_due(${table}::text, ${before}::timestamptz))
      as x(due integer, held integer, first text)`.execute(db)
  const { due = 0, held = 0, first = null } = rows[0] ?? {}
  return { due, held, first: first === null ? null : new Date(first) }
}

export interface Held {
  readonly accountId: string
  readonly account: string | null
  readonly personId: string | null
  readonly person: string | null
  readonly why: string
  readonly holdId: string | null
  readonly reason: string | null
  readonly since: Date
  readonly due: string | null
}

/** Whose data does not end by time now, and why; legal holds with who may be asked about them. */
export async function heldNow(db: QueryExecutorProvider, most: number): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select h.account_id as "accountId", a.name as account, h.person_id as "personId", p.name as person, h.why,
      l.id as "holdId", l.reason, h.since, h.due
    from base.held_people() h left join account a on a.id = h.account_id
      left join person p on p.account_id = h.account_id and p.id = h.person_id
      left join legal_hold l on h.why = 'legal_hold' and l.account_id = h.account_id and l.released_at is null
        and l.person_id is not distinct from h.person_id
    order by h.due nulls last, h.since desc, h.account_id, h.person_id limit ${most}`.execute(db)
  return rows
}

type Rights = PurposeDb<'rights'>

export async function openRuns(
  trx: PurposeTrx<'rights'>,
  id: string,
  tables: readonly { table: string; class: string }[],
) {
  await trx
    .insertInto('retention_run')
    .values(tables.map((one) => ({ id, table_name: one.table, class: one.class })))
    .execute()
}

/** Adds one batch to its run; the run is over when nothing more was due. */
export async function noteBatch(trx: PurposeTrx<'rights'>, runId: string, table: string, rows: Counts, over: boolean) {
  await sql`update base.retention_run r set batches = r.batches + 1,
      finished_at = case when ${over} then clock_timestamp() else r.finished_at end,
      ended = (select coalesce(jsonb_object_agg(x.key, x.sum), '{}') from (
        select e.key, sum(e.value::bigint) as sum
        from (select * from jsonb_each_text(r.ended) union all select * from jsonb_each_text(${JSON.stringify(rows)}::jsonb)) e
        group by e.key) x)
    where r.id = ${runId}::uuid and r.table_name = ${table}::text`.execute(trx)
}

/** The newest runs, each table a row. */
export function newestRuns(db: Rights, most: number) {
  return db
    .selectFrom('retention_run')
    .select(['id', 'table_name', 'class', 'started_at', 'finished_at', 'batches', 'ended'])
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .orderBy('table_name')
    .limit(most)
    .execute()
}
