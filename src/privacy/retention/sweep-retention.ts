import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { writeOperation } from '../operation/operation.ts'
import { endRetentionBatch } from './end-batch.ts'
import { endRetentionParts } from './end-parts.ts'
import { openRuns } from './retention.queries.ts'
import { tablesInParts, timedTables } from './timed-tables.ts'

/** Starts a run: every table whose rows end by time, each as a job of its own. */
export const sweepRetention = writeOperation({
  name: 'retention.sweep',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ runId: z.uuid() }),
  async run({ trx, tools, enqueue }) {
    const runId = newId()
    const tables = timedTables(tools.maps)
    const inParts = tablesInParts(tools.maps)
    await openRuns(trx, runId, [...tables, ...inParts])
    for (const { table } of tables) {
      await enqueue(endRetentionBatch, { runId, table, batch: 0 }, { key: `${runId} ${table} 0` })
    }
    for (const { table } of inParts) await enqueue(endRetentionParts, { runId, table }, { key: table })
    return { runId }
  },
})
