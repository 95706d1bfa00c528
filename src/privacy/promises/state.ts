/** Whether a promise is kept: computed from what its checks last found, and from when. */
import type { PromiseNeeds } from './need.ts'

export type PromiseState = 'kept' | 'partly' | 'not_yet'

/** What one need stands at. `unchecked`: a check exists but has not looked lately. `missing`: there is no check. */
export type NeedState = 'holds' | 'fails' | 'broken' | 'unchecked' | 'missing'

export interface CheckResult {
  readonly need: string
  readonly outcome: 'holds' | 'fails' | 'broken'
  readonly checkedAt: Date
}

/** A finding counts for two days: a system that stopped looking may no longer say that it keeps its word. */
export const findingCountsFor = 48 * 60 * 60_000

export function needState(
  need: string,
  checks: ReadonlySet<string>,
  results: readonly CheckResult[],
  now: Date,
): NeedState {
  if (!checks.has(need)) return 'missing'
  const result = results.find((one) => one.need === need)
  if (!result || now.getTime() - result.checkedAt.getTime() > findingCountsFor) return 'unchecked'
  return result.outcome
}

/** @param checks needs of this promise for which a check is registered */
export function promiseState(
  { needs }: PromiseNeeds,
  checks: ReadonlySet<string>,
  results: readonly CheckResult[],
  now: Date,
): PromiseState {
  const states = Object.keys(needs).map((need) => needState(need, checks, results, now))
  if (states.length > 0 && states.every((state) => state === 'holds')) return 'kept'
  return states.some((state) => state === 'holds') ? 'partly' : 'not_yet'
}
