/** Run by the build: refuses to go on when the prose of the policy does not keep to its promises. */
import { join } from 'node:path'
import { policy } from '../../../policy/policy.ts'
import { promiseCount } from '../promises/promise.ts'
import { loadProse } from './load-prose.ts'

try {
  await loadProse(policy, join(import.meta.dirname, '../../../policy'))
  process.stdout.write(`Policy: ${promiseCount} promises in ro, en\n`)
} catch (error) {
  process.stderr.write(`Policy: ${(error as Error).message}\n`)
  process.exit(1)
}
