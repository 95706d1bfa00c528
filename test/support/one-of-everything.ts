/**
 * One row of every table under an account, each personal text holding a needle: from the data maps and the catalogue, so
 * that a table added tomorrow is in it tomorrow. What a check constraint demands beyond types stands in `wanted`.
 */
import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { maps } from '../../src/app/maps.ts'
import { newId } from '../../src/platform/database/id.ts'
import type { AnyColumn } from '../../src/privacy/map/column.ts'
import type { AnyDataMap } from '../../src/privacy/map/data-map.ts'
import { wanted } from './one-of-everything.wanted.ts'

export type Row = Record<string, unknown>

export interface Everything {
  readonly needle: string
  readonly accountId: string
  /** The row made in each table. */
  readonly rows: ReadonlyMap<string, Row>
}

interface ForeignKey {
  readonly table: string
  readonly columns: string[]
  readonly target: string
  readonly targets: string[]
}

/** Tables of the access log and of the whole provider: one for all accounts. */
const shared = new Set(['audit_inbox', 'audit_entry', 'audit_head', 'audit_anchor', 'provider', 'setup_token'])

export async function oneOfEverything(owner: Pool, needle: string): Promise<Everything> {
  const keys = await foreignKeys(owner)
  const accountId = newId()
  const rows = new Map<string, Row>()
  for (const map of inOrder(keys)) {
    const row = rowFor(map, keys, rows, needle, accountId)
    if (row) rows.set(map.table, await insert(owner, map.table, row))
  }
  return { needle, accountId, rows }
}

async function foreignKeys(owner: Pool): Promise<ForeignKey[]> {
  const { rows } = await owner.query<ForeignKey>(`
    select c.relname as "table", t.relname as target,
      array(select attname::text from unnest(k.conkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = c.oid and a.attnum = u.n order by o) as columns,
      array(select attname::text from unnest(k.confkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = t.oid and a.attnum = u.n order by o) as targets
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    join pg_namespace n on n.oid = c.relnamespace where k.contype = 'f' and n.nspname = 'base'`)
  return rows
}

function inOrder(keys: readonly ForeignKey[]): AnyDataMap[] {
  const left = maps.filter((map) => !shared.has(map.table))
  const done: AnyDataMap[] = []
  const ready = (map: AnyDataMap) =>
    keys.every(
      (key) =>
        key.table !== map.table ||
        key.target === map.table ||
        shared.has(key.target) ||
        done.some((other) => other.table === key.target),
    )
  while (left.length > 0) {
    const next = left.findIndex(ready)
    if (next < 0) throw new Error(`foreign keys run in a circle: ${left.map((map) => map.table).join(', ')}`)
    done.push(...left.splice(next, 1))
  }
  return done
}

function rowFor(
  map: AnyDataMap,
  keys: readonly ForeignKey[],
  rows: ReadonlyMap<string, Row>,
  needle: string,
  accountId: string,
): Row | null {
  const wishes = wanted[map.table]
  if (wishes === 'none') return null
  const row: Row = {}
  for (const [name, column] of Object.entries(map.columns)) {
    if (!column.options.generated) row[name] = valueFor(map, name, column, needle, accountId)
  }
  for (const key of keys) {
    const target = key.table === map.table && key.target !== map.table ? rows.get(key.target) : undefined
    if (target)
      key.columns.forEach((column, n) => {
        row[column] = target[key.targets[n] as string]
      })
  }
  for (const [name, wish] of Object.entries(wishes ?? {}))
    row[name] = typeof wish === 'function' ? wish(row, needle) : wish
  return row
}

function valueFor(map: AnyDataMap, name: string, column: AnyColumn, needle: string, accountId: string): unknown {
  if (column.role === 'account') return accountId
  if (map.table === 'account' && name === 'id') return accountId
  if (column.role === 'key') return newId()
  const personal = column.options.category !== undefined
  if (column.options.optional && !personal) return null
  if (column.values) return column.values[0]
  const label = `${needle} ${map.table} ${name}`
  const values: Readonly<Record<string, () => unknown>> = {
    text: () => (name.includes('email') ? `${needle}.${map.table}@needle.test`.toLowerCase() : label),
    uuid: newId,
    integer: () => 1,
    bigint: () => '1',
    boolean: () => true,
    timestamptz: () => new Date(),
    date: () => '2026-11-22',
    jsonb: () => (personal ? JSON.stringify({ text: label }) : '{}'),
    bytea: () => randomBytes(48),
    'text[]': () => (personal ? [label] : []),
    'uuid[]': () => [],
  }
  return values[column.sql]?.() ?? null
}

async function insert(owner: Pool, table: string, row: Row): Promise<Row> {
  const names = Object.keys(row)
  const holes = names.map((_, n) => `$${n + 1}`).join(', ')
  try {
    const { rows } = await owner.query(
      `insert into base."${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${holes}) returning *`,
      names.map((name) => row[name]),
    )
    return rows[0]
  } catch (error) {
    throw new Error(
      `one of everything: ${table}: ${(error as Error).message}; say in one-of-everything.wanted.ts what it needs`,
    )
  }
}
