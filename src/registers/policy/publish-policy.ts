import { z } from 'zod'
import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { addDays, type CivilDay, civilDayOf } from '../../privacy/clock/civil-day.ts'
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
  async faults({ db, given, tools, now }) {
    const latest = await latestVersion(db)
    const day = z.iso.date().safeParse(given.effectiveOn).data
    const conflict = conflictOf(latest, tools.runningPolicy, given.hash)
    return { ...dayFaults(latest, day, now), ...(conflict ? { version: conflict.message } : {}) }
  },
  async run({ trx, actor, input: { effectiveOn, hash }, tools, now, enqueue }) {
    const running = tools.runningPolicy
    await lockVersions(trx)
    const latest = await latestVersion(trx)
    const fields = dayFaults(latest, effectiveOn, now)
    const conflict = conflictOf(latest, running, hash)
    if (conflict) throw new Conflict(conflict.code, conflict.message, fields)
    if (Object.keys(fields).length > 0) throw new Invalid(fields)
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

/** Of a day that is written as one: whether it can be the first of this version. */
function dayFaults(latest: VersionRow | undefined, day: CivilDay | undefined, now: Date): Record<string, string> {
  if (day === undefined) return {}
  if (latest && day < latest.effective_on && civilDayOf(now) < latest.effective_on) {
    return { effectiveOn: m.registers_policy_expect_later({ day: civilDay(latest.effective_on) }) }
  }
  const today = civilDayOf(now)
  return day < today || day > addDays(today, longestDays) ? { effectiveOn: m.registers_policy_expect_day() } : {}
}

/** A version is for good, and none after it comes into force before it: a slip in the year would stop the policy at that. */
const longestDays = 366

/** What was looked at is not what runs, there is nothing new, or the new has the old one's name. */
function conflictOf(latest: VersionRow | undefined, running: RunningPolicy, seen: unknown): Conflict | undefined {
  if (running.hash !== seen) return new Conflict('changed_meanwhile', m.registers_policy_changed_meanwhile())
  if (!latest) return undefined
  if (latest.hash === running.hash) return new Conflict('nothing_changed', m.registers_policy_nothing_changed())
  if (latest.version !== running.machine.policy.version) return undefined
  return new Conflict('version_used', m.registers_policy_version_used({ version: latest.version }))
}

function nextVersion(latest: VersionRow | undefined, running: RunningPolicy) {
  if (!latest) return { number: 1, changes: [] as Change[], weight: 'first' as const }
  const changes = differenceOf(contentOf(latest), running)
  return { number: latest.number + 1, changes, weight: weightOf(changes) }
}
