import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { listVersions } from '../../privacy/policy/version/version.queries.ts'
import { announcePolicy } from './announce-policy.ts'
import { publishFirstPolicy } from './publish-policy.ts'

const lookBack = 60 * 86_400_000

/**
 * A job of every day: publishes what was never published, and announces again what was published lately, for whoever came
 * between its publication and its day, or whom a lost job left out.
 */
export const sweepPolicyNotices = writeOperation({
  name: 'policy.sweep',
  purpose: 'legal',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ announced: z.int() }),
  async run({ trx, now, enqueue }) {
    const versions = await listVersions(trx)
    if (versions.length === 0) await enqueue(publishFirstPolicy, {}, { key: 'policy first' })
    const since = now.getTime() - lookBack
    const late = versions.filter(
      ({ weight, published_at, effective_on }) =>
        weight === 'material' && Math.max(published_at.getTime(), Date.parse(effective_on)) > since,
    )
    for (const { id } of late) await enqueue(announcePolicy, { versionId: id, after: null }, { key: id })
    return { announced: late.length }
  },
})
