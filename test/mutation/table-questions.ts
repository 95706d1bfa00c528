/** What is decided about one table: asked of the compiler, the notices, the export, the erasure's plan and the retention. */
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { policy } from '../../policy/policy.ts'
import { maps } from '../../src/app/maps.ts'
import { eraseRows } from '../../src/privacy/compiler/erase.ts'
import type { Piece } from '../../src/privacy/compiler/piece.ts'
import { endByTime } from '../../src/privacy/compiler/retention.ts'
import { type Grant, wantedOf } from '../../src/privacy/compiler/wanted.ts'
import { exportSchema } from '../../src/privacy/held/export-schema.ts'
import { waysToHeld } from '../../src/privacy/held/held-rows.ts'
import { heldTable, portableTables } from '../../src/privacy/held/held-tables.ts'
import type { AnyDataMap } from '../../src/privacy/map/data-map.ts'
import { accountColumn } from '../../src/privacy/map/uses.ts'
import { makeNotice } from '../../src/privacy/notice/notice-of.ts'
import { tablesInParts, timedTables } from '../../src/privacy/retention/timed-tables.ts'
import { inventoried } from '../../src/registers/processing/inventory.ts'
import { outcomeOf } from '../../src/rights/ending/ending.rules.ts'
import { viewTable } from '../../src/rights/held/held-view.ts'
import { bodyOf, type Note, type Question, readable } from './question.ts'

const now = new Date('2026-11-26T12:00:00Z')
const id = '00000000-0000-7000-8000-000000000000'
/** Turns what Kysely would ask into text. */
const noDatabase = new Kysely<never>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** What a machine obeys first, then what is said of it. */
export function tableQuestions(map: AnyDataMap): Question[] {
  const parts = [compiled, ending, shownToThePerson, notices, rowType, inventory]
  return parts.map((part) => ({ about: map.table, ask: (note) => part(map, note) }))
}

/** As the type of a row says it to whoever writes one. */
function rowType({ columns }: AnyDataMap, note: Note): void {
  for (const [name, { options, sql, values, link, role }] of Object.entries(columns)) {
    const { optional, defaulted, generated } = options
    const given = generated ? 'never given' : optional || defaulted ? 'may be given' : 'must be given'
    const type = values ? values.join('|') : `${sql}${link ? ` of ${link}` : ''}`
    note(`type of ${name}`, `${type}${optional ? ' or null' : ''}, ${given}${role ? `, ${role}` : ''}`)
  }
}

function compiled(map: AnyDataMap, note: Note): void {
  const { pieces, grants } = wantedOf(map, policy, maps)
  for (const piece of pieces) notePiece(piece, note)
  for (const [what, columns] of Object.entries(byWhat(grants))) note(what, columns.join(' '))
}

function notePiece({ kind, name, sql }: Piece, note: Note): void {
  const [schema = '', object = ''] = name.split('.')
  if (kind === 'view') note(`seen by ${schema}`, readable(sql).replace(/^create view \S+ as select /, ''))
  else if (kind === 'function') note(`does ${object}`, bodyOf(sql))
  else note(`trigger ${name}`, readable(sql))
}

/** "support may insert base": the columns, or all. */
export function byWhat(grants: readonly Grant[]): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const { role, privilege, on, object, column } of grants) {
    const [schema, name] = object.split('.')
    const where = on === 'relation' ? schema : on === 'function' ? `function ${name}` : `schema ${object}`
    const what = `${role.replace('zavor_', '')} may ${privilege.toLowerCase()} ${where}`
    found[what] = [...(found[what] ?? []), column ?? 'all']
  }
  return found
}

function ending(map: AnyDataMap, note: Note): void {
  if (accountColumn(map) !== null) {
    for (const scope of ['account', 'person'] as const)
      note(`receipt of the ${scope}`, outcomeOf([map], scope, { [map.table]: 1 }, now))
    const [, whole = '', one = ''] =
      /then if person is null then (.*?) else (.*?) end if;/.exec(bodyOf(eraseRows([map]).sql)) ?? []
    note('erasure of the account', whole)
    note('erasure of the person', one)
  }
  const byTime = endByTime(policy, map, maps)
  if (byTime) note('end by time', bodyOf(byTime.sql))
  for (const { class: name } of [...timedTables([map]), ...tablesInParts([map])]) note('run of retention', name)
  if (map.rule.content) note('file in the export', map.rule.content)
}

function shownToThePerson(map: AnyDataMap, note: Note): void {
  const table = heldTable(map, maps)
  if (!table) return
  const { columns = {}, ...rest } = exportSchema([table]).tables[map.table] ?? {}
  note('export', rest)
  for (const [column, says] of Object.entries(columns)) note(`export of ${column}`, says)
  const view = viewTable(table)
  note('shown to the person', [view.kept, view.hold, view.purposes, view.capacity, view.columns.map((one) => one.name)])
  const subject = { accountId: id, personId: id, loginId: id, owner: false }
  for (const reach of ['held', 'addressed', 'given'] as const)
    for (const [at, way] of waysToHeld(table, subject, reach).entries())
      note(`rows ${reach}, way ${at}`, readable(way.compile(noDatabase).sql))
  for (const { columns: portable } of portableTables([table]))
    note('portable', portable.map(({ name }) => name).join(' '))
}

function inventory(map: AnyDataMap, note: Note): void {
  for (const language of ['ro', 'en'] as const) {
    const { columns, ...table } = inventoried(map, { policy, maps }, language)
    note(`inventory ${language}`, table)
    for (const { column, ...says } of columns) note(`inventory ${language} of ${column}`, says)
  }
  // What a successor is handed.
  const handed = heldTable(map, maps, 'succession')?.columns.filter(({ exported }) => exported)
  if (handed) note('handed over', handed.map(({ name }) => name).join(' '))
}

function notices(map: AnyDataMap, note: Note): void {
  for (const [name, { options }] of Object.entries(map.columns)) {
    if (options.category === undefined) continue
    for (const [purpose, use] of Object.entries(options.uses ?? {})) {
      if (use !== 'write' && use !== 'add' && use !== 'blind') continue
      const asking = { purpose: purpose as never, locale: 'en', promise: 4 } as const
      const { purposes, basis, period } = makeNotice(map as never, name as never, asking)
      note(`notice beside ${name} for ${purpose}`, `${purposes.join(', ')}; ${basis}; ${period}`)
    }
  }
}
