import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'
import { listVersions } from '../../privacy/policy/version/version.queries.ts'

/** Every version of the policy that was ever published, the newest first. */
export const listPolicyVersions = readOperation({
  name: 'policy.versions',
  purpose: 'legal',
  http: 'GET /policy/versions',
  says: 'Every published version of the privacy policy, the newest first.',
  who: { visitor: true },
  input: z.strictObject({}),
  output: z.object({
    versions: z.array(
      z.object({
        number: z.int(),
        version: z.string(),
        hash: z.string(),
        weight: z.enum(['first', 'material', 'minor']),
        effectiveOn: z.string(),
        publishedAt: z.date(),
        changes: z.object({ material: z.int(), minor: z.int() }),
      }),
    ),
  }),
  async run({ db }) {
    const versions = await listVersions(db)
    return {
      versions: versions.map((row) => ({
        number: row.number,
        version: row.version,
        hash: row.hash,
        weight: row.weight,
        effectiveOn: row.effective_on,
        publishedAt: row.published_at,
        changes: {
          material: row.changes.filter(({ weight }) => weight === 'material').length,
          minor: row.changes.filter(({ weight }) => weight === 'minor').length,
        },
      })),
    }
  },
})
