import type { RetentionName } from '../../../policy/policy.ts'
import { unitsOf } from '../compiler/retention-units.ts'
import type { AnyDataMap } from '../map/data-map.ts'

/** A table whose rows end by time, and the class that says when. */
export interface TimedTable {
  readonly table: string
  readonly class: RetentionName
}

export function timedTables(maps: readonly AnyDataMap[]): TimedTable[] {
  return unitsOf(maps).map(({ root }) => ({ table: root.table, class: root.rule.retention }))
}
