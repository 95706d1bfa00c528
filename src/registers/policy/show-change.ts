import { z } from 'zod'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { changeView } from '../../privacy/policy/difference/change.ts'
import { differenceOf, weightOf } from '../../privacy/policy/difference/difference.ts'
import { publicationOf } from '../../privacy/policy/version/publication.ts'
import { contentOf, latestVersion, listVersions } from '../../privacy/policy/version/version.queries.ts'

/** How the policy that runs stands to the one that was published, and what publishing it would say has changed. */
export const showPolicyChange = readOperation({
  name: 'policy.show_change',
  purpose: 'legal',
  http: 'GET /policy/change',
  says: 'Whether the running policy is the published one, and what differs',
  who: { staff: 'any', system: true },
  input: z.strictObject({}),
  output: z.object({
    publication: z.enum(['never', 'published', 'early', 'unpublished']),
    version: z.string(),
    hash: z.string(),
    /** Whether policy.ts still has the name of the version before. */
    isNamed: z.boolean(),
    weight: z.enum(['material', 'minor']),
    changes: z.array(changeView),
    latest: z.object({ number: z.int(), version: z.string(), effectiveOn: z.string() }).nullable(),
  }),
  async run({ db, tools, now }) {
    const running = tools.runningPolicy
    const publication = publicationOf(await listVersions(db), running.hash, civilDayOf(now))
    const latest = await latestVersion(db)
    const changes = latest && latest.hash !== running.hash ? differenceOf(contentOf(latest), running) : []
    const version = running.machine.policy.version
    return {
      publication,
      version,
      hash: running.hash,
      isNamed: latest?.hash === running.hash || latest?.version !== version,
      weight: weightOf(changes),
      changes,
      latest: latest ? { number: latest.number, version: latest.version, effectiveOn: latest.effective_on } : null,
    }
  },
})
