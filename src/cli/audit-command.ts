import { verifyChain } from '../privacy/audit/verify.ts'
import type { Command } from './command.ts'
import { hasDatabase, withOwner } from './owner.ts'

/** Exits 1 and names the first entry of the access log that is not as it was written. */
export const auditVerify: Command = async (settings) => {
  if (!hasDatabase(settings)) {
    process.stderr.write(`There is no access log yet: Zavor was not started on ${settings.dataFolder}.\n`)
    return 1
  }
  const { whole, entries, fault } = await withOwner(settings, verifyChain)
  if (whole) process.stdout.write(`The access log is whole: ${entries} entries.\n`)
  else process.stderr.write(`The access log is not whole: ${fault}.\n`)
  return whole ? 0 : 1
}
