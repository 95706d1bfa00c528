/** Each promise that the privacy centre keeps is broken on a real database, and its check must say so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenMember } from '../../test/support/given.ts'
import { type Looking, looking, operationsBut } from '../../test/support/promises.ts'
import { consentText } from '../privacy/notice/consent-text.ts'
import type { MemberActor } from '../privacy/operation/actor.ts'
import { setChoice } from './choice/set-choice.ts'
import { heldOverview } from './held/held-overview.ts'

let desk: TestDesk
let checks: Looking
let member: MemberActor

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  checks = await looking(desk)
  member = await givenMember(desk)
  for (const purpose of ['updates', 'openings', 'improvement'] as const) {
    await desk.as(member).call(setChoice, {
      purpose,
      choice: purpose === 'improvement' ? 'off' : 'on',
      text: consentText(purpose, 'ro').hash,
    })
  }
  await desk.as(member).call(heldOverview, {})
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

/** The one operation taken from members, or no longer asking who it is. */
const without = (name: string) => ({ operations: operationsBut(checks.ground, name, { who: { staff: 'any' } }) })

describe('a broken promise of the privacy centre is seen', () => {
  it.each([
    ['P31', 'signed_in', ['held.overview', 'held.table', 'looked.list']],
    ['P34', 'seen', ['held.table']],
    ['P34', 'corrected', ['particulars.correct', 'particulars.correct_company']],
    ['P34', 'erased', ['account.end', 'person.end']],
    ['P35', 'portability', ['held.download']],
    ['P36', 'as_easy', ['choice.set']],
    ['P17', 'objection', ['choice.set']],
    ['P5', 'by_consent', ['choice.set']],
    ['P22', 'per_person', ['held.overview']],
  ] as const)('%s %s: what members can no longer do', async (promise, need, names) => {
    expect(await checks.look(promise, need)).toMatchObject({ holds: true })
    for (const name of names)
      expect(await checks.look(promise, need, without(name)), name).toMatchObject({ holds: false })
  })

  it.each(['P36 as_easy', 'P17 objection', 'P5 by_consent'])('%s: one direction made harder', async (check) => {
    const [promise = '', need = ''] = check.split(' ')
    const operations = operationsBut(checks.ground, 'choice.set', { who: { member: 'any', fresh: true } })
    expect(await checks.look(promise, need, { operations })).toMatchObject({ holds: false })
    const owners = operationsBut(checks.ground, 'choice.set', { who: { member: ['owner'] } })
    expect(await checks.look(promise, need, { operations: owners })).toMatchObject({ holds: false })
  })

  it('P36: a consent that was taken where it cannot be taken back', async () => {
    await desk.owner.query(`update base.consent_entry set purpose = 'visits' where purpose = 'openings'`)
    expect(await checks.look('P36', 'as_easy')).toMatchObject({ holds: false })
    await desk.owner.query(`update base.consent_entry set purpose = 'succession' where purpose = 'visits'`)
    expect(await checks.look('P36', 'as_easy')).toMatchObject({ holds: true })
    const harder = operationsBut(checks.ground, 'succession.answer', { who: { member: 'any', fresh: true } })
    expect(await checks.look('P36', 'as_easy', { operations: harder })).toMatchObject({ holds: false })
    await desk.owner.query(`update base.consent_entry set purpose = 'openings' where purpose = 'succession'`)
  })

  it('P17: somebody who objected and is worked on all the same', async () => {
    expect(await checks.look('P17', 'objection')).toMatchObject({
      holds: true,
      figure: { en: 'people kept out of improvement: 1; seen nevertheless: 0' },
    })
    const { rows } = await desk.owner.query(`select pg_get_viewdef('improvement.person'::regclass) as sql`)
    await desk.owner.query(`create or replace view improvement.person as ${rows[0].sql.replace(/WHERE[\s\S]*$/, '')}`)
    expect(await checks.look('P17', 'objection')).toMatchObject({ holds: false })
    await desk.owner.query(`create or replace view improvement.person as ${rows[0].sql}`)
  })

  it('P31: a column about people that their own view leaves out', async () => {
    const maps = checks.ground.maps.map((map) => {
      const { phone, ...others } = map.columns
      if (map.table !== 'person' || !phone) return map
      const options = { ...phone.options, uses: { legal: 'read' as const } }
      return { ...map, columns: { ...others, phone: { ...phone, options } } }
    })
    expect(await checks.look('P31', 'signed_in', { maps })).toMatchObject({
      holds: false,
      figure: { en: expect.stringContaining('cannot be seen: 1') },
    })
  })

  it('P22: a recipient of what the person is not shown', async () => {
    const { policy, maps } = checks.ground
    const purposes = { ...policy.purposes, legal: { ...policy.purposes.legal!, recipients: ['auditor'] } }
    const recipients = { ...policy.recipients, auditor: policy.recipients.hosting! }
    expect(await checks.look('P22', 'per_person', { policy: { ...policy, purposes, recipients } })).toMatchObject({
      holds: false,
    })
    const hidden = maps.map((map) => ({
      ...map,
      columns: Object.fromEntries(
        Object.entries(map.columns).map(([name, column]) => [
          name,
          { ...column, options: { ...column.options, uses: { legal: 'read' as const, billing: 'read' as const } } },
        ]),
      ),
    }))
    expect(await checks.look('P22', 'per_person', { maps: hidden })).toMatchObject({ holds: false })
  })

  it.each([
    ['a new way for people to change what is held', { member: 'any' }],
    ['a new way for the staff to erase', { staff: ['owner', 'privacy'] }],
  ])('P33: %s, without signing in again', async (_, who) => {
    const sample = checks.ground.operations.find(({ name }) => name === 'request.erase')
    const more = (fresh: boolean) => [
      ...checks.ground.operations,
      { ...sample, name: 'person.scrub', who: { ...who, ...(fresh ? { fresh } : {}) } } as never,
    ]
    expect(await checks.look('P33', 'fresh_sign_in', { operations: more(true) })).toMatchObject({ holds: true })
    expect(await checks.look('P33', 'fresh_sign_in', { operations: more(false) })).toMatchObject({ holds: false })
  })

  it.each(['particulars.correct', 'account.end', 'person.end', 'held.download'])(
    'P33: %s without signing in again',
    async (name) => {
      expect(await checks.look('P33', 'fresh_sign_in')).toMatchObject({ holds: true })
      const operations = operationsBut(checks.ground, name, { who: { member: 'any' } })
      expect(await checks.look('P33', 'fresh_sign_in', { operations })).toMatchObject({ holds: false })
    },
  )
})
