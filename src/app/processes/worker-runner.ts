import { parseCronItems } from 'graphile-worker'
import { openPool } from '../../platform/database/pool.ts'
import { runJobs } from '../../platform/jobs/runner.ts'
import { WORKER_ROLE } from '../../platform/jobs/worker-role.ts'
import type { Desk } from '../desk.ts'
import { schedule } from '../schedule.ts'
import { type BootPacket, databaseUrl } from './boot-packet.ts'
import type { Running } from './child.ts'
import { deskOfPacket } from './desk-of-packet.ts'

const CONCURRENCY = 4
const SWEEP_EVERY = 10_000
const LEFT_FOR = 10

/** The worker: runs jobs, each an operation as the system. */
export async function startWorker(packet: BootPacket): Promise<Running> {
  const desk = await deskOfPacket(packet, CONCURRENCY)
  const pool = openPool(databaseUrl(packet, WORKER_ROLE), { max: CONCURRENCY + 2 })
  const runner = await runJobs({
    pool,
    concurrency: CONCURRENCY,
    schedule: parseCronItems(schedule),
    runOperation: (operation, input) => desk.runJob(operation, input),
    onFailure: (words) => process.stderr.write(`${words}\n`),
  })
  const sweeping = setInterval(() => void finishLeft(desk), SWEEP_EVERY)
  let stopping = false
  // Without the runner this process does nothing: it ends, and is started again.
  runner.ended.then(
    () => stopping || process.exit(1),
    () => stopping || process.exit(1),
  )
  return {
    async stop() {
      stopping = true
      clearInterval(sweeping)
      await runner.stop()
      await desk.close()
      await pool.end()
    },
  }
}

/**
 * A process killed between a write and what follows its commit leaves an entry waiting: it is chained, and written to the
 * ledger outside, here, within half a minute.
 */
async function finishLeft(desk: Desk): Promise<void> {
  // While the database is down there is nothing to finish; the next turn comes.
  await desk.audit.sweep(LEFT_FOR).catch(() => {})
  await desk.tools.ledger.settle().catch((error: Error) => process.stderr.write(`${error.message}\n`))
}
