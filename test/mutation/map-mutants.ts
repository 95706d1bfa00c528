/** Every value of a data map as another. */
import { policy } from '../../policy/policy.ts'
import type { AnyColumn, Use } from '../../src/privacy/map/column.ts'
import type { AnyDataMap } from '../../src/privacy/map/data-map.ts'
import { type Mutant, others, type Plain, put, said, without, withoutKey } from './mutant.ts'

const masks: readonly (Use | undefined)[] = [
  undefined,
  'read',
  'write',
  'add',
  'blind',
  'pseudonym',
  'truncated',
  'nothing',
]
const purposeNames = Object.keys(policy.purposes)

export function mapMutants(map: AnyDataMap): Mutant[] {
  return [
    ...ruleMutants(map),
    ...Object.entries(map.columns).flatMap(([name, column]) => columnMutants(map, name, column as unknown as Plain)),
  ]
}

function ruleMutants(map: AnyDataMap): Mutant[] {
  const { table } = map
  const rule = map.rule as unknown as Plain
  const found: Mutant[] = []
  const add = (key: string, what: string, next: Plain) =>
    found.push({ name: `${table}: ${key} ${what}`, kind: `table ${key}`, table, apply: () => put(map, 'rule', next) })
  const inRule = (key: string, values: readonly unknown[]) => {
    for (const value of values) {
      const next = value === undefined ? withoutKey(rule, key) : { ...rule, [key]: value }
      add(key, `${said(rule[key])} -> ${said(value)}`, next)
    }
  }
  const names = Object.keys(map.columns)
  const people = names.filter((name) => map.columns[name]?.link === 'person')
  const moments = names.filter((name) => map.columns[name]?.sql === 'timestamptz')
  inRule('label', renamed(rule.label as Plain))
  inRule('about', others([null, ...people], rule.about))
  inRule('capacity', others(['controller', 'processor'], rule.capacity))
  inRule('retention', others(Object.keys(policy.retention), rule.retention))
  inRule('clock', clocks(map, moments))
  inRule('end', others(['delete', 'anonymise', ...Object.keys(policy.holds).map((keep) => ({ keep }))], rule.end))
  for (const key of ['parts', 'login', 'content', 'addressed', 'throughView', 'holds'] as const)
    if (rule[key] !== undefined) inRule(key, [undefined])
  // Said or not, where it is what the table would have anyway.
  if (rule.primary !== undefined && !isDefaultKey(map)) inRule('primary', [undefined])
  inRule('removedBy', purposesToggled((rule.removedBy ?? []) as readonly string[]))
  for (const [purpose, uses] of usesChanged(rule.uses as Plain)) {
    const was = (rule.uses as Plain)[purpose]
    add('uses', `${purpose} ${said(was)} -> ${said(uses[purpose])}`, { ...rule, uses })
  }
  return found
}

function renamed(label: Plain): Plain[] {
  return [
    { ...label, ro: 'Altceva' },
    { ...label, en: 'Something else' },
  ]
}

function isDefaultKey(map: AnyDataMap): boolean {
  return String(map.rule.primary) === String(['account_id', 'id'].filter((name) => name in map.columns))
}

/** One purpose less, and one more. */
function purposesToggled(list: readonly string[]): unknown[] {
  const more = purposeNames.find((name) => !list.includes(name))
  return [...list.map((one) => without(list, one)), [...list, more]]
}

function clocks({ rule, columns }: AnyDataMap, moments: readonly string[]): unknown[] {
  const { clock } = rule
  if (typeof clock === 'string')
    return others(['erasure', 'standing'], clock).concat(moments.slice(0, 1).map((at) => ({ at })) as never)
  const moved =
    clock.at === undefined || clock.of !== undefined
      ? []
      : moments.filter((name) => name !== clock.at).map((at) => ({ ...clock, at }))
  const less = (['once', 'until', 'with', 'of'] as const)
    .filter((key) => clock[key] !== undefined)
    .map((key) => withoutKey(clock as Plain, key))
  const states = Object.entries(clock.once ?? {}).flatMap(([column, list]) =>
    others(columns[column]?.values ?? [], undefined)
      .filter((state) => !list.includes(state))
      .slice(0, 1)
      .map((state) => ({ ...clock, once: { ...clock.once, [column]: [...list, state] } })),
  )
  return ['erasure', 'standing', ...moved, ...less, ...states]
}

/** Each purpose with another use, or none; each that has none with a look, and with a hand. */
function usesChanged(uses: Plain): [string, Plain][] {
  return purposeNames.flatMap((purpose): [string, Plain][] => {
    const now = uses[purpose] as Use | undefined
    const instead = now === undefined ? (['read', 'write'] as const) : others(masks, now)
    return instead.map((use) => [purpose, use === undefined ? withoutKey(uses, purpose) : { ...uses, [purpose]: use }])
  })
}

function isEmptied(map: AnyDataMap, { options }: AnyColumn): boolean {
  if (options.end !== undefined) return options.end === 'anonymise'
  return options.category !== undefined && typeof map.rule.end !== 'object'
}

/** All columns anew: their order is that of the views, and must come back with them. */
function withColumn({ columns }: AnyDataMap, name: string, next: Plain | undefined): object {
  if (next === undefined) return withoutKey(columns, name)
  return { ...columns, [name]: next }
}

function columnMutants(map: AnyDataMap, name: string, column: Plain): Mutant[] {
  const { table } = map
  const options = column.options as Plain
  const found: Mutant[] = []
  const set = (key: string, what: string, next: Plain | undefined) =>
    found.push({
      name: `${table}.${name}: ${key} ${what}`,
      kind: `column ${key}`,
      table,
      apply: () => put(map, 'columns', withColumn(map, name, next)),
    })
  const option = (key: string, values: readonly unknown[]) => {
    for (const value of values) {
      const next = value === undefined ? withoutKey(options, key) : { ...options, [key]: value }
      set(key, `${said(options[key])} -> ${said(value)}`, { ...column, options: next })
    }
  }
  const { category, label, source, values } = { ...options, ...column } as Plain
  option('category', others([undefined, ...Object.keys(policy.categories)], category))
  if (label !== undefined) option('label', renamed(label as Plain))
  if (source !== undefined) option('source', [undefined])
  // Said or not, a column ends as its category and its row say; the other way is another value.
  option('end', [isEmptied(map, column as unknown as AnyColumn) ? 'keep' : 'anonymise'])
  option('export', [options.export === 'no' ? undefined : 'no'])
  option('optional', [options.optional === true ? undefined : true])
  option('generated', [options.generated === true ? undefined : true])
  // What may be null may be left out, with a default or without.
  if (options.optional !== true) option('defaulted', [options.defaulted === true ? undefined : true])
  if (options.uses !== undefined) {
    for (const [purpose, uses] of usesChanged(options.uses as Plain)) {
      const was = (options.uses as Plain)[purpose]
      set('uses', `${purpose} ${said(was)} -> ${said(uses[purpose])}`, { ...column, options: { ...options, uses } })
    }
  }
  for (const value of (values ?? []) as string[])
    set('value', `${value} -> none`, { ...column, values: without(values as string[], value) })
  if (column.link !== undefined)
    set('link', `${said(column.link)} -> none`, withoutKey(withoutKey(column, 'link'), 'role'))
  set('type', `${said(column.sql)} -> other`, { ...column, sql: column.sql === 'text' ? 'integer' : 'text' })
  set('declaration', 'given -> none', undefined)
  return found
}
