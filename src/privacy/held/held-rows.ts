/** Rows held about one person, through the purpose `self`: counted, and read page by page from the newest. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import { primaryKey } from '../map/uses.ts'
import { withoutContacts } from './contact-details.ts'
import type { HeldTable, Parent } from './held-tables.ts'

/** Whose data is asked for. An owner also sees what the account holds about no single person. */
export interface Subject {
  readonly accountId: string
  readonly personId: string
  readonly loginId: string | null
  readonly owner: boolean
}

export type HeldRow = Readonly<Record<string, unknown>>

export interface HeldPage {
  readonly rows: readonly HeldRow[]
  /** Where the next page begins; null at the end. */
  readonly next: string | null
}

/**
 * held: what is about the person, and what hangs on it. addressed: also what others wrote to them, without who they are
 * and how they are reached. given: of a conversation only what the person wrote (Art. 20).
 */
export type Reach = 'held' | 'addressed' | 'given'

/**
 * The ways in which rows are within reach, each a condition that an index answers; a row goes by one of them at most. Rows
 * about somebody else never match, whoever asks.
 */
export function waysToHeld(table: HeldTable, subject: Subject, reach: Reach): RawBuilder<boolean>[] {
  const { map, account, parents } = table
  if (account === null) {
    return subject.loginId === null ? [] : [sql`${column(map.rule.login as string)} = ${subject.loginId}::uuid`]
  }
  const { about, addressed } = map.rule
  const on = (parent: Parent) => sql<boolean>`exists (select from ${sql.table(parent.table)} p
    where p.account_id = ${column(account)} and p.id = ${column(parent.column)}
      and p.${sql.ref(parent.about)} = ${subject.personId}::uuid)`
  const mine = about === null ? [] : [sql<boolean>`${column(about)} = ${subject.personId}::uuid`]
  const shared = subject.owner ? [sql<boolean>`true`] : parents.map(on)
  const ofNobody = about === null ? shared : shared.map((way) => sql<boolean>`${column(about)} is null and ${way}`)
  const told = parents.filter((parent) => reach === 'addressed' && parent.column === addressed).map(on)
  const ways = reach === 'given' && addressed !== undefined ? mine : [...mine, ...ofNobody, ...told]
  return ways.map((way, at) => {
    const before = ways.slice(0, at).map((earlier) => sql` and (${earlier}) is not true`)
    return sql`${column(account)} = ${subject.accountId}::uuid and ${way}${sql.join(before, sql``)}`
  })
}

const column = (name: string) => sql`t.${sql.ref(name)}`

/** How many rows each table holds about the person, in one question. */
export async function countHeld(
  db: QueryExecutorProvider,
  tables: readonly HeldTable[],
  subject: Subject,
): Promise<ReadonlyMap<string, number>> {
  const counts = tables.flatMap((table) =>
    waysToHeld(table, subject, 'held').map(
      (way) => sql`select ${table.map.table}::text as name, count(*)::integer as held
        from ${sql.table(table.map.table)} t where ${way}`,
    ),
  )
  if (counts.length === 0) return new Map()
  const { rows } = await sql<{ name: string; held: number }>`select name, sum(held)::integer as held
    from (${sql.join(counts, sql` union all `)}) counted group by name`.execute(db)
  return new Map(rows.map((row) => [row.name, row.held]))
}

/**
 * One page, newest first by key.
 * @param after where the page before ended, as it said
 * @throws BadCursor when `after` is none of ours
 */
export async function pageHeld(
  db: QueryExecutorProvider,
  table: HeldTable,
  subject: Subject,
  after: string | null,
  size: number,
  reach: Reach = 'held',
): Promise<HeldPage> {
  const { map } = table
  const keys = primaryKey(map)
  const key = sql.join(keys.map(column))
  const from =
    after === null ? sql<boolean>`true` : sql<boolean>`(${key}) < (${sql.join(cursorValues(table, keys, after))})`
  const ways = waysToHeld(table, subject, reach)
  if (ways.length === 0) return { rows: [], next: null }
  const order = sql.join(keys.map((name) => sql`${column(name)} desc`))
  const asked = [...new Set([...table.columns.map(({ name }) => name), ...keys])]
  // Each way by itself, from its own index, and of all the newest: a condition with `or` would read the whole account.
  const parts = ways.map(
    (way) => sql`(select ${sql.join(asked.map(column))} from ${sql.table(map.table)} t
      where ${way} and ${from} order by ${order} limit ${size + 1})`,
  )
  const { rows } = await sql<Record<string, unknown>>`select ${sql.join(table.columns.map(({ name }) => column(name)))}
    , array[${sql.join(keys.map((name) => sql`${column(name)}::text`))}] as "key of this row"
    from (${sql.join(parts, sql` union all `)}) t order by ${order} limit ${size + 1}`.execute(db)
  const shown = rows.slice(0, size)
  const last = shown.at(-1)?.['key of this row']
  return {
    rows: shown.map(({ 'key of this row': _, ...row }) => withoutOthers(table, row, subject)),
    next: rows.length > size ? Buffer.from(JSON.stringify(last)).toString('base64url') : null,
  }
}

export class BadCursor extends Error {}

function cursorValues(table: HeldTable, keys: readonly string[], after: string): RawBuilder<unknown>[] {
  let values: unknown
  try {
    values = JSON.parse(Buffer.from(after, 'base64url').toString())
  } catch {
    throw new BadCursor()
  }
  if (!Array.isArray(values) || values.length !== keys.length) throw new BadCursor()
  return keys.map((name, at) => {
    const value = values[at]
    const type = table.map.columns[name]?.sql ?? 'text'
    const fits = typeof value === 'string' && (type === 'uuid' ? uuid.test(value) : value.length <= 200)
    const number = type !== 'integer' && type !== 'bigint' ? true : /^-?\d{1,18}$/.test(String(value))
    if (!fits || !number) throw new BadCursor()
    return sql`${value}::${sql.raw(type)}`
  })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Another person's id says that there is another person, and that is all that it says here. */
function withoutOthers({ map }: HeldTable, row: Record<string, unknown>, subject: Subject): HeldRow {
  const { about, addressed } = map.rule
  const author = about === null ? null : row[about]
  const isOthers = addressed !== undefined && author !== null && author !== subject.personId
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const other = map.columns[name]?.link === 'person' && value !== null && value !== subject.personId
      if (other) return [name, 'another person']
      return [name, isOthers && typeof value === 'string' ? withoutContacts(value) : value]
    }),
  )
}
