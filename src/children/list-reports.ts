import { z } from 'zod'
import { staffNames } from '../identity/identity.facade.ts'
import { readOperation } from '../privacy/operation/operation.ts'
import { listed, waiting } from './child-report.queries.ts'
import { outcomes, reportKinds } from './child-report.rules.ts'

const pageSize = 50

/** Reports by deadline, or those that were decided, the newest first: the log of all that came and what became of it. */
export const listChildReports = readOperation({
  name: 'child_report.list',
  purpose: 'rights',
  http: 'GET /child-reports',
  says: 'Reports about children by deadline, or with `list` those decided',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ list: z.enum(['open', 'decided']).optional(), page: z.int().min(0).max(10_000).optional() }),
  output: z.object({
    open: z.int(),
    overdue: z.int(),
    reports: z.array(
      z.object({
        id: z.string(),
        number: z.int(),
        kind: z.enum(reportKinds),
        aboutWhom: z.string().nullable(),
        receivedAt: z.date(),
        dueAt: z.date(),
        isOverdue: z.boolean(),
        outcome: z.enum(outcomes).nullable(),
        decidedAt: z.date().nullable(),
        decidedBy: z.string().nullable(),
        receipt: z.enum(['sent', 'noted']).nullable(),
      }),
    ),
    more: z.boolean(),
  }),
  async run({ db, input: { list = 'open', page = 0 }, now }) {
    const rows = await listed(db, list, page, pageSize)
    const names = await staffNames(
      db,
      rows.flatMap((row) => row.decided_by ?? []),
    )
    return {
      ...(await waiting(db, now)),
      reports: rows.slice(0, pageSize).map((row) => ({
        id: row.id,
        number: row.number,
        kind: row.kind,
        aboutWhom: row.about_whom,
        receivedAt: row.received_at,
        dueAt: row.due_at,
        isOverdue: row.decided_at === null && row.due_at <= now,
        outcome: row.outcome,
        decidedAt: row.decided_at,
        decidedBy: row.decided_by ? (names.get(row.decided_by) ?? null) : null,
        receipt: row.receipt,
      })),
      more: rows.length > pageSize,
    }
  },
})

/** How many wait: for the places where nobody should overlook it. */
export const countChildReports = readOperation({
  name: 'child_report.count',
  purpose: 'rights',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({}),
  output: z.object({ open: z.int(), overdue: z.int() }),
  async run({ db, now }) {
    return await waiting(db, now)
  },
})
