import { z } from 'zod'
import { newId } from '../platform/database/id.ts'
import { restoreReport } from '../privacy/backup/report.ts'
import { writeOperation } from '../privacy/operation/operation.ts'

/** Keeps the report of a restore in the database that it opened. */
export const recordRestore = writeOperation({
  name: 'backup.record_restore',
  purpose: 'security',
  who: { system: true },
  input: z.strictObject({
    kind: z.enum(['backup', 'in_place']),
    name: z.string().max(200).nullable(),
    startedAt: z.iso.datetime(),
    report: restoreReport,
  }),
  output: z.object({}),
  async run({ trx, input, now }) {
    const { kind, name, startedAt, report } = input
    await trx
      .insertInto('restore_run')
      .values({
        id: newId(),
        kind,
        name,
        started_at: new Date(startedAt),
        finished_at: now,
        report,
      })
      .execute()
    return {}
  },
})
