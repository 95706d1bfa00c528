import { describe, expect, it } from 'vitest'
import { givenMember } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import { privacyDesk, rightsDesk } from '../../../test/support/rights-desk.ts'
import { newId } from '../../platform/database/id.ts'
import { addDays, civilDayOf } from '../../privacy/clock/civil-day.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { makeRequest } from '../request/make-request.ts'
import { extendRequest } from './extend-request.ts'
import { listQueue } from './list-queue.ts'
import { remindOfRequests } from './remind.ts'
import { showCase } from './show-case.ts'

const dayMs = 86_400_000
let at = new Date()
const { desk, privacy } = await privacyDesk({ now: () => at, email: 'privacy@provider.test' })

const { staff, as } = rightsDesk(() => ({ desk, privacy, at }))
const address = () => `${newId()}@client.test`
const why = 'Cererea se repetă a treia oară în această lună, fără nimic nou.'
const made = async (member: MemberActor, input: { kind: 'access' | 'restriction'; words?: string }) =>
  (await as(member).call(makeRequest, input)).caseId

describe('the clock', () => {
  it('is extended once, within the first month, with reasons, and the person is told until when', async () => {
    const email = address()
    const member = await givenMember(desk, { email })
    const caseId = await made(member, { kind: 'access', words: 'Tot.' })
    const before = await staff().call(showCase, { caseId })
    const { dueOn } = await staff().call(extendRequest, { caseId, reasons: why, by: 'mail' })
    expect(dueOn > addDays(before.dueOn ?? '', 55)).toBe(true)
    expect(await staff().call(showCase, { caseId })).toMatchObject({ dueOn, extendedAt: at, canExtend: false })
    expect((await lettersTo(desk, email)).at(-1)?.words.lines.join(' ')).toContain(why)
    await expect(staff().call(extendRequest, { caseId, reasons: why, by: 'mail' })).rejects.toMatchObject({
      code: 'cannot_extend',
    })
    const late = await made(await givenMember(desk), { kind: 'access', words: 'Tot.' })
    const now = at
    at = new Date(now.getTime() + 45 * dayMs)
    await expect(staff().call(extendRequest, { caseId: late, reasons: why, by: 'mail' })).rejects.toMatchObject({
      code: 'cannot_extend',
    })
    at = now
  })

  it('puts the overdue first and loud, and reminds once a day', async () => {
    const now = at
    const caseId = await made(await givenMember(desk), { kind: 'access', words: 'Demult.' })
    await desk.owner.query(`update base.rights_case set due_on = $2 where id = $1`, [
      caseId,
      addDays(civilDayOf(now), -3),
    ])
    const queue = await staff().call(listQueue, {})
    expect(queue.overdue).toBe(1)
    expect(queue.requests[0]).toMatchObject({ id: caseId, daysLeft: -3 })
    const dues = queue.requests.map((one) => one.dueOn ?? '9999')
    expect(dues).toEqual([...dues].sort())
    const remind = () => desk.as({ kind: 'system', job: 'request.remind' }, 'job').call(remindOfRequests, {})
    const [one, two] = await Promise.all([remind(), remind()])
    expect(one.requests + two.requests).toBe(1)
    const letters = (await lettersTo(desk, 'privacy@provider.test')).filter(
      (letter) => letter.kind === 'request_reminder',
    )
    expect(letters).toHaveLength(1)
    expect(letters[0]?.words.lines.join(' ')).toContain('TERMEN DEPĂȘIT')
    expect(letters[0]?.words.lines.join(' ')).not.toContain('Ioana')
    at = new Date(now.getTime() + dayMs)
    expect((await remind()).requests).toBe(1)
    at = now
  })

  it('reminds every week of recipients who were not told', async () => {
    const member = await givenMember(desk)
    const caseId = await made(member, { kind: 'restriction' })
    const remind = () => desk.as({ kind: 'system', job: 'request.remind' }, 'job').call(remindOfRequests, {})
    const told = async () =>
      (await lettersTo(desk, 'privacy@provider.test')).filter(({ words }) =>
        JSON.stringify(words).includes('articolul 19'),
      )
    const waits = (days: number) =>
      desk.owner.query(`update base.rights_recipient set created_at = $2 where case_id = $1`, [
        caseId,
        new Date(at.getTime() - days * dayMs),
      ])
    for (const [days, letters] of [
      [3, 0],
      [7, 1],
      [8, 1],
    ] as const) {
      await waits(days)
      await remind()
      await remind()
      expect(await told(), `${days} days`).toHaveLength(letters)
    }
    await desk.owner.query(`update base.rights_case set reminded_on = null where id = $1`, [caseId])
    await waits(14)
    await remind()
    expect(await told()).toHaveLength(2)
    // A morning on which nothing ran is made up for, and hundreds that were named lately hide none that was not.
    await waits(23)
    await desk.owner.query(
      `with more as (insert into base.rights_case select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
           'number', c.number + 1000 + n, 'link_hash', null, 'link_sealed', null, 'reminded_on', $2::date))).* from base.rights_case c, generate_series(1, 220) n
         where c.id = $1 returning account_id, id)
       insert into base.rights_recipient (account_id, id, case_id, recipient, status, created_at)
         select account_id, gen_random_uuid(), id, 'ANAF', 'to_tell', now() - interval '60 days' from more`,
      [caseId, addDays(civilDayOf(at), -2)],
    )
    await desk.owner.query(`update base.rights_case set reminded_on = $2 where id = $1`, [
      caseId,
      addDays(civilDayOf(at), -8),
    ])
    expect((await remind()).requests).toBe(1)
    expect(await told()).toHaveLength(3)
    await desk.owner.query(
      `update base.rights_recipient set status = 'told', how = 'letter', settled_at = now() where status = 'to_tell'`,
    )
    await desk.owner.query('update base.rights_case set reminded_on = null')
    await remind()
    expect(await told()).toHaveLength(3)
  })
})
