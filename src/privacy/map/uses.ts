import type { PurposeName } from '../../../policy/policy.ts'
import type { AnyColumn, Use } from './column.ts'
import type { AnyDataMap } from './data-map.ts'

/** The one answer to "how may this purpose use this column", for the compiler, the checks and the pages alike. */
export function useOf(map: AnyDataMap, column: AnyColumn, purpose: PurposeName): Use | undefined {
  return (column.options.uses ?? map.rule.uses)[purpose]
}

export function isPersonal(column: AnyColumn): boolean {
  return column.options.category !== undefined
}

export function primaryKey(map: AnyDataMap): readonly string[] {
  return map.rule.primary ?? ['account_id', 'id'].filter((name) => name in map.columns)
}

/** Purposes that use the table at all. */
export function purposesOf(map: AnyDataMap): PurposeName[] {
  return Object.keys(map.rule.uses) as PurposeName[]
}

/** The column that names a row's account: null for what lies outside accounts. */
export function accountColumn(map: AnyDataMap): string | null {
  return Object.entries(map.columns).find(([, column]) => column.role === 'account')?.[0] ?? null
}
