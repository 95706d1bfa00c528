/** Which tables and columns the person's own view can show, told from the data maps. Pure. */
import { type PurposeName, policy } from '../../../policy/policy.ts'
import type { AnyColumn } from '../map/column.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import { accountColumn, useOf as howUsed } from '../map/uses.ts'

export interface HeldColumn {
  readonly name: string
  readonly column: AnyColumn
  /** Goes with the download. What is only shown does not. */
  readonly exported: boolean
}

/** A row that hangs on another row: what staff answered on a person's ticket, what was delivered on their order. */
export interface Parent {
  readonly column: string
  readonly table: string
  readonly about: string
}

export interface HeldTable {
  readonly map: AnyDataMap
  readonly columns: readonly HeldColumn[]
  /** The column that names the account; null for what hangs on a login. */
  readonly account: string | null
  readonly parents: readonly Parent[]
}

/** Every table that holds something about people of accounts and that the purpose (their own view, unless said) may read. */
export function heldTables(maps: readonly AnyDataMap[], purpose: PurposeName = 'self'): readonly HeldTable[] {
  const known = found.get(maps) ?? new Map<PurposeName, readonly HeldTable[]>()
  found.set(maps, known)
  const tables = known.get(purpose) ?? maps.flatMap((map) => heldTable(map, maps, purpose) ?? [])
  known.set(purpose, tables)
  return tables
}

/** Maps do not change while a process runs, and every answer asks for this. */
const found = new WeakMap<readonly AnyDataMap[], Map<PurposeName, readonly HeldTable[]>>()

/** Null for a table of nobody's, or of which the purpose reads nothing. */
export function heldTable(
  map: AnyDataMap,
  maps: readonly AnyDataMap[],
  purpose: PurposeName = 'self',
): HeldTable | null {
  const account = accountColumn(map)
  if (account === null && map.rule.login === undefined) return null
  const columns = Object.entries(map.columns)
    .filter(([, column]) => seenBy(purpose, map, column))
    .map(([name, column]) => ({ name, column, exported: column.options.export !== 'no' }))
  return columns.length === 0 ? null : { map, columns, account, parents: parentsOf(map, maps, purpose) }
}

export function seenBySelf(map: AnyDataMap, column: AnyColumn): boolean {
  return seenBy('self', map, column)
}

function seenBy(purpose: PurposeName, map: AnyDataMap, column: AnyColumn): boolean {
  const use = howUsed(map, column, purpose)
  return use === 'read' || use === 'write' || use === 'add'
}

function parentsOf(map: AnyDataMap, maps: readonly AnyDataMap[], purpose: PurposeName): Parent[] {
  return Object.entries(map.columns)
    .filter(([, column]) => seenBy(purpose, map, column))
    .flatMap(([name, column]) => {
      const parent = maps.find((one) => one.table === column.link)
      const about = parent?.rule.about
      return parent && about && parent.table !== 'person' ? [{ name, parent, about }] : []
    })
    .filter(({ parent, about }) => ['id', about].every((key) => showsColumn(parent, key, purpose)))
    .map(({ name, parent, about }) => ({ column: name, table: parent.table, about }))
}

function showsColumn(map: AnyDataMap, name: string, purpose: PurposeName): boolean {
  return Object.entries(map.columns)
    .filter(([one]) => one === name)
    .some(([, column]) => seenBy(purpose, map, column))
}

/**
 * What Article 20 speaks of: what a person gave, or what came from their use, held on their consent or a contract. What
 * others said about them is not in it.
 */
export function portableTables(tables: readonly HeldTable[]): HeldTable[] {
  return tables.flatMap((table) => {
    const columns = table.columns.filter(({ column }) => isPortable(table.map, column))
    return columns.some(({ column }) => column.options.label !== undefined) ? [{ ...table, columns }] : []
  })
}

function isPortable(map: AnyDataMap, column: AnyColumn): boolean {
  if (column.options.source !== undefined) return false
  return (Object.keys(policy.purposes) as PurposeName[]).some((name) => {
    const use = howUsed(map, column, name)
    const kind = policy.purposes[name].basis.kind
    return use !== undefined && use !== 'nothing' && (kind === 'contract' || kind === 'consent')
  })
}
