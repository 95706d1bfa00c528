/** Retention as policy and data maps say it, compiled: what is due, what is held, and how it ends. Pure text. */
import type { AnyDataMap } from '../map/data-map.ts'
import { accountColumn, primaryKey } from '../map/uses.ts'
import type { PolicyShape, RetentionRule } from '../policy/shape.ts'
import { emptying } from './erase.ts'
import { definer, type Piece } from './piece.ts'
import { literal, quote } from './quote.ts'
import { deletable, linksOf, looseLinks, type Unit, unitOf, unitsOf } from './retention-units.ts'

/**
 * Whose data may not end by time now, and why: `restricted` (Art. 18), or the table whose open row holds it; since when, and
 * the day by which that row has to be closed, where there is one. A hold without a person covers the whole account.
 */
export function heldPeople(maps: readonly AnyDataMap[]): Piece {
  const restricted = `select l.account_id, l.person_id, 'restricted', l.at, null::date from (
      select distinct on (e.account_id, e.person_id) e.account_id, e.person_id, e.kind, e.at from base.limit_entry e
      where e.purpose is null order by e.account_id, e.person_id, e.number desc) l where l.kind = 'restricted'`
  const open = maps.flatMap(({ table, rule }) => {
    if (!rule.holds) return []
    const { person, until, since, due } = rule.holds
    const who = person === null ? 'null::uuid' : `t.${quote(person)}`
    return [
      `select t.account_id, ${who}, ${literal(table)}, t.${quote(since)}, ${due ? `t.${quote(due)}` : 'null::date'} from base.${quote(table)} t where t.${quote(until)} is null`,
    ]
  })
  const rows = [...(maps.some(({ table }) => table === 'limit_entry') ? [restricted] : []), ...open]
  const body =
    rows.length === 0
      ? 'select null::uuid, null::uuid, null::text, null::timestamptz, null::date where false'
      : rows.join(' union all ')
  return definer(
    'held_people',
    '',
    'table(account_id uuid, person_id uuid, why text, since timestamptz, due date)',
    `return query ${body};`,
    'stable',
  )
}

/** The function that ends rows of one table by time; null where no clock of its own does, or the policy says no period. */
export function endByTime(policy: PolicyShape, map: AnyDataMap, maps: readonly AnyDataMap[]): Piece | null {
  const unit = unitOf(map, maps)
  return unit && ruleOf(policy, unit) ? endUnit(policy, unit, maps) : null
}

/** Waits for restrictions and claims that are being written, and lets the next ones wait: what is chosen after it knows them all. */
const afterHolds = `perform pg_advisory_xact_lock(hashtext('zavor retention'));`

/** One function for each table with a clock: ends up to `most` rows that are due, with all that goes with them. */
export function endDue(policy: PolicyShape, maps: readonly AnyDataMap[]): Piece[] {
  const units = unitsOf(maps).filter((unit) => ruleOf(policy, unit) !== undefined)
  const cases = units.map(
    ({ root }) => `when ${literal(root.table)} then return base.${quote(`end_${root.table}`)}(most);`,
  )
  return [
    ...units.map((unit) => endUnit(policy, unit, maps)),
    definer('end_due', 'which text, most integer', 'jsonb', dispatch(cases)),
  ]
}

/**
 * How many rows of a table would end if `before` were the cutoff, how many more are held, and when the first began.
 * Changes nothing.
 */
export function countDue(policy: PolicyShape, maps: readonly AnyDataMap[]): Piece {
  const cases = unitsOf(maps).flatMap((unit) => {
    const rule = ruleOf(policy, unit)
    if (!rule) return []
    const { from, where, at } = due(unit, rule, cutoff('before', rule))
    const held = holds(unit)
    return [
      `when ${literal(unit.root.table)} then return (
        with held as materialized (select * from base.held_people()),
          due as (select ${at} as at, ${held} as is_held from ${from} where ${where})
        select jsonb_build_object('due', count(*) filter (where not is_held), 'held', count(*) filter (where is_held),
          'first', min(at)) from due);`,
    ]
  })
  return definer('count_due', 'which text, before timestamptz', 'jsonb', dispatch(cases), 'stable')
}

/**
 * Parts of tables whose end is a dropped part: `make_parts` makes those of this month and the next two, `end_parts` drops
 * what is past its period and answers how many rows went. A claim that holds anybody's data holds every part.
 */
export function endParts(policy: PolicyShape, maps: readonly AnyDataMap[]): Piece[] {
  const inParts = maps.flatMap(({ table, rule }) => (rule.parts ? [{ table, rule, ...rule.parts }] : []))
  const make = inParts.map(({ make }) => `made := made + base.${quote(make)}(now(), now() + interval '2 months');`)
  const cases = inParts.map(({ table, rule, drop }) => {
    const period = literal(policy.retention[rule.retention]?.period ?? 'P999Y')
    return `when ${literal(table)} then return base.${quote(drop)}(now() - interval ${period});`
  })
  const claims = maps.some(({ table }) => table === 'legal_hold')
    ? 'if exists (select from base.legal_hold h where h.released_at is null) then return 0; end if;'
    : ''
  return [
    definer('make_parts', '', 'integer', `declare made integer := 0; begin ${make.join(' ')} return made; end`),
    definer('end_parts', 'which text', 'bigint', `${claims} ${dispatch(cases)}`),
  ]
}

function dispatch(cases: readonly string[]): string {
  const refuse = "raise exception 'no period ends rows of %', which;"
  return cases.length === 0 ? refuse : `case which ${cases.join('\n')} else ${refuse} end case;`
}

function ruleOf(policy: PolicyShape, { root }: Unit): RetentionRule | undefined {
  return policy.retention[root.rule.retention]
}

/** The moment before which the clock must have started. The provider's year ends in Bucharest (Act 82/1991). */
function cutoff(before: string, { counted }: RetentionRule): string {
  if (counted === undefined) return before
  return `(date_trunc('year', ${before} at time zone 'Europe/Bucharest' - interval '6 months') at time zone 'Europe/Bucharest')`
}

function due({ root, clock, parts }: Unit, rule: RetentionRule, before: string) {
  const table = `base.${quote(root.table)} t`
  const from = clock.of
    ? `${table} join base.${quote(clock.of)} o on o.account_id = t.account_id and o.id = t.${quote(clock.by as string)}`
    : table
  const at = `${clock.of ? 'o' : 't'}.${quote(clock.at)}`
  const conditions = [`${at} < ${before}`]
  for (const [column, states] of Object.entries(clock.once ?? {}))
    conditions.push(`t.${quote(column)} in (${states.map(literal).join(', ')})`)
  for (const part of parts) {
    if (part.until === undefined) continue
    const own = `x.${quote(part.until)}`
    conditions.push(
      `not exists (select from ${path(part.map.table, root.table, parts)} and (${own} is null or ${own} >= ${before}))`,
    )
  }
  if (rule.end === 'anonymise' && root.rule.end !== 'delete') {
    const still = emptying(root).map(({ holds }) => holds)
    conditions.push(still.length === 0 ? 'false' : `(${still.join(' or ')})`)
  }
  return { from, where: conditions.join(' and '), at }
}

/** `base.part x ... where` joined up to the root's row `t`. */
function path(table: string, root: string, parts: Unit['parts']): string {
  const joins: string[] = []
  let [alias, at] = ['x', parts.find(({ map }) => map.table === table)]
  while (at && at.parent !== root) {
    const up = `${alias}u`
    joins.push(
      `join base.${quote(at.parent)} ${up} on ${up}.account_id = ${alias}.account_id and ${up}.id = ${alias}.${quote(at.by)}`,
    )
    const parent = at.parent
    ;[alias, at] = [up, parts.find(({ map }) => map.table === parent)]
  }
  return `base.${quote(table)} x ${joins.join(' ')} where ${alias}.account_id = t.account_id and ${alias}.${quote(at?.by ?? 'id')} = t.id`
}

/** True of a row that is held, or with which somebody else's held row would go. */
function holds({ root, parts }: Unit): string {
  const account = accountColumn(root)
  if (account === null) return 'false'
  const mine = root.rule.about === null ? [] : [`h.person_id = t.${quote(root.rule.about)}`]
  const others = parts.flatMap(({ map }) =>
    map.rule.about === null
      ? []
      : [`exists (select from ${path(map.table, root.table, parts)} and x.${quote(map.rule.about)} = h.person_id)`],
  )
  const whose = ['h.person_id is null', ...mine, ...others].join(' or ')
  return `exists (select from held h where h.account_id = t.${quote(account)} and (${whose}))`
}

function endUnit(policy: PolicyShape, unit: Unit, maps: readonly AnyDataMap[]): Piece {
  const { root, parts } = unit
  const rule = ruleOf(policy, unit) as RetentionRule
  const keys = primaryKey(root).map(quote)
  const begins = cutoff(`(now() - interval ${literal(rule.period)})`, rule)
  const { from, where, at } = due(unit, rule, begins)
  const chosen = `with held as materialized (select * from base.held_people()), due as materialized (
    select ${keys.map((key) => `t.${key}`).join(', ')} from ${from} where ${where} and not ${holds(unit)}
    order by ${at} limit most for update of t skip locked)`
  const name = `end_${root.table}`
  const same = keys.map((key) => `t.${key} = due.${key}`).join(' and ')
  const act = endOf(rule, root)
  if (parts.length === 0) {
    const { declared, statement } = counted(root, `${act('due')} where ${same}`, chosen)
    return definer(
      name,
      'most integer',
      'jsonb',
      `declare done jsonb := '{}'; files jsonb := '[]'; ${declared} begin ${afterHolds} ${statement} return jsonb_build_object('rows', done, 'files', files); end`,
    )
  }
  const ranks = new Map([root.table, ...parts.map(({ map }) => map.table)].map((table, rank) => [table, rank]))
  const list = (table: string) => {
    const rank = ranks.get(table)
    return `unnest(a${rank}, i${rank}) as u(account, id)`
  }
  const within = ({ parent, by }: { parent: string; by: string }) => ({
    using: list(parent),
    where: `t.account_id = u.account and t.${quote(by)} = u.id`,
  })
  const found = parts
    .filter(({ map }) => parts.some((part) => part.parent === map.table))
    .map((part) => {
      const { using, where: at } = within(part)
      const rank = ranks.get(part.map.table)
      return `select coalesce(array_agg(t.account_id), '{}'), coalesce(array_agg(t.id), '{}') into a${rank}, i${rank}
      from base.${quote(part.map.table)} t join ${using} on ${at};`
    })
  const loose = rule.end === 'delete' ? looseLinks(unit, linksOf(maps)) : []
  const unlinked = loose.map(
    ({ table, column, to }) => `update base.${quote(table)} t set ${quote(column)} = null
    from ${list(to)} where t.account_id = u.account and t.${quote(column)} = u.id;`,
  )
  const ended = deletable(unit).map((part) => {
    const { using, where: at } = within(part)
    return counted(part.map, `${endOf(rule, part.map)(using)} where ${at}`)
  })
  const last = counted(root, `${act(list(root.table))} where t.account_id = u.account and t.id = u.id`)
  const arrays = [...ranks.values()].map((rank) => `a${rank} uuid[] := '{}'; i${rank} uuid[] := '{}';`)
  return definer(
    name,
    'most integer',
    'jsonb',
    `declare done jsonb := '{}'; files jsonb := '[]'; ${arrays.join(' ')} n bigint; f jsonb; begin
      ${afterHolds}
      ${chosen} select coalesce(array_agg(due.account_id), '{}'), coalesce(array_agg(due.id), '{}') into a0, i0 from due;
      if cardinality(i0) > 0 then
        ${[...found, ...unlinked, ...ended.map(({ statement }) => statement), last.statement].join('\n')}
      end if;
      return jsonb_build_object('rows', done, 'files', files); end`,
  )
}

/** The statement that ends rows of a table, up to its `where`, given what it is joined with. */
function endOf(rule: RetentionRule, map: AnyDataMap): (using: string) => string {
  if (rule.end === 'delete' || map.rule.end === 'delete')
    return (using) => `delete from base.${quote(map.table)} t using ${using}`
  const changes = emptying(map).map(({ name, value }) => `${name} = ${value}`)
  const set =
    changes.length === 0
      ? `${quote(primaryKey(map)[0] as string)} = t.${quote(primaryKey(map)[0] as string)}`
      : changes.join(', ')
  return (using) => `update base.${quote(map.table)} t set ${set} from ${using}`
}

/**
 * Adds what a statement ended to `done`, and the files whose rows are gone to `files`. `before` must end what it selects
 * with the same statement. Rows are handed on only where there are files: for all others the count is enough.
 */
function counted(map: AnyDataMap, statement: string, before = '') {
  const { content } = map.rule
  const add = `done := done || jsonb_build_object(${literal(map.table)}, n);`
  if (!content)
    return { declared: 'n bigint;', statement: `${before} ${statement}; get diagnostics n = row_count; ${add}` }
  const file = `jsonb_build_array(t.account_id, t.${quote(content.file)})`
  const gone = `${before === '' ? 'with' : `${before},`} gone as (${statement} returning ${file} as file)`
  return {
    declared: 'n bigint; f jsonb;',
    statement: `${gone} select count(*), coalesce(jsonb_agg(file), '[]') into n, f from gone; ${add} files := files || f;`,
  }
}
