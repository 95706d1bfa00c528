import { verifyChain } from '../privacy/audit/verify.ts'
import type { Command } from './command.ts'
import { withOwner } from './owner.ts'

/** Exits 1 and names the first entry of the access log that is not as it was written. */
export const auditVerify: Command = async (settings) => {
  const { whole, entries, fault } = await withOwner(settings, verifyChain)
  if (whole) process.stdout.write(`The access log is whole: ${entries} entries.\n`)
  else process.stderr.write(`The access log is not whole: ${fault}.\n`)
  return whole ? 0 : 1
}
