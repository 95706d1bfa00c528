/**
 * A row in every table that lies under an account or hangs on a login, about one person, with a telltale text in every
 * column that can hold one. Foreign keys and checks are taken off the test's own database: what counts is the columns.
 */
import type { Pool } from 'pg'
import { maps } from '../../src/app/maps.ts'
import { newId } from '../../src/platform/database/id.ts'
import { quote } from '../../src/privacy/compiler/quote.ts'
import type { AnyColumn } from '../../src/privacy/map/column.ts'
import type { AnyDataMap } from '../../src/privacy/map/data-map.ts'
import { accountColumn, isPersonal } from '../../src/privacy/map/uses.ts'

export interface Whose {
  readonly accountId: string
  readonly personId: string
  readonly loginId: string
  /** Tells this person's texts from another's. */
  readonly mark: string
}

export interface Canary {
  readonly table: string
  readonly column: string
  readonly value: string
}

/** Tables that belong to people of accounts, by their data maps. What is sealed is real or not there. */
export const peoplesMaps = maps.filter(
  (map) =>
    !['account_key', 'erasure_notice'].includes(map.table) &&
    (accountColumn(map) !== null || map.rule.login !== undefined),
)

export async function dropConstraints(owner: Pool): Promise<void> {
  const { rows } = await owner.query<{ sql: string }>(
    `select format('alter table base.%I drop constraint if exists %I cascade', c.relname, k.conname) as sql
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'base' and k.contype in ('f', 'c')`,
  )
  for (const { sql } of rows) await owner.query(sql)
}

/** Fills every table and answers what was written where. */
export async function plantCanaries(owner: Pool, whose: Whose): Promise<Canary[]> {
  const canaries: Canary[] = []
  const personFirst = [...peoplesMaps].sort((a, b) => Number(b.table === 'person') - Number(a.table === 'person'))
  for (const map of personFirst) {
    const planted = Object.entries(map.columns)
      .filter(([, column]) => !column.options.generated)
      .map(([name, column]) => ({ name, column, value: cellOf(map, name, column, whose) }))
      .filter(({ value }) => value !== undefined)
    const names = planted.map(({ name }) => quote(name)).join(', ')
    const slots = planted.map((_, at) => `$${at + 1}`).join(', ')
    await owner.query(
      `insert into base.${quote(map.table)} (${names}) values (${slots})`,
      planted.map(({ value }) => value),
    )
    for (const { name, column } of planted) {
      if (isPersonal(column) && holdsText(column))
        canaries.push({ table: map.table, column: name, value: textFor(map, name, whose) })
    }
  }
  return canaries
}

export function holdsText(column: AnyColumn): boolean {
  return ['text', 'jsonb', 'bytea', 'text[]'].includes(column.sql) && !column.values
}

export function textFor(map: AnyDataMap, column: string, { mark }: Whose): string {
  return `canary-${mark}-${map.table}-${column}`.replaceAll('_', '-')
}

function cellOf(map: AnyDataMap, name: string, column: AnyColumn, whose: Whose): unknown {
  if (column.role === 'account') return whose.accountId
  if (name === map.rule.about) return whose.personId
  if (name === map.rule.login) return whose.loginId
  if (map.table === 'person' && name === 'login_id') return whose.loginId
  if (/^(erased|destroyed|ended|closed|withdrawn)_at$/.test(name)) return undefined
  if (column.values) return column.values[0]
  if (holdsText(column) && isPersonal(column)) return inType(column, textFor(map, name, whose))
  return plainValues[column.sql]?.()
}

function inType(column: AnyColumn, text: string): unknown {
  if (column.sql === 'jsonb') return JSON.stringify({ said: text })
  if (column.sql === 'bytea') return Buffer.from(text)
  return column.sql === 'text[]' ? [text] : text
}

const plainValues: Readonly<Record<string, () => unknown>> = {
  text: () => newId(),
  uuid: () => newId(),
  integer: () => 1,
  bigint: () => '1',
  boolean: () => true,
  timestamptz: () => new Date('2026-05-05T05:05:05Z'),
  date: () => '2026-05-05',
  jsonb: () => '{}',
  bytea: () => Buffer.from(newId()),
  'text[]': () => [],
  'uuid[]': () => [],
}
