import type { RetentionName } from '../../../policy/policy.ts'
import { unitsOf } from '../compiler/retention-units.ts'
import type { AnyDataMap } from '../map/data-map.ts'

/** A table whose rows end by time, and the class that says when. */
export interface TimedTable {
  readonly table: string
  readonly class: RetentionName
}

/** Tables that end by dropped parts. */
export function tablesInParts(maps: readonly AnyDataMap[]): TimedTable[] {
  return maps.filter(({ rule }) => rule.parts).map(({ table, rule }) => ({ table, class: rule.retention }))
}

export function timedTables(maps: readonly AnyDataMap[]): TimedTable[] {
  return unitsOf(maps).map(({ root }) => ({ table: root.table, class: root.rule.retention }))
}
