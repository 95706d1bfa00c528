import type { AnyColumn } from './column.ts'

/**
 * A moment that starts a row's period. `at` is a timestamp of the row, or with `of` and `by` of the row that `by` names;
 * null there: the period has not begun. `once` counts only rows in those states.
 * `with` and `by`: the row goes with the row that `by` names, in the same transaction; `until` is a timestamp of its own
 * that must have passed as long ago, or that other row waits too.
 */
export interface TimedClock {
  readonly at?: string
  readonly of?: string
  readonly once?: Readonly<Record<string, readonly string[]>>
  readonly with?: string
  readonly by?: string
  readonly until?: string
}

/**
 * erasure: the row ends with its person or account, never by time. partition: the table's oldest part is dropped whole.
 * standing: says how things are now (the provider, the head of a chain), and has no end of its own.
 */
export type Clock = 'erasure' | 'partition' | 'standing' | TimedClock

export function timed(clock: Clock): TimedClock | null {
  return typeof clock === 'object' ? clock : null
}

/** What a clock names that the table does not have; empty when all is well. */
export function clockFaults(clock: Clock, columns: Readonly<Record<string, AnyColumn>>): string[] {
  const own = timed(clock)
  if (!own) return []
  const { at, of, once, by, until } = own
  const named = [of ? undefined : at, by, until, ...Object.keys(once ?? {})].filter((name) => name !== undefined)
  const faults = named.filter((name) => !(name in columns)).map((name) => `clock names ${name}, which is not a column`)
  if (at === undefined && own.with === undefined) faults.push('clock says neither when nor with what a row ends')
  if ((of !== undefined || own.with !== undefined) !== (by !== undefined))
    faults.push('clock lacks by, or what it names')
  if (of !== undefined && own.with !== undefined) faults.push('clock cannot have both of and with')
  for (const [name, states] of Object.entries(once ?? {})) {
    const unknown = states.filter((state) => !columns[name]?.values?.includes(state))
    faults.push(...unknown.map((state) => `clock names the state ${state}, which ${name} does not have`))
  }
  return faults
}
