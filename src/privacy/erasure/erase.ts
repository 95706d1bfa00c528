/** Ends what is held about an account or one person of it, table by table, in the order that foreign keys demand. */
import { type QueryExecutorProvider, sql } from 'kysely'
import { type Fate, fateOf } from '../compiler/erase.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import { accountColumn } from '../map/uses.ts'
import { childrenFirst, readLinks } from './foreign-keys.ts'

/** Rows by table name. */
export type Counts = Readonly<Record<string, number>>

/** A whole account, or one person of it. */
export interface ErasureScope {
  readonly accountId: string
  readonly personId: string | null
}

export interface Erased {
  /** Rows deleted or emptied. */
  readonly done: Counts
  /** Rows that a law keeps, and what was done for the company and stays with it. */
  readonly kept: Counts
}

/** What an erasure would come upon. Changes nothing. */
export function countErasable(
  db: QueryExecutorProvider,
  maps: readonly AnyDataMap[],
  scope: ErasureScope,
): Promise<Erased> {
  return perTable(db, maps, scope, 'count_erasable')
}

/**
 * Erases, or finds that nothing is left to erase. Of purpose `rights`, inside a transaction, which may from then on take
 * longer than others: a client of many years has many rows, and must not be the one who cannot be erased.
 */
export async function eraseRows(
  trx: QueryExecutorProvider,
  maps: readonly AnyDataMap[],
  scope: ErasureScope,
): Promise<Erased> {
  await sql`set local statement_timeout = '15min'`.execute(trx)
  return perTable(trx, maps, scope, 'erase_rows')
}

const ends: ReadonlySet<Fate> = new Set<Fate>(['delete', 'anonymise'])

async function perTable(
  db: QueryExecutorProvider,
  maps: readonly AnyDataMap[],
  { accountId, personId }: ErasureScope,
  act: 'erase_rows' | 'count_erasable',
): Promise<Erased> {
  const done: Record<string, number> = {}
  const kept: Record<string, number> = {}
  // One question for all tables: the function is called in their order, and each call sees what the one before it did.
  const { rows } = await sql<{ name: string; rows: string }>`select w.name,
      base.${sql.ref(act)}(w.name, ${accountId}::uuid, ${personId}::uuid) as rows
    from unnest(${await tablesInOrder(db, maps)}::text[]) with ordinality as w(name, place) order by w.place`.execute(
    db,
  )
  const found = new Map(rows.map((row) => [row.name, Number(row.rows)]))
  for (const map of maps) {
    const count = found.get(map.table) ?? 0
    if (count > 0) (ends.has(fateOf(map, personId === null ? 'account' : 'person')) ? done : kept)[map.table] = count
  }
  return { done, kept }
}

const orders = new WeakMap<readonly AnyDataMap[], readonly string[]>()

/** Read once for a list of maps: foreign keys change with a migration, and no process outlives one. */
async function tablesInOrder(db: QueryExecutorProvider, maps: readonly AnyDataMap[]): Promise<readonly string[]> {
  const known = orders.get(maps)
  if (known) return known
  const rank = childrenFirst(await readLinks(db))
  const own = maps.filter((map) => accountColumn(map) !== null).map(({ table }) => table)
  const order = own.sort((a, b) => rank(a) - rank(b))
  orders.set(maps, order)
  return order
}

/** Removes a login unless it still serves somebody. Tells whether it did. */
export async function forgetLogin(trx: QueryExecutorProvider, loginId: string): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`select base.forget_login(${loginId}::uuid) as gone`.execute(trx)
  return rows[0]?.gone ?? false
}

/** Takes waiting jobs about these ids out of the queue. */
export async function dropJobs(trx: QueryExecutorProvider, ids: readonly string[]): Promise<void> {
  await sql`select base.drop_jobs(${[...ids]}::uuid[])`.execute(trx)
}
