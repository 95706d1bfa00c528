/**
 * Every value of the policy and of the data maps, changed one at a time in memory: what would be decided if that value were
 * another. The objects are those that the program itself uses, so whatever reads them reads the change.
 */

import { policy } from '../../policy/policy.ts'
import { maps } from '../../src/app/maps.ts'
import { heldTables } from '../../src/privacy/held/held-tables.ts'
import type { Use } from '../../src/privacy/map/column.ts'
import type { AnyDataMap } from '../../src/privacy/map/data-map.ts'
import { accountColumn } from '../../src/privacy/map/uses.ts'

export interface Mutant {
  /** Where and what: "ticket.subject: uses support write -> none". */
  readonly name: string
  /** The table whose map changes; null: the policy. */
  readonly table: string | null
  /** Changes the value, and answers how to put it back. */
  apply(): () => void
}

type Plain = Record<string, unknown>

/** Sets one property and answers how to put it back. Objects are shared between places, so each change replaces, and never edits, what it finds. */
function put(holder: object, key: string, value: unknown): () => void {
  const had = key in holder
  const before = (holder as Plain)[key]
  if (value === undefined) delete (holder as Plain)[key]
  else (holder as Plain)[key] = value
  return () => {
    if (had) (holder as Plain)[key] = before
    else delete (holder as Plain)[key]
  }
}

const said = (value: unknown) =>
  value === undefined ? 'none' : typeof value === 'string' ? value : JSON.stringify(value)

function others<T>(all: readonly T[], now: unknown): T[] {
  return all.filter((one) => JSON.stringify(one) !== JSON.stringify(now))
}

const without = (list: readonly unknown[], one: unknown) => list.filter((other) => other !== one)
const longer = (period: string) => period.replace(/\d+/, (digits) => `${Number(digits) + 1}`)
const shorter = (period: string) => period.replace(/\d+/, (digits) => `${Number(digits) - 1}`)

export function allMutants(): Mutant[] {
  return [...policyMutants(), ...maps.flatMap(mapMutants)]
}

const bases = ['consent', 'contract', 'legal_obligation', 'legitimate_interests']

/** What a value of the policy may become: by its name where that has a meaning, else by its kind. */
function instead(key: string, value: unknown, path: readonly string[]): unknown[] {
  const inCookie = path[0] === 'cookies'
  if (key === 'kind') return others(inCookie ? ['necessary', 'optional'] : bases, value)
  if (key === 'objection') return others(['possible', 'marketing', 'none'], value)
  if (key === 'restriction') return others(['stops', 'stays'], value)
  if (key === 'end') return others(['delete', 'anonymise'], value)
  if (key === 'role') return others(['processor', 'controller', 'authority'], value)
  if (key === 'setBy') return others(['sign-in', 'choice', 'consent'], value)
  if (key === 'purpose') return others(Object.keys(policy.purposes), value).slice(0, 2)
  if (key === 'country') return ['US']
  if (key === 'counted') return [undefined]
  if (key === 'recipients') {
    const list = value as string[]
    const more = Object.keys(policy.recipients).filter((name) => !list.includes(name))
    return [...list.map((one) => without(list, one)), ...more.map((one) => [...list, one])]
  }
  if (key === 'bit') return [29]
  if (typeof value === 'number') return [value + 1]
  if (typeof value === 'string' && /^P\d+[YMD]$/.test(value)) return [inCookie ? shorter(value) : longer(value)]
  return typeof value === 'string' ? [`${value} x`] : []
}

function policyMutants(): Mutant[] {
  const found: Mutant[] = []
  const walk = (value: object, path: readonly string[]) => {
    for (const [key, inner] of Object.entries(value)) {
      const at = [...path, key]
      const isLeaf = inner === null || typeof inner !== 'object' || Array.isArray(inner)
      for (const other of isLeaf ? instead(key, inner, at) : []) {
        found.push({
          name: `${at.join('.')}: ${said(inner)} -> ${said(other)}`,
          table: null,
          apply: () => putAt(at, other),
        })
      }
      if (!isLeaf) walk(inner, at)
    }
  }
  walk(policy, [])
  for (const [name, rule] of Object.entries(policy.retention)) {
    if ('counted' in rule) continue
    const at = ['retention', name, 'counted']
    found.push({
      name: `${at.join('.')}: none -> after_financial_year`,
      table: null,
      apply: () => putAt(at, 'after_financial_year'),
    })
  }
  for (const part of ['purposes', 'categories', 'retention', 'holds', 'cookies', 'recipients'] as const) {
    for (const name of Object.keys(policy[part])) {
      found.push({ name: `${part}.${name}: taken out`, table: null, apply: () => putAt([part, name], undefined) })
    }
  }
  return found
}

/** Replaces every object on the way, as several places share one basis. */
function putAt(path: readonly string[], value: unknown): () => void {
  const [first = '', ...rest] = path
  const set = (holder: Plain, [key = '', ...inner]: readonly string[]): Plain => {
    if (inner.length > 0) return { ...holder, [key]: set(holder[key] as Plain, inner) }
    if (value !== undefined) return { ...holder, [key]: value }
    const { [key]: _, ...left } = holder
    return left
  }
  return put(policy, first, rest.length === 0 ? value : set(policy[first as 'purposes'] as unknown as Plain, rest))
}

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

function mapMutants(map: AnyDataMap): Mutant[] {
  const { table } = map
  const rule = map.rule as unknown as Plain
  const found: Mutant[] = []
  const inRule = (key: string, values: readonly unknown[]) => {
    for (const value of values) {
      const apply = () => put(map, 'rule', value === undefined ? withoutKey(rule, key) : { ...rule, [key]: value })
      found.push({ name: `${table}: ${key} ${said(rule[key])} -> ${said(value)}`, table, apply })
    }
  }
  const names = Object.keys(map.columns)
  const people = names.filter((name) => map.columns[name]?.link === 'person')
  const moments = names.filter((name) => map.columns[name]?.sql === 'timestamptz')
  inRule('label', [
    { ...(rule.label as Plain), ro: 'Altceva' },
    { ...(rule.label as Plain), en: 'Something else' },
  ])
  inRule('about', others([null, ...people], rule.about))
  inRule('capacity', others(['controller', 'processor'], rule.capacity))
  // What stands has no end, so its class decides nothing.
  if (rule.clock !== 'standing') inRule('retention', others(classes(map), rule.retention))
  inRule('clock', clocks(map, moments))
  inRule('end', others(['delete', 'anonymise', ...Object.keys(policy.holds).map((keep) => ({ keep }))], rule.end))
  for (const key of ['parts', 'login', 'content', 'addressed', 'throughView', 'holds', 'primary'] as const) {
    if (rule[key] !== undefined && !(key === 'primary' && isDefaultKey(map))) inRule(key, [undefined])
  }
  const removing = (rule.removedBy ?? []) as readonly string[]
  inRule('removedBy', purposesToggled(removing))
  for (const [purpose, uses] of usesChanged(rule.uses as Plain)) {
    const was = said((rule.uses as Plain)[purpose])
    const apply = () => put(map, 'rule', { ...rule, uses })
    found.push({ name: `${table}: uses ${purpose} ${was} -> ${said(uses[purpose])}`, table, apply })
  }
  for (const [name, column] of Object.entries(map.columns))
    found.push(...columnMutants(map, name, column as unknown as Plain))
  return found
}

/** Of what ends with the account and is shown to nobody, the class decides only whether it ends with the person too. */
function classes(map: AnyDataMap): string[] {
  const decides = map.rule.clock !== 'erasure' || heldTables([map]).length > 0
  return decides ? Object.keys(policy.retention) : map.rule.retention === 'account' ? ['conversation'] : ['account']
}

function isDefaultKey(map: AnyDataMap): boolean {
  return String(map.rule.primary) === String(['account_id', 'id'].filter((name) => name in map.columns))
}

function withoutKey(object: Plain, key: string): Plain {
  const { [key]: _, ...left } = object
  return left
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

/** Each purpose with another use, or none; each that has none with a look. */
function usesChanged(uses: Plain): [string, Plain][] {
  return purposeNames.flatMap((purpose): [string, Plain][] => {
    const now = uses[purpose] as Use | undefined
    const instead = now === undefined ? (['read', 'write'] as const) : others(masks, now)
    return instead.map((use) => [purpose, use === undefined ? withoutKey(uses, purpose) : { ...uses, [purpose]: use }])
  })
}

/** What is taken out of a row that stays with the company when its person leaves. */
const ofThePerson: readonly string[] = [
  'identification',
  'contact',
  'credentials',
  'preferences',
  'usage',
  'security_records',
]

/** What ends with the person, whole. */
const endsWithPerson: readonly string[] = ['account', 'prospect', 'sign_in', 'letter']

function columnMutants(map: AnyDataMap, name: string, column: Plain): Mutant[] {
  const { table } = map
  const options = column.options as Plain
  const found: Mutant[] = []
  const set = (what: string, next: Plain) =>
    found.push({ name: `${table}.${name}: ${what}`, table, apply: () => put(map.columns, name, next) })
  const option = (key: string, values: readonly unknown[]) => {
    for (const value of values) {
      const next = value === undefined ? withoutKey(options, key) : { ...options, [key]: value }
      set(`${key} ${said(options[key])} -> ${said(value)}`, { ...column, options: next })
    }
  }
  const isShown = heldTables([map]).some(({ columns }) => columns.some((one) => one.name === name))
  const isTold = isShown && options.export !== 'no'
  const { category, label, source, values } = { ...options, ...column } as Plain
  const isSomebodys = accountColumn(map) !== null || map.rule.login !== undefined
  if (category !== undefined && isSomebodys) {
    // What belongs to nobody is counted, not personal. Of what nobody is shown, only whether it is personal at all decides something: the sort of data is said nowhere.
    option('category', others([undefined, ...(isTold ? Object.keys(policy.categories) : [])], category))
    if (isTold) {
      option('label', [
        { ...(label as Plain), ro: 'Altceva' },
        { ...(label as Plain), en: 'Something else' },
      ])
    }
  }
  if (source !== undefined && isTold) option('source', [undefined])
  // What says nothing about a person has no end of its own, and a row that goes whole has no column that ends otherwise.
  const goesWhole =
    map.rule.end === 'delete' &&
    (accountColumn(map) === null ||
      endsWithPerson.includes(map.rule.retention) ||
      !ofThePerson.includes(category as string))
  if (!goesWhole && options.generated !== true && (category !== undefined || options.end !== undefined)) {
    option('end', options.end === 'keep' ? [undefined] : ['keep'])
    // Personal data ends where its row is emptied, said or not.
    const saidAnyway = category !== undefined && typeof map.rule.end !== 'object'
    if (options.end !== undefined && options.end !== 'keep' && !saidAnyway) option('end', [undefined])
  }
  // What the person cannot see is in no export, whatever it says.
  if (isShown) option('export', options.export === 'no' ? [undefined] : ['no'])
  option('optional', [options.optional === true ? undefined : true])
  option('generated', [options.generated === true ? undefined : true])
  // What may be null may be left out in any case.
  if (options.optional !== true) option('defaulted', [options.defaulted === true ? undefined : true])
  if (options.uses !== undefined) {
    for (const [purpose, uses] of usesChanged(options.uses as Plain)) {
      const was = said((options.uses as Plain)[purpose])
      set(`uses ${purpose} ${was} -> ${said(uses[purpose])}`, { ...column, options: { ...options, uses } })
    }
  }
  for (const value of (values ?? []) as string[])
    set(`value ${value} taken out`, { ...column, values: without(values as string[], value) })
  if (column.link !== undefined)
    set(`link ${said(column.link)} -> none`, withoutKey(withoutKey(column, 'link'), 'role'))
  set(`type ${said(column.sql)} -> other`, { ...column, sql: column.sql === 'text' ? 'integer' : 'text' })
  return found
}
