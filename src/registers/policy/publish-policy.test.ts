/** A version is published once and for good, and each person is told of it once. */
import { describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenAccount, givenMember, givenProvider, givenStaff } from '../../../test/support/given.ts'
import { openPool } from '../../platform/database/pool.ts'
import { civilDay } from '../../platform/language/format.ts'
import { inLocale } from '../../platform/language/locale.server.ts'
import { addDays, civilDayOf } from '../../privacy/clock/civil-day.ts'
import { roleOf } from '../../privacy/compiler/wanted.ts'
import { contentHash } from '../../privacy/policy/content.ts'
import type { RunningPolicy } from '../../privacy/policy/load-content.ts'
import { listPolicyVersions } from '../../site/policy/list-versions.ts'
import { showPolicy } from '../../site/policy/show-policy.ts'
import { showPolicyVersion } from '../../site/policy/show-version.ts'
import { announcePolicy } from './announce-policy.ts'
import { publishFirstPolicy, publishPolicy } from './publish-policy.ts'
import { showPolicyChange } from './show-change.ts'
import { tellPolicy } from './tell-policy.ts'

const today = civilDayOf(new Date())
const visitor = { kind: 'visitor' } as const
const system = { kind: 'system', job: 'test' } as const

/** What the program would run after somebody edited the policy: letters kept for longer, or only a comma moved. */
function edit(desk: TestDesk, version: string, how: 'material' | 'minor'): void {
  const was = desk.tools.runningPolicy
  const machine = structuredClone(was.machine) as unknown as {
    policy: { version: string; retention: { letter: { period: string } } }
  }
  machine.policy.version = version
  if (how === 'material') machine.policy.retention.letter.period = `P${Number(version.slice(0, 4))}D`
  const content = { machine, ro: `${was.ro}\n`, en: was.en } as unknown as RunningPolicy
  Object.assign(desk.tools, { runningPolicy: { ...content, hash: contentHash(content) } })
}

async function published() {
  const desk = await testDesk()
  await givenProvider(desk)
  await desk.as(system).call(publishFirstPolicy, {})
  const privacy = await givenStaff(desk, { roles: ['privacy'] })
  const publish = (effectiveOn: string) =>
    desk.as(privacy).call(publishPolicy, { effectiveOn, hash: desk.tools.runningPolicy.hash })
  return { desk, publish, privacy }
}

const letters = async (desk: TestDesk) =>
  (await desk.owner.query(`select person_id from base.letter where kind = 'policy_change' order by 1`)).rows

describe('publishing', () => {
  it('begins with the set-up, once', async () => {
    const { desk } = await published()
    expect(await desk.as(system).call(publishFirstPolicy, {})).toEqual({ isNew: false })
    const { versions } = await desk.as(visitor).call(listPolicyVersions, {})
    expect(versions).toMatchObject([{ number: 1, weight: 'first', effectiveOn: today }])
    expect(await desk.as(system).call(showPolicyChange, {})).toMatchObject({ publication: 'published', changes: [] })
  })

  it('refuses what is published already, a name used before, a day gone by, and what was not looked at', async () => {
    const { desk, publish, privacy } = await published()
    await expect(publish(today)).rejects.toMatchObject({ code: 'nothing_changed' })
    edit(desk, desk.tools.runningPolicy.machine.policy.version, 'material')
    await expect(publish(today)).rejects.toMatchObject({ code: 'version_used' })
    edit(desk, '2027-01', 'material')
    await expect(publish(addDays(today, -1))).rejects.toMatchObject({ fields: { effectiveOn: expect.any(String) } })
    // No later version could come into force before it, and it can never be taken back: a slip would stop the policy for good.
    for (const far of [addDays(today, 367), '2126-01-01', '9999-12-31'])
      await expect(publish(far), far).rejects.toMatchObject({ fields: { effectiveOn: expect.any(String) } })
    const old = desk.as(privacy).call(publishPolicy, { effectiveOn: today, hash: '0'.repeat(64) })
    await expect(old).rejects.toMatchObject({ code: 'changed_meanwhile' })
  })

  it('says the day and what else is in the way at once', async () => {
    const { desk, publish, privacy } = await published()
    const day = { effectiveOn: expect.any(String) }
    for (const wrong of ['', 'tomorrow']) {
      await expect(publish(wrong)).rejects.toMatchObject({
        code: 'invalid',
        fields: { ...day, version: expect.any(String) },
      })
    }
    await expect(publish(addDays(today, -1))).rejects.toMatchObject({ code: 'nothing_changed', fields: day })
    edit(desk, desk.tools.runningPolicy.machine.policy.version, 'material')
    await expect(publish(addDays(today, -1))).rejects.toMatchObject({ code: 'version_used', fields: day })
    edit(desk, '2027-01', 'material')
    const old = desk.as(privacy).call(publishPolicy, { effectiveOn: '', hash: '0'.repeat(64) })
    await expect(old).rejects.toMatchObject({ code: 'invalid', fields: { ...day, version: expect.any(String) } })
    const { versions } = await desk.as(visitor).call(listPolicyVersions, {})
    expect(versions).toHaveLength(1)
  })

  it('names the day that a version has to wait for as people write it', async () => {
    const { desk, publish, privacy } = await published()
    edit(desk, '2027-01', 'minor')
    await publish(addDays(today, 30))
    edit(desk, '2027-02', 'minor')
    for (const wrong of [addDays(today, -1), addDays(today, 3)]) {
      const early = inLocale('ro', () =>
        desk.as(privacy).call(publishPolicy, { effectiveOn: wrong, hash: desk.tools.runningPolicy.hash }),
      )
      await expect(early).rejects.toMatchObject({
        fields: { effectiveOn: expect.stringContaining(civilDay(addDays(today, 30), 'ro')) },
      })
    }
  })

  it('numbers versions without a gap when several publish at once', async () => {
    const { desk, publish } = await published()
    edit(desk, '2027-01', 'minor')
    const done = await Promise.allSettled(Array.from({ length: 6 }, () => publish(today)))
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { versions } = await desk.as(visitor).call(listPolicyVersions, {})
    expect(versions.map(({ number }) => number)).toEqual([2, 1])
  })

  it('leaves rows that no role can change or remove, not even the owner of the database', async () => {
    const { desk } = await published()
    const statements = [
      `update base.policy_version set text_en = 'we sell everything'`,
      `update base.policy_version set effective_on = '2020-01-01'`,
      'delete from base.policy_version',
      'truncate base.policy_version cascade',
    ]
    for (const statement of statements) {
      await expect(desk.owner.query(statement), statement).rejects.toMatchObject({ code: 'ZV409' })
    }
    for (const purpose of Object.keys(desk.tools.runningPolicy.machine.policy.purposes)) {
      const pool = openPool(desk.database.urlOf(roleOf(purpose)), { max: 1 })
      try {
        for (const statement of statements.slice(0, 3)) {
          await expect(pool.query(statement), `${purpose}: ${statement}`).rejects.toMatchObject({ code: '42501' })
        }
      } finally {
        await pool.end()
      }
    }
  })

  it('shows the published text until the day of the next', async () => {
    const { desk, publish } = await published()
    const first = desk.tools.runningPolicy.machine.policy.version
    edit(desk, '2027-01', 'material')
    const shown = () => desk.as(visitor).call(showPolicy, { language: 'ro' })
    expect(await desk.as(system).call(showPolicyChange, {})).toMatchObject({
      publication: 'unpublished',
      weight: 'material',
    })
    expect(await shown()).toMatchObject({ version: first, effectiveOn: today, coming: null })
    await publish(addDays(today, 30))
    expect(await desk.as(system).call(showPolicyChange, {})).toMatchObject({ publication: 'early' })
    expect(await shown()).toMatchObject({ version: first, coming: { number: 2, effectiveOn: addDays(today, 30) } })
    const version = await desk.as(visitor).call(showPolicyVersion, { number: 2, language: 'ro' })
    expect(version.changes).toMatchObject([{ part: 'period', says: expect.stringContaining('Scrisori trimise') }])
    await expect(desk.as(visitor).call(showPolicyVersion, { number: 3, language: 'ro' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('telling people', () => {
  it('writes once to each person of a material version, also at once, again and after a crash', async () => {
    const { desk, publish } = await published()
    const people = await Promise.all(Array.from({ length: 4 }, () => givenMember(desk)))
    const accountId = await givenAccount(desk)
    await givenMember(desk, { accountId })
    edit(desk, '2027-01', 'material')
    await publish(addDays(today, 30))
    const { rows } = await desk.owner.query('select id from base.policy_version where number = 2')
    const versionId = rows[0].id
    const [first] = people
    const one = { versionId, accountId: first!.accountId, personId: first!.personId }
    const told = await Promise.all(Array.from({ length: 8 }, () => desk.as(system).call(tellPolicy, one)))
    expect(told.filter((answer) => answer.told === 'now')).toHaveLength(1)
    await desk.runJobs()
    await desk.as(system).call(announcePolicy, { versionId, after: null })
    await desk.runJobs()
    expect(await letters(desk)).toHaveLength(5)
    expect(new Set((await letters(desk)).map((row) => row.person_id)).size).toBe(5)
  })

  it('is all or nothing: a letter that could not be posted leaves no notice, and is posted the next time', async () => {
    const { desk, publish } = await published()
    const member = await givenMember(desk)
    edit(desk, '2027-01', 'material')
    await publish(today)
    const { post } = desk.tools.letters
    Object.assign(desk.tools.letters, { post: () => Promise.reject(new Error('the process was killed here')) })
    await expect(desk.runJobs()).rejects.toThrow('killed here')
    expect((await desk.owner.query('select * from base.policy_notice')).rows).toHaveLength(0)
    Object.assign(desk.tools.letters, { post })
    const versionId = (await desk.owner.query('select id from base.policy_version where number = 2')).rows[0].id
    const input = { versionId, accountId: member.accountId, personId: member.personId }
    expect(await desk.as(system).call(tellPolicy, input)).toEqual({ told: 'now' })
  })

  it('leaves alone who has no address, who is erased, and everybody when the change is minor', async () => {
    const { desk, publish } = await published()
    const [gone, silent] = [await givenMember(desk), await givenMember(desk)]
    await desk.owner.query('update base.person set erased_at = now() where id = $1', [gone.personId])
    await desk.owner.query('update base.person set email = null where id = $1', [silent.personId])
    edit(desk, '2027-01', 'material')
    await publish(today)
    await desk.runJobs()
    expect(await letters(desk)).toHaveLength(0)
    await givenMember(desk)
    edit(desk, '2027-02', 'minor')
    await publish(today)
    await desk.runJobs()
    expect(await letters(desk)).toHaveLength(0)
  })
})
