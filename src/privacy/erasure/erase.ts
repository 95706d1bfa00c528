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

/** Erases, or finds that nothing is left to erase. Of purpose `rights`, inside a transaction. */
export function eraseRows(
  trx: QueryExecutorProvider,
  maps: readonly AnyDataMap[],
  scope: ErasureScope,
): Promise<Erased> {
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
  const order = childrenFirst(await readLinks(db))
  const own = maps.filter((map) => accountColumn(map) !== null)
  for (const map of own.sort((a, b) => order(a.table) - order(b.table))) {
    const { rows } = await sql<{ rows: string }>`select base.${sql.ref(act)}(${map.table}::text, ${accountId}::uuid,
      ${personId}::uuid) as rows`.execute(db)
    const count = Number(rows[0]?.rows ?? 0)
    if (count > 0) (ends.has(fateOf(map, personId === null ? 'account' : 'person')) ? done : kept)[map.table] = count
  }
  return { done, kept }
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
