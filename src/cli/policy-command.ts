import type { PoolClient } from 'pg'
import { policy } from '../../policy/policy.ts'
import { maps } from '../app/maps.ts'
import { rehearse } from '../app/rehearsal.ts'
import type { Settings } from '../app/settings.ts'
import { checkPolicy, diffPolicy } from '../privacy/compiler/apply.ts'
import type { Command } from './command.ts'
import { hasDatabase, withOwner, withPassingDatabase } from './owner.ts'

/** Exits 1 and names each column on which policy, maps and database disagree; start refuses in the same words. */
export const policyCheck: Command = async (settings) => {
  const findings = await looking(settings, (client) => checkPolicy(client, { policy, maps }))
  if (findings.length === 0) process.stdout.write('Policy, data maps and database agree.\n')
  else process.stderr.write(`Policy, data maps and database disagree:\n${lines(findings)}`)
  return findings.length === 0 ? 0 : 1
}

/** Prints what the next start would change; nothing is changed. */
export const policyDiff: Command = async (settings) => {
  const changes = await looking(settings, (client) => diffPolicy(client, { policy, maps }))
  process.stdout.write(changes.length === 0 ? 'The database is what the policy says.\n' : lines(changes))
  return 0
}

/** Looks at the database as the next start would find it; before the first start, at an empty one. */
function looking<Result>(settings: Settings, look: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const at = hasDatabase(settings) ? withOwner.bind(null, settings) : withPassingDatabase
  return at((owner) => rehearse(owner, look)) as Promise<Result>
}

function lines(words: readonly string[]): string {
  return words.map((word) => `  ${word}\n`).join('')
}
