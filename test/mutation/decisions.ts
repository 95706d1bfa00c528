/**
 * What the running system decides, as lines that somebody can read and agree to: asked of the compiler, the notices, the
 * export, the erasure's plan, the retention and the published page, never of the values themselves.
 */

import { policy } from '../../policy/policy.ts'
import { maps } from '../../src/app/maps.ts'
import type { Catalogue } from '../../src/privacy/compiler/catalogue.ts'
import { checkCatalogue, checkMaps } from '../../src/privacy/compiler/check.ts'
import { type Wanted, wantedFrom } from '../../src/privacy/compiler/wanted.ts'
import { exportSchema } from '../../src/privacy/held/export-schema.ts'
import { heldTables, portableTables } from '../../src/privacy/held/held-tables.ts'
import type { AnyDataMap } from '../../src/privacy/map/data-map.ts'
import { consentText } from '../../src/privacy/notice/consent-text.ts'
import { makeNotice } from '../../src/privacy/notice/notice-of.ts'
import type { PolicyContent } from '../../src/privacy/policy/content.ts'
import { compareLists } from '../../src/privacy/policy/difference/compare-lists.ts'
import { comparePeriods } from '../../src/privacy/policy/difference/compare-periods.ts'
import { comparePurposes } from '../../src/privacy/policy/difference/compare-purposes.ts'
import { type MachineHalf, machineHalf } from '../../src/privacy/policy/machine-half.ts'
import type { PolicyShape } from '../../src/privacy/policy/shape.ts'
import { checkProse } from '../../src/privacy/prose/check-prose.ts'
import type { Proses } from '../../src/privacy/prose/load-prose.ts'
import { placeholderValues } from '../../src/privacy/prose/placeholders.ts'
import { policyTables } from '../../src/privacy/prose/tables.ts'
import { tablesInParts, timedTables } from '../../src/privacy/retention/timed-tables.ts'
import { alwaysKept, outcomeOf } from '../../src/rights/ending/ending.rules.ts'
import { viewTable } from '../../src/rights/held/held-view.ts'
import { limitOf, purposeFault } from '../../src/rights/request/request.rules.ts'
import { recipientsToTell } from '../../src/rights/request/tell-recipients.ts'
import { askedPurposes } from '../../src/site/choice/asked.ts'
import { choiceCookies } from '../../src/site/choice/choice-cookie.ts'

/** By "table | what", or "policy | what". */
export type Decisions = ReadonlyMap<string, string>

const now = new Date('2026-11-26T12:00:00Z')
const provider = { name: 'P', address: 'A', privacyEmail: 'p@p', country: 'RO' }
const languages = ['ro', 'en'] as const

/** @throws whatever keeps the program from starting at all with these values */
export function decisions(proses: Proses, published: PolicyContent): Decisions {
  const found = new Map<string, string>()
  const note = (where: string, what: string, value: unknown) =>
    found.set(`${where} | ${what}`, typeof value === 'string' ? value : JSON.stringify(value))
  const shape: PolicyShape = policy
  const wanted = wantedFrom(shape, maps)
  compiled(wanted, note)
  for (const language of languages) {
    for (const [table, rows] of Object.entries(policyTables(shape, language)))
      for (const row of rows) note('policy', `page ${language} ${table} ${row[0]}`, row.slice(1).join(' | '))
    for (const [name, value] of placeholderValues(shape, provider, language))
      note('policy', `says ${language} ${name}`, value)
  }
  for (const [purpose, rule] of Object.entries(shape.purposes)) {
    for (const language of languages)
      note('policy', `asks ${purpose} ${language}`, consentText(purpose, language, shape).whole)
    note('policy', `may be objected to, withdrawn: ${purpose}`, [
      purposeFault('objection', purpose as never) ?? 'yes',
      purposeFault('withdrawal', purpose as never) ?? 'yes',
      limitOf({ kind: 'objection', purpose: purpose as never }) ?? 'weighed',
    ])
    note(
      'policy',
      `goes with consent ${purpose}`,
      rule.basis.kind === 'consent' && askedPurposes(shape).includes(purpose as never),
    )
  }
  const machine = machineHalf(shape, maps)
  note('policy', 'register', machine.uses)
  note(
    'policy',
    'people are told',
    changes(published.machine, machine).map(({ says }) => says.en),
  )
  note('policy', 'told of changes', recipientsToTell())
  note('policy', 'kept always', alwaysKept(now))
  const chosen = {
    on: now,
    given: askedPurposes(shape),
    visitorId: '00000000-0000-7000-8000-000000000000',
    despiteSignal: false,
  }
  note('policy', 'cookies after yes', choiceCookies(chosen, true, shape))
  note('policy', 'cookies after no', choiceCookies({ ...chosen, given: [], visitorId: null }, true, shape))
  note('policy', 'prose', checkProse(shape, proses.ro, proses.en))
  held(note)
  for (const map of maps) ofMap(map, note)
  for (const { table, class: name } of [...timedTables(maps), ...tablesInParts(maps)])
    note(table, 'run of retention', name)
  return found
}

/** What a new version would tell people, the prose aside. */
function changes(was: MachineHalf, now: MachineHalf) {
  return [
    ...comparePurposes(was, now),
    ...compareLists(was.policy, now.policy),
    ...comparePeriods(was.policy, now.policy),
  ]
}

/** What would keep the program from starting: findings of the compiler against itself and against the database. */
export function refusals(catalogue: Catalogue): string[] {
  return [...checkMaps(policy, maps), ...checkCatalogue(maps, catalogue)]
}

type Note = (where: string, what: string, value: unknown) => void

function compiled({ pieces, grants }: Wanted, note: Note): void {
  for (const { kind, name, sql } of pieces) {
    const [schema = '', object = ''] = name.split('.')
    if (kind === 'view') note(object, `seen by ${schema}`, readable(sql).replace(/^create view \S+ as select /, ''))
    else if (name === 'base.erase_rows') erasing(sql, note)
    else if (object.startsWith('end_') && object !== 'end_due' && object !== 'end_parts' && object !== 'end_consents')
      note(object.slice(4), 'end by time', bodyOf(sql))
    else if (kind === 'function' && !['count_erasable', 'end_due'].includes(object))
      note(`policy`, `function ${object}`, bodyOf(sql))
    else if (kind === 'trigger') note('policy', name, readable(sql))
  }
  const byObject = new Map<string, string[]>()
  for (const { role, privilege, on, object, column } of grants) {
    if (on === 'schema') continue
    const key = `${object.split('.')[1]} | ${role.replace('zavor_', '')} may ${privilege.toLowerCase()} ${on === 'relation' ? object.split('.')[0] : on}`
    byObject.set(key, [...(byObject.get(key) ?? []), column ?? 'all'])
  }
  for (const [key, columns] of byObject) {
    const [where = '', what = ''] = key.split(' | ')
    note(
      what.endsWith('function') ? 'policy' : where,
      what.endsWith('function') ? `${what} ${where}` : what,
      columns.join(' '),
    )
  }
}

function erasing(sql: string, note: Note): void {
  for (const [, table = '', whole = '', one = ''] of bodyOf(sql).matchAll(
    /when '(\w+)' then if person is null then (.*?) else (.*?) end if;/g,
  )) {
    note(table, 'erasure of the account', whole)
    note(table, 'erasure of the person', one)
  }
}

/** What stands between the function's quotes, on one line. */
function bodyOf(sql: string): string {
  return readable(sql.split('$$')[1] ?? sql)
}

function readable(sql: string): string {
  return sql.replaceAll('"', '').replaceAll(/\s+/g, ' ').trim()
}

function held(note: Note): void {
  const tables = heldTables(maps)
  const schema = exportSchema(tables)
  for (const table of tables) {
    const { table: name } = table.map
    const { columns, ...rest } = schema.tables[name] as { columns: Record<string, unknown> }
    note(name, 'export', rest)
    for (const [column, says] of Object.entries(columns)) note(name, `export of ${column}`, says)
    const view = viewTable(table)
    note(name, 'shown to the person', [
      view.kept,
      view.hold,
      view.purposes,
      view.capacity,
      view.columns.map((one) => one.name),
    ])
    note(name, 'parents', table.parents)
  }
  for (const { map, columns } of portableTables(tables))
    note(map.table, 'portable', columns.map(({ name }) => name).join(' '))
  note('policy', 'export of purposes', schema.purposes)
}

function ofMap(map: AnyDataMap, note: Note): void {
  const { table, columns, rule } = map
  for (const scope of ['account', 'person'] as const)
    note(table, `receipt of the ${scope}`, outcomeOf([map], scope, { [table]: 1 }, now))
  for (const [name, column] of Object.entries(columns)) {
    const { options, sql, values, link, role } = column
    const { optional, defaulted, generated } = options
    // As the type of a row says it to whoever writes one.
    const given = generated ? 'never given' : optional || defaulted ? 'may be given' : 'must be given'
    const type = values ? values.join('|') : `${sql}${link ? ` of ${link}` : ''}`
    note(table, `type of ${name}`, `${type}${optional ? ' or null' : ''}, ${given}${role ? `, ${role}` : ''}`)
    if (options.category === undefined) continue
    for (const [purpose, use] of Object.entries(options.uses ?? {})) {
      if (use !== 'write' && use !== 'add' && use !== 'blind') continue
      const { purposes, basis, period } = makeNotice(map as never, name as never, {
        purpose: purpose as never,
        locale: 'en',
        promise: 4,
      })
      note(table, `notice beside ${name} for ${purpose}`, `${purposes.join(', ')}; ${basis}; ${period}`)
    }
  }
  if (rule.content) note(table, 'file in the export', rule.content)
}
