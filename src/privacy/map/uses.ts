import type { PurposeName } from '../../../policy/policy.ts'
import type { AnyColumn, Use } from './column.ts'
import type { AnyDataMap } from './data-map.ts'

/** The one answer to "how may this purpose use this column", for the compiler, the checks and the pages alike. */
export function useOf(map: AnyDataMap, column: AnyColumn, purpose: PurposeName): Use | undefined {
  return (column.options.uses ?? map.rule.uses)[purpose]
}

/** Whether a row can be about anybody at all: only of such is there a controller and a processor. */
export function saysOfPeople(map: AnyDataMap): boolean {
  return map.rule.about !== null || Object.values(map.columns).some(isPersonal)
}

/** The purposes that see or write a column, in whatever mask. */
export function purposesUsing(map: AnyDataMap, column: AnyColumn): PurposeName[] {
  const uses = column.options.uses ?? map.rule.uses
  return (Object.keys(uses) as PurposeName[]).filter((purpose) => uses[purpose] !== 'nothing')
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
