/** Erasure as the data maps say it, compiled: what is deleted, what loses all that leads back, what is kept. Pure text. */
import type { AnyColumn, SqlType } from '../map/column.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import { accountColumn, isPersonal } from '../map/uses.ts'
import { definer } from './markers.ts'
import { literal, quote } from './quote.ts'
import type { Piece } from './wanted.ts'

/** What stands where a text had to stay but nobody may be known from it. Pages show it in words of their own. */
export const erasedText = '—'

const emptyValues: Readonly<Record<SqlType, string>> = {
  text: literal(erasedText),
  uuid: `'00000000-0000-0000-0000-000000000000'::uuid`,
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
 * Ends the rows of one table that belong to an account, or only those about one person of it. Run again, it finds
 * nothing more to do. Answers how many rows it deleted, emptied, or (where a law holds them) left.
 */
export function eraseRows(maps: readonly AnyDataMap[]): Piece {
  const cases = maps.flatMap((map) => {
    const account = accountColumn(map)
    return account === null ? [] : [`when ${literal(map.table)} then ${eraseTable(map, account)}`]
  })
  return definer(
    'erase_rows',
    'which text, account uuid, person uuid',
    'bigint',
    `declare done bigint := 0; begin
     case which ${cases.join('\n')} else raise exception 'no table % lies under an account', which; end case;
     get diagnostics done = row_count; return done; end`,
  )
}

function eraseTable(map: AnyDataMap, account: string): string {
  const whose =
    map.rule.about === null
      ? `t.${quote(account)} = account and person is null`
      : `t.${quote(account)} = account and (person is null or t.${quote(map.rule.about)} = person)`
  if (map.rule.end === 'delete') return `delete from base.${quote(map.table)} t where ${whose};`
  const sets = Object.entries(map.columns).flatMap(([name, column]) => {
    const value = anonymised(map, column)
    return value === null ? [] : [{ name: quote(name), value }]
  })
  if (map.rule.end === 'anonymise' && 'erased_at' in map.columns) sets.push({ name: '"erased_at"', value: 'now()' })
  if (sets.length === 0) return `perform from base.${quote(map.table)} t where ${whose};`
  const stillHolds = sets.map(({ name, value }) =>
    name === '"erased_at"' ? `t."erased_at" is null` : `t.${name} is distinct from ${value}`,
  )
  return `update base.${quote(map.table)} t set ${sets.map(({ name, value }) => `${name} = ${value}`).join(', ')}
    where ${whose} and (${stillHolds.join(' or ')});`
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
