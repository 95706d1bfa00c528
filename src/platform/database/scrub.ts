import type { Pool } from 'pg'

const statistics = 'pg_catalog.pg_statistic'

/** Tables above this are left to PostgreSQL's own vacuum: rewriting them would hold them too long. */
const largestBytes = 64 * 1024 * 1024

/**
 * Rewrites tables so that no deleted row's bytes stay in the database's files, gathers their statistics anew (which quote
 * common values), and moves on from the log that still holds the changes. Data is not touched. Answers how many tables.
 * @param pool a role that may maintain tables; one that may not changes nothing
 */
export async function scrubDatabase(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ name: string; small: boolean }>(
    `select format('%I.%I', n.nspname, c.relname) as name, pg_total_relation_size(c.oid) <= $1 as small
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and (n.nspname in ('base', 'zavor') or c.oid = '${statistics}'::regclass
       or (n.nspname = 'graphile_worker' and c.relname like '\\_private\\_%'))
     order by (c.oid = '${statistics}'::regclass), 1`,
    [largestBytes],
  )
  let rewritten = 0
  await clearStatistics(pool, computed)
  for (const { name, small } of rows) {
    if (name === statistics) await clearStatistics(pool, emptyTables)
    const whole = small && (await done(pool, `vacuum (full, analyze) ${name}`))
    if (whole) rewritten += 1
    else await done(pool, `vacuum (analyze) ${name}`)
  }
  // Twice: the log before a checkpoint's own beginning is only then given up.
  for (let round = 0; round < 2; round++) {
    await done(pool, 'select pg_switch_wal()')
    await done(pool, 'checkpoint')
  }
  return rewritten
}

/** Statistics of a table's columns. */
const emptyTables = `t.oid = c.oid and pg_relation_size(t.oid) = 0`
/** Statistics of what an index computes: "lower(email)". */
const computed = `c.oid in (select i.indexrelid from pg_index i where i.indrelid = t.oid and i.indexprs is not null)`

/**
 * ANALYZE leaves statistics as they are where it finds no row, of a table or of an index over some of its rows: they would
 * go on quoting whoever was in it last. Before PostgreSQL 18 nothing but the next rows takes them away.
 */
async function clearStatistics(pool: Pool, which: string): Promise<void> {
  const { rows } = await pool.query<{ can: boolean }>(
    `select to_regproc('pg_catalog.pg_clear_attribute_stats') is not null as can`,
  )
  if (!rows[0]?.can) return
  await done(
    pool,
    `select pg_clear_attribute_stats(n.nspname, c.relname, a.attname, false)
     from pg_class t join pg_class c on ${which} join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where t.relkind = 'r' and t.relnamespace in ('base'::regnamespace, 'zavor'::regnamespace)`,
  )
}

/** A table in use, or a right that is not given, is no failure: the next run, or PostgreSQL, gets to it. */
async function done(pool: Pool, statement: string): Promise<boolean> {
  return await pool.query(statement).then(
    () => true,
    (error: { code?: string }) => {
      if (error.code !== '55P03' && error.code !== '42501' && error.code !== '40P01') throw error
      return false
    },
  )
}
