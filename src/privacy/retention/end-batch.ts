import { z } from 'zod'
import { writeOperation } from '../operation/operation.ts'
import { removeFiles } from './remove-files.ts'
import { endDue, noteBatch } from './retention.queries.ts'

/**
 * Small enough that whoever waits for one of these rows hardly notices; large enough that choosing them, the job and its
 * entry in the access log cost little beside ending them.
 */
const most = 2_000
/** A job's input holds ids, and not too many. */
const filesPerJob = 500

/**
 * A job: ends what is due in one table, a batch at a time, each in a transaction of its own. Run again it finds the rest;
 * killed half-way the batch is as if it had not begun.
 */
export const endRetentionBatch = writeOperation({
  name: 'retention.end_batch',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ runId: z.uuid(), table: z.string().max(63), batch: z.int().min(0) }),
  output: z.object({ ended: z.record(z.string(), z.int()), over: z.boolean() }),
  async run({ trx, input: { runId, table, batch }, enqueue }) {
    const { rows, files } = await endDue(trx, table, most)
    const over = (rows[table] ?? 0) < most
    await noteBatch(trx, runId, table, rows, over)
    for (let at = 0; at < files.length; at += filesPerJob) {
      const some = files.slice(at, at + filesPerJob)
      await enqueue(
        removeFiles,
        { files: some.map(([accountId, fileId]) => ({ accountId, fileId })) },
        { key: `${some[0]?.[1]}` },
      )
    }
    if (!over)
      await enqueue(endRetentionBatch, { runId, table, batch: batch + 1 }, { key: `${runId} ${table} ${batch + 1}` })
    return { ended: rows, over }
  },
})
