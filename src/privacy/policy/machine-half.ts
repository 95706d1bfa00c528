/** What of a policy a program carries out: its rules, and which kinds of data each purpose really uses. Plain data. */
import type { PurposeName } from '../../../policy/policy.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import { isPersonal, useOf } from '../map/uses.ts'
import type { PolicyShape } from './shape.ts'

export interface MachineHalf {
  readonly policy: PolicyShape
  /** By purpose: the categories of personal data that some column lets it use, in order. From the data maps. */
  readonly uses: Readonly<Record<string, readonly string[]>>
}

export function machineHalf(policy: PolicyShape, maps: readonly AnyDataMap[]): MachineHalf {
  const uses = Object.keys(policy.purposes).map((purpose) => [purpose, categoriesOf(maps, purpose)] as const)
  return { policy, uses: Object.fromEntries(uses) }
}

function categoriesOf(maps: readonly AnyDataMap[], purpose: string): string[] {
  const used = maps.flatMap((map) =>
    Object.values(map.columns)
      .filter(isPersonal)
      .filter((column) => seen(useOf(map, column, purpose as PurposeName)))
      .map((column) => column.options.category as string),
  )
  return [...new Set(used)].sort()
}

/** A column of which a purpose sees nothing is not used by it. */
function seen(use: string | undefined): boolean {
  return use !== undefined && use !== 'nothing'
}
