/** Holds data maps, policy and catalogue against one another. Each finding names its column and what is wrong. */
import type { AnyColumn } from '../map/column.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import { accountColumn, primaryKey, saysOfPeople } from '../map/uses.ts'
import { cookieFaults } from '../policy/cookie-act.ts'
import type { PolicyShape } from '../policy/shape.ts'
import type { Catalogue, CatalogueColumn } from './catalogue.ts'
import { endFaults } from './end-faults.ts'
import { retentionFaults } from './retention-faults.ts'

export function checkMaps(policy: PolicyShape, maps: readonly AnyDataMap[]): string[] {
  const findings: string[] = []
  const seen = new Set<string>()
  for (const map of maps) {
    if (seen.has(map.table)) findings.push(`${map.table}: declared twice`)
    seen.add(map.table)
    findings.push(...unknownPurposes(policy, map.table, Object.keys(map.rule.uses)))
    findings.push(...unknownPurposes(policy, map.table, map.rule.removedBy ?? []))
    for (const purpose of map.rule.removedBy ?? []) {
      if (!(purpose in map.rule.uses))
        findings.push(`${map.table}: removed by ${purpose}, which does not use the table`)
    }
    if (map.rule.capacity === 'processor' && accountColumn(map) === null) {
      findings.push(`${map.table}: belongs to no client, so it cannot be held as a client's processor`)
    }
    if (map.rule.capacity === 'processor' && !saysOfPeople(map)) {
      findings.push(`${map.table}: says nothing about people, so it cannot be held as a client's processor`)
    }
    if (!(map.rule.retention in policy.retention))
      findings.push(`${map.table}: retention ${map.rule.retention} is not in the policy`)
    if (typeof map.rule.end === 'object' && !(map.rule.end.keep in policy.holds)) {
      findings.push(`${map.table}: hold ${map.rule.end.keep} is not in the policy`)
    }
    for (const [name, column] of Object.entries(map.columns)) findings.push(...checkColumn(policy, map, name, column))
  }
  findings.push(...retentionFaults(policy, maps), ...endFaults(policy, maps))
  const bits = Object.values(policy.purposes).map((purpose) => purpose.bit)
  if (new Set(bits).size !== bits.length) findings.push('policy: two purposes share a bit')
  if (bits.some((bit) => bit < 0 || bit > 30)) findings.push('policy: a bit must lie between 0 and 30')
  findings.push(...cookieFaults(policy))
  return findings
}

function checkColumn(policy: PolicyShape, map: AnyDataMap, name: string, column: AnyColumn): string[] {
  const at = `${map.table}.${name}`
  const findings = unknownPurposes(policy, at, Object.keys(column.options.uses ?? {}))
  for (const purpose of Object.keys(column.options.uses ?? {})) {
    if (!(purpose in map.rule.uses))
      findings.push(`${at}: used by ${purpose}, which does not use the table ${map.table}`)
  }
  const category = column.options.category
  if (category !== undefined && !(category in policy.categories))
    findings.push(`${at}: category ${category} is not in the policy`)
  return findings
}

function unknownPurposes(policy: PolicyShape, at: string, purposes: readonly string[]): string[] {
  return purposes
    .filter((purpose) => !(purpose in policy.purposes))
    .map((purpose) => `${at}: used by purpose ${purpose}, which the policy does not have`)
}

export function checkCatalogue(maps: readonly AnyDataMap[], catalogue: Catalogue): string[] {
  const findings = catalogue.strays.map((name) => `${name}: a table outside the schema base`)
  const found = new Map<string, Map<string, CatalogueColumn>>()
  for (const column of catalogue.columns) {
    const table = found.get(column.table) ?? new Map<string, CatalogueColumn>()
    found.set(column.table, table.set(column.column, column))
  }
  for (const map of maps) {
    const table = found.get(map.table)
    if (!table) {
      findings.push(`${map.table}: declared, but there is no such table`)
      continue
    }
    findings.push(...checkTable(map, table))
    const wantedKey = primaryKey(map).join(', ')
    const key = (catalogue.keys.get(map.table) ?? []).join(', ')
    if (wantedKey !== key) findings.push(`${map.table}: the primary key is (${key}), declared (${wantedKey})`)
  }
  const declared = new Set(maps.map((map) => map.table))
  for (const [table, columns] of found) {
    if (declared.has(table)) continue
    for (const column of columns.keys())
      findings.push(`${table}.${column}: in the database, but no data map declares it`)
  }
  return findings
}

function checkTable(map: AnyDataMap, table: ReadonlyMap<string, CatalogueColumn>): string[] {
  const findings: string[] = []
  for (const [name, column] of Object.entries(map.columns)) {
    const at = `${map.table}.${name}`
    const real = table.get(name)
    if (!real) findings.push(`${at}: declared, but there is no such column`)
    else findings.push(...differences(at, column, real))
  }
  for (const name of table.keys()) {
    if (!(name in map.columns) && !(name === 'marker' && map.rule.about !== null)) {
      findings.push(`${map.table}.${name}: in the database, but no data map declares it`)
    }
  }
  if (map.rule.about !== null && !table.has('marker')) {
    findings.push(`${map.table}.marker: missing; a table about a person needs marker integer not null default 0`)
  }
  return findings
}

const catalogueNames: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone' }

function differences(at: string, column: AnyColumn, real: CatalogueColumn): string[] {
  const findings: string[] = []
  const type = real.type.replace(/\(\d+\)/, '')
  if (type !== (catalogueNames[column.sql] ?? column.sql))
    findings.push(`${at}: is ${real.type}, declared ${column.sql}`)
  const optional = column.options.optional === true
  if (optional !== real.nullable)
    findings.push(`${at}: is ${real.nullable ? 'nullable' : 'not null'}, declared otherwise`)
  if (column.options.defaulted && !real.defaulted) findings.push(`${at}: declared with a default, but has none`)
  if ((column.options.generated ?? false) !== real.generated) findings.push(`${at}: generated in one place only`)
  return findings
}
