import { z } from 'zod'
import type { MeasureRow } from './measure.queries.ts'
import { saidIn } from './promised.ts'

/** overdue: its day has passed. faulty: kept not as promised when it was looked at. never: nobody ever looked. */
export const measureStates = ['kept', 'faulty', 'overdue', 'never', 'ended'] as const

export const measureView = z.object({
  id: z.string(),
  what: z.string(),
  place: z.string(),
  everyMonths: z.int(),
  ownedBy: z.string().nullable(),
  owner: z.string().nullable(),
  checkedOn: z.string().nullable(),
  nextCheckOn: z.string(),
  state: z.enum(measureStates),
  /** Promised by the policy, and entered by the set-up. */
  isDeclared: z.boolean(),
})

export function stateOfMeasure(row: MeasureRow, today: string): (typeof measureStates)[number] {
  if (row.ended_at) return 'ended'
  if (row.checked_on === null) return 'never'
  if (row.next_check_on < today) return 'overdue'
  return row.outcome === 'faulty' ? 'faulty' : 'kept'
}

export function viewMeasure(
  row: MeasureRow,
  names: ReadonlyMap<string, string>,
  today: string,
): z.input<typeof measureView> {
  return {
    id: row.id,
    what: saidIn(row.what),
    place: saidIn(row.place),
    everyMonths: row.every_months,
    ownedBy: row.owned_by,
    owner: row.owned_by ? (names.get(row.owned_by) ?? null) : null,
    checkedOn: row.checked_on,
    nextCheckOn: row.next_check_on,
    state: stateOfMeasure(row, today),
    isDeclared: row.entered_by === null,
  }
}
