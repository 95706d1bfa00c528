import { runChild } from './processes/child.ts'
import { startWorker } from './processes/worker-runner.ts'

await runChild(startWorker)
