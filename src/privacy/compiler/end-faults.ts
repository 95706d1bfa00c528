/** A column that says how it ends, where nothing would obey: whoever reads the map would take it for a rule. */
import type { AnyDataMap } from '../map/data-map.ts'
import type { PolicyShape } from '../policy/shape.ts'
import { emptiedByErasure } from './erase.ts'
import { unitsOf } from './retention-units.ts'

/** Each names its column. Empty: all is well. */
export function endFaults(policy: PolicyShape, maps: readonly AnyDataMap[]): string[] {
  const byTime = emptiedByTime(policy, maps)
  return maps.flatMap((map) =>
    Object.entries(map.columns).flatMap(([name, column]) => {
      if (column.options.end === undefined) return []
      const at = `${map.table}.${name}: says how it ends, but`
      if (column.options.generated) return [`${at} the database computes it from what is left of its row`]
      if (byTime.has(map.table) || emptiedByErasure(map, column)) return []
      return [`${at} nothing ever empties it in a row that stays`]
    }),
  )
}

/** Tables whose rows a period empties and leaves. */
function emptiedByTime(policy: PolicyShape, maps: readonly AnyDataMap[]): ReadonlySet<string> {
  return new Set(
    unitsOf(maps)
      .filter(({ root }) => policy.retention[root.rule.retention]?.end === 'anonymise')
      .flatMap(({ root, parts }) => [root, ...parts.map(({ map }) => map)])
      .filter(({ rule }) => rule.end !== 'delete')
      .map(({ table }) => table),
  )
}
