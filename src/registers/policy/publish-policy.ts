import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import type { PurposeTrx } from '../../privacy/map/types.ts'
import { Conflict, Invalid } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import type { Change } from '../../privacy/policy/difference/change.ts'
import { differenceOf, weightOf } from '../../privacy/policy/difference/difference.ts'
import type { RunningPolicy } from '../../privacy/policy/load-content.ts'
import {
  contentOf,
  insertVersion,
  latestVersion,
  lockVersions,
  type VersionRow,
} from '../../privacy/policy/version/version.queries.ts'
import { announcePolicy } from './announce-policy.ts'

/** Freezes the policy that this program carries out, for good, and has everybody told when the change is material. */
export const publishPolicy = writeOperation({
  name: 'policy.publish',
  purpose: 'legal',
  http: 'POST /policy/versions',
  says: 'Publish the running policy as a version, from a day on; people are told of material changes',
  who: { staff: ['owner', 'privacy'], system: true, fresh: true },
  input: z.strictObject({
    effectiveOn: z.iso.date(),
    /** The hash of what was looked at: what changed since then is not published. */
    hash: z.string().length(64),
  }),
  output: z.object({ number: z.int(), weight: z.enum(['first', 'material', 'minor']) }),
  async run({ trx, actor, input: { effectiveOn, hash }, tools, now, enqueue }) {
    const running = tools.runningPolicy
    await lockVersions(trx)
    if (running.hash !== hash) throw new Conflict('changed_meanwhile', m.registers_policy_changed_meanwhile())
    const latest = await latestVersion(trx)
    if (effectiveOn < civilDayOf(now)) throw new Invalid({ effectiveOn: m.registers_policy_expect_day() })
    if (latest && effectiveOn < latest.effective_on) {
      throw new Invalid({ effectiveOn: m.registers_policy_expect_later({ day: latest.effective_on }) })
    }
    const { number, changes, weight } = nextVersion(latest, running)
    const staffId = actor.kind === 'staff' ? actor.staffId : null
    const versionId = await insertVersion(trx, { number, content: running, changes, weight, effectiveOn, staffId })
    if (weight === 'material') await enqueue(announcePolicy, { versionId, after: null }, { key: versionId })
    return { number, weight }
  },
})

/** The set-up publishes what it starts with; later calls do nothing. */
export const publishFirstPolicy = writeOperation({
  name: 'policy.publish_first',
  purpose: 'legal',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ isNew: z.boolean() }),
  async run({ trx, tools, now }) {
    await lockVersions(trx)
    const provider = await trx.selectFrom('provider').select('id').executeTakeFirst()
    if (!provider || (await latestVersion(trx))) return { isNew: false }
    await insertFirst(trx, tools.runningPolicy, now)
    return { isNew: true }
  },
})

async function insertFirst(trx: PurposeTrx<'legal'>, content: RunningPolicy, now: Date): Promise<void> {
  const effectiveOn = civilDayOf(now)
  await insertVersion(trx, { number: 1, content, changes: [], weight: 'first', effectiveOn, staffId: null })
}

/** @throws Conflict when there is nothing new, or the new has the old one's name */
function nextVersion(latest: VersionRow | undefined, running: RunningPolicy) {
  if (!latest) return { number: 1, changes: [] as Change[], weight: 'first' as const }
  if (latest.hash === running.hash) throw new Conflict('nothing_changed', m.registers_policy_nothing_changed())
  if (latest.version === running.machine.policy.version) {
    throw new Conflict('version_used', m.registers_policy_version_used({ version: latest.version }))
  }
  const changes = differenceOf(contentOf(latest), running)
  return { number: latest.number + 1, changes, weight: weightOf(changes) }
}
