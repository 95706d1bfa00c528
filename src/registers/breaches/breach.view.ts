import { z } from 'zod'
import { breachForm, missingIn } from './breach.form.ts'
import type { BreachRow } from './breach.queries.ts'
import { dueAt, hoursLeft } from './breach.rules.ts'

export const breachView = z.object({
  id: z.string(),
  number: z.int(),
  discoveredAt: z.date(),
  /** 72 hours after the discovery. */
  dueAt: z.date(),
  /** Whole hours left now, negative when they are over; null once it was decided. */
  hoursLeft: z.int().nullable(),
  form: breachForm,
  outcome: z.enum(['notified', 'not_notified']).nullable(),
  outcomeWhy: z.string().nullable(),
  reference: z.string().nullable(),
  decidedAt: z.date().nullable(),
  /** Fields without which the authority cannot be notified. */
  missing: z.array(z.string()),
})

export function viewBreach(row: BreachRow, now: Date): z.input<typeof breachView> {
  return {
    id: row.id,
    number: row.number,
    discoveredAt: row.discovered_at,
    dueAt: dueAt(row.discovered_at),
    hoursLeft: row.outcome ? null : hoursLeft(row.discovered_at, now),
    form: row.form,
    outcome: row.outcome,
    outcomeWhy: row.outcome_why,
    reference: row.reference,
    decidedAt: row.decided_at,
    missing: missingIn(row.form),
  }
}
