import { z } from 'zod'
import { restoreReport } from '../privacy/backup/report.ts'
import { readOperation } from '../privacy/operation/operation.ts'
import { periodWords } from '../privacy/prose/period.ts'
import './backup-plan.ts'

const pageSize = 60
const restoresShown = 10

const backupView = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  place: z.string(),
  how: z.enum(['schedule', 'command', 'found']),
  startedAt: z.date(),
  finishedAt: z.date(),
  bytes: z.number().nullable(),
  expiresAt: z.date().nullable(),
  goneAt: z.date().nullable(),
  failure: z.string().nullable(),
})
export type BackupView = z.output<typeof backupView>

const restoreView = z.object({
  id: z.uuid(),
  kind: z.enum(['backup', 'in_place']),
  name: z.string().nullable(),
  startedAt: z.date(),
  finishedAt: z.date(),
  report: restoreReport,
})
export type RestoreView = z.output<typeof restoreView>

const place = z.strictObject({ at: z.iso.datetime(), id: z.uuid() })

/** Backups, newest first, with when each expires; the latest restores with their reports; when the next one is due. */
export const listBackups = readOperation({
  name: 'backup.list',
  purpose: 'security',
  http: 'GET /backups',
  says: 'Backups with time, size and expiry, and the reports of restores',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ before: place.optional() }),
  output: z.object({
    backups: z.array(backupView),
    next: z.object({ at: z.string(), id: z.string() }).nullable(),
    restores: z.array(restoreView),
    plan: z.object({ place: z.string(), at: z.string() }).nullable(),
    /** How long a backup is kept, in words. */
    period: z.object({ ro: z.string(), en: z.string() }),
  }),
  async run({ db, input: { before }, tools }) {
    const rows = await db
      .selectFrom('backup_run')
      .selectAll()
      .$if(before !== undefined, (query) =>
        query.where((row) =>
          row.or([
            row('started_at', '<', new Date(before?.at ?? 0)),
            row.and([row('started_at', '=', new Date(before?.at ?? 0)), row('id', '<', before?.id ?? '')]),
          ]),
        ),
      )
      .orderBy('started_at', 'desc')
      .orderBy('id', 'desc')
      .limit(pageSize + 1)
      .execute()
    const restores = await db
      .selectFrom('restore_run')
      .selectAll()
      .orderBy('finished_at', 'desc')
      .orderBy('id', 'desc')
      .limit(restoresShown)
      .execute()
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)
    return {
      backups: shown.map((row) => ({
        id: row.id,
        name: row.name,
        place: row.place,
        how: row.how,
        startedAt: row.started_at,
        finishedAt: row.finished_at,
        bytes: row.bytes === null ? null : Number(row.bytes),
        expiresAt: row.expires_at,
        goneAt: row.gone_at,
        failure: row.failure,
      })),
      next: rows.length > pageSize && last ? { at: last.started_at.toISOString(), id: last.id } : null,
      restores: restores.map((row) => ({
        id: row.id,
        kind: row.kind,
        name: row.name,
        startedAt: row.started_at,
        finishedAt: row.finished_at,
        report: row.report,
      })),
      plan: tools.backupPlan,
      period: { ro: periodWords(tools.backupPeriod, 'ro'), en: periodWords(tools.backupPeriod, 'en') },
    }
  },
})
