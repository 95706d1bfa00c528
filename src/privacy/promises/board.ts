/** All promises with their state, from the findings and the registered checks. */
import { z } from 'zod'
import type { StaffRole } from '../operation/actor.ts'
import { needsOf } from './needs.ts'
import { type PromiseId, promiseIds } from './promise.ts'
import type { PromiseTool } from './promise-tool.ts'
import { needState, promiseState } from './state.ts'

const words = z.object({ ro: z.string(), en: z.string() })

export const promiseView = z.object({
  promise: z.string().regex(/^P\d+$/),
  state: z.enum(['kept', 'partly', 'not_yet']),
  owner: z.enum(['owner', 'technician', 'sales', 'billing', 'privacy']),
  /** When a check last looked; null when none ever did. */
  checkedAt: z.date().nullable(),
  needs: z.array(
    z.object({
      need: z.string(),
      says: words,
      state: z.enum(['holds', 'fails', 'broken', 'unchecked', 'missing']),
      figure: words.nullable(),
      checkedAt: z.date().nullable(),
      since: z.date().nullable(),
    }),
  ),
})
export type PromiseView = z.infer<typeof promiseView>

export interface FindingRow {
  readonly promise: string
  readonly need: string
  readonly outcome: 'holds' | 'fails' | 'broken'
  readonly figure_ro: string
  readonly figure_en: string
  readonly checked_at: Date
  readonly since: Date
}

export function promiseBoard(tool: PromiseTool, rows: readonly FindingRow[], now: Date): PromiseView[] {
  return promiseIds.map((promise) => viewOf(promise, tool, rows, now))
}

function viewOf(promise: PromiseId, tool: PromiseTool, all: readonly FindingRow[], now: Date): PromiseView {
  const needs = needsOf(promise)
  const checks = tool.checkedNeeds(promise)
  const rows = all.filter((row) => row.promise === promise && checks.has(row.need) && row.need in needs.needs)
  const results = rows.map((row) => ({ need: row.need, outcome: row.outcome, checkedAt: row.checked_at }))
  const times = rows.map((row) => row.checked_at.getTime())
  return {
    promise,
    state: promiseState(needs, checks, results, now),
    owner: needs.owner satisfies StaffRole,
    checkedAt: times.length > 0 ? new Date(Math.max(...times)) : null,
    needs: Object.entries(needs.needs).map(([need, says]) => {
      const row = rows.find((one) => one.need === need)
      return {
        need,
        says,
        state: needState(need, checks, results, now),
        figure: row ? { ro: row.figure_ro, en: row.figure_en } : null,
        checkedAt: row?.checked_at ?? null,
        since: row?.since ?? null,
      }
    }),
  }
}
