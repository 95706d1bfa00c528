import { deadJobs, reviveJob } from '../platform/jobs/dead-jobs.ts'
import type { Command } from './command.ts'
import { withOwner } from './owner.ts'

export const listDeadJobs: Command = async (settings) => {
  const jobs = await withOwner(settings, (owner) => deadJobs(owner))
  for (const { id, operation, attempts, failure, failedAt } of jobs) {
    const first = failure.split('\n')[0]
    process.stdout.write(`${id}  ${operation}  failed ${attempts} times, last ${failedAt.toISOString()}: ${first}\n`)
  }
  if (jobs.length === 0) process.stdout.write('No job is dead.\n')
  return 0
}

export const retryJob: Command = async (settings, [id = '', ...more]) => {
  if (more.length > 0) throw new Error(`${more[0]}: not expected. npx zavor jobs retry <number>`)
  const found = /^\d{1,18}$/.test(id) && (await withOwner(settings, (owner) => reviveJob(owner, id)))
  if (!found) process.stderr.write('There is no dead job of that number; see: npx zavor jobs dead\n')
  return found ? 0 : 1
}
