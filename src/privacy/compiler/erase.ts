/** Erasure as the data maps say it, compiled: what is deleted, what loses all that leads back, what is kept. Pure text. */
import type { CategoryName, RetentionName } from '../../../policy/policy.ts'
import type { AnyColumn, SqlType } from '../map/column.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import { accountColumn, isPersonal } from '../map/uses.ts'
import { definer, type Piece, planOnce } from './piece.ts'
import { literal, quote } from './quote.ts'

/** What stands where a text had to stay but nobody may be known from it. Pages show it in words of their own. */
export const erasedText = '—'

const emptyValues: Readonly<Record<SqlType, string>> = {
  text: literal(erasedText),
  uuid: `'00000000-0000-0000-0000-000000000000'::uuid`,
  smallint: '0',
  integer: '0',
  bigint: '0',
  boolean: 'false',
  timestamptz: `'epoch'::timestamptz`,
  date: `'1970-01-01'::date`,
  jsonb: `'{}'::jsonb`,
  bytea: `'\\x'::bytea`,
  'text[]': `'{}'::text[]`,
  'uuid[]': `'{}'::uuid[]`,
  tsvector: `''::tsvector`,
  inet: `'0.0.0.0'::inet`,
}

/** The SQL value that a column holds once its row is anonymised; null for a column that stays as it is. */
export function anonymised(map: AnyDataMap, column: AnyColumn): string | null {
  const { end, generated, optional } = column.options
  if (generated || end === 'keep') return null
  const kept = typeof map.rule.end === 'object'
  const ends = end !== undefined || (isPersonal(column) && !kept)
  if (!ends) return null
  if (optional) return 'null'
  if (column.values?.[0] !== undefined) return literal(column.values[0])
  return emptyValues[column.sql]
}

/**
 * What ends with the person. All else (tickets, orders, access) was done for the company and ends with the account or
 * with its own period: there a person who leaves is only taken out of it.
 */
const endsWithPerson: ReadonlySet<string> = new Set<RetentionName>(['account', 'prospect', 'sign_in', 'letter'])
const ofThePerson: ReadonlySet<string> = new Set<CategoryName>([
  'identification',
  'contact',
  'credentials',
  'preferences',
  'usage',
  'security_records',
])

/**
 * What an erasure does to a table's rows. stay: they remain as they are, as they were done for the company and say
 * nothing about the person by themselves.
 */
export type Fate = 'delete' | 'anonymise' | 'keep' | 'stay'

/** Of a whole account, or of one person of it. */
export function fateOf(map: AnyDataMap, scope: 'account' | 'person'): Fate {
  if (typeof map.rule.end === 'object') return 'keep'
  if (scope === 'account' || endsWithPerson.has(map.rule.retention)) return map.rule.end
  const emptied = Object.values(map.columns).some((column) => {
    return ofThePerson.has(column.options.category ?? '') && anonymised(map, column) !== null
  })
  return emptied ? 'anonymise' : 'stay'
}

interface Ending {
  readonly where: string
  readonly statement: string
  /** True of a row in which something is left that this ending takes away; null where it takes nothing. */
  readonly left: string | null
}

/** Technical columns that say when a row lost its content. */
const stamps = ['erased_at', 'destroyed_at']

/**
 * Ends the rows of one table that belong to an account (person null), or only those about one person of it. Run again,
 * it finds nothing more to do. Answers how many rows it deleted, emptied, or (where a law holds them) left.
 */
export function eraseRows(maps: readonly AnyDataMap[]): Piece {
  return perTable('erase_rows', maps, ({ statement }) => `${statement} get diagnostics done = row_count;`)
}

/** How many rows the same call to erase_rows would come upon. Changes nothing. */
export function countErasable(maps: readonly AnyDataMap[]): Piece {
  return perTable('count_erasable', maps, ({ where }, map) => {
    return `select count(*) into done from base.${quote(map.table)} t where ${where};`
  })
}

/**
 * True of a row `t` that an erasure should have ended and did not: a condition over `account` and `person`, for what
 * proves erasures by looking. Null where the erasure leaves rows as they are.
 */
export function residueOf(map: AnyDataMap, scope: 'account' | 'person'): string | null {
  const account = accountColumn(map)
  if (account === null) return null
  return (scope === 'account' ? endOfAccount(map, account) : endOfPerson(map, account))?.left ?? null
}

function perTable(name: string, maps: readonly AnyDataMap[], act: (ending: Ending, map: AnyDataMap) => string): Piece {
  const cases = maps.flatMap((map) => {
    const account = accountColumn(map)
    if (account === null) return []
    const whole = act(endOfAccount(map, account), map)
    const ofPerson = endOfPerson(map, account)
    const one = ofPerson ? act(ofPerson, map) : 'done := 0;'
    return [`when ${literal(map.table)} then if person is null then ${whole} else ${one} end if;`]
  })
  return definer(
    name,
    'which text, account uuid, person uuid',
    'bigint',
    `declare done bigint := 0; begin
     case which ${cases.join('\n')} else raise exception 'no table % lies under an account', which; end case;
     return done; end`,
    `volatile${planOnce}`,
  )
}

function endOfAccount(map: AnyDataMap, account: string): Ending {
  const where = `t.${quote(account)} = account`
  return ending(map, where, map.rule.end === 'delete', () => true)
}

function endOfPerson(map: AnyDataMap, account: string): Ending | null {
  if (map.rule.about === null) return null
  const where = `t.${quote(account)} = account and t.${quote(map.rule.about)} = person`
  const whole = endsWithPerson.has(map.rule.retention)
  return ending(map, where, whole && map.rule.end === 'delete', (column) => {
    return whole || ofThePerson.has(column.options.category ?? '') || emptiedThoughKept(map, column)
  })
}

/** What a law keeps of a row is that it was, not the words in it: a column that says that it ends, ends with the person too. */
export function emptiedThoughKept(map: AnyDataMap, column: AnyColumn): boolean {
  return typeof map.rule.end === 'object' && column.options.end === 'anonymise'
}

/** Whether the end of an account, or of one person of it, can empty this column in a row that stays. */
export function emptiedByErasure(map: AnyDataMap, column: AnyColumn): boolean {
  if (accountColumn(map) === null) return false
  if (map.rule.end !== 'delete') return true
  const whole = endsWithPerson.has(map.rule.retention)
  return map.rule.about !== null && !whole && ofThePerson.has(column.options.category ?? '')
}

function ending(map: AnyDataMap, where: string, deleted: boolean, ends: (column: AnyColumn) => boolean): Ending {
  const table = `base.${quote(map.table)} t`
  if (deleted) return { where, statement: `delete from ${table} where ${where};`, left: telling(map, where) }
  const emptied = emptying(map, ends)
  const stamped = stamps
    .filter((name) => name in map.columns && map.rule.end === 'anonymise')
    .map((name) => ({ name: quote(name), value: 'now()', holds: `t.${quote(name)} is null` }))
  const sets = [...emptied, ...stamped]
  if (sets.length === 0) return { where, statement: `perform from ${table} where ${where};`, left: null }
  const still = `${where} and (${sets.map(({ holds }) => holds).join(' or ')})`
  const changes = sets.map(({ name, value }) => `${name} = ${value}`).join(', ')
  return { where, statement: `update ${table} set ${changes} where ${still};`, left: still }
}

export interface EmptiedColumn {
  readonly name: string
  /** What stays in it. */
  readonly value: string
  /** True of a row `t` in which it still holds something. */
  readonly holds: string
}

/** The columns that lose what leads back to somebody when a row is anonymised; of these, those that end now. */
export function emptying(map: AnyDataMap, ends: (column: AnyColumn) => boolean = () => true): EmptiedColumn[] {
  return Object.entries(map.columns).flatMap(([name, column]) => {
    const value = ends(column) ? anonymised(map, column) : null
    return value === null ? [] : [{ name: quote(name), value, holds: `t.${quote(name)} is distinct from ${value}` }]
  })
}

/** Of a table whose rows go: those that name somebody. What was noted since of the erasure itself names nobody. */
function telling(map: AnyDataMap, where: string): string {
  const named = Object.entries(map.columns)
    .filter(([name, column]) => name === map.rule.about || isPersonal(column))
    .map(([name]) => `t.${quote(name)} is not null`)
  return named.length === 0 ? where : `${where} and (${named.join(' or ')})`
}

/**
 * Removes a login and everything that hangs on it, unless it still serves a living person of another account or one
 * of the staff. The login's row is locked first, so that nobody can be tied to it meanwhile.
 */
export function forgetLogin(maps: readonly AnyDataMap[]): Piece {
  const own = maps.filter((map) => map.rule.login !== undefined)
  const deletes = own
    .sort((a, b) => Number(a.table === 'login') - Number(b.table === 'login'))
    .map((map) => `delete from base.${quote(map.table)} t where t.${quote(map.rule.login as string)} = which;`)
  const body =
    deletes.length === 0
      ? 'return false;'
      : `perform from base.login l where l.id = which for update;
     if not found then return false; end if;
     if exists (select from base.person p where p.login_id = which and p.erased_at is null)
       or exists (select from base.staff s where s.login_id = which and s.ended_at is null) then return false; end if;
     ${deletes.join('\n')}
     return true;`
  return definer('forget_login', 'which uuid', 'boolean', body)
}
