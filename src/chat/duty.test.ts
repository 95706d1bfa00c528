import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../test/support/given.ts'
import { replyToTicket } from '../desk/ticket/reply-to-ticket.ts'
import type { StaffActor } from '../privacy/operation/actor.ts'
import { replyToConversation } from '../site/contact/reply-to-conversation.ts'
import { askChat } from './ask-chat.ts'
import { beThere, countChat, keepThere, leaveChat, showDuty } from './duty.ts'
import { startChat } from './start-chat.ts'

const visitor = { kind: 'visitor' } as const
let desk: TestDesk
let radu: StaffActor
let dana: StaffActor
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  radu = await givenStaff(desk, { roles: ['technician'], name: 'Radu Tehnic' })
  dana = await givenStaff(desk, { roles: ['sales'], name: 'Dana Vânzări' })
})
beforeEach(() => desk.owner.query('delete from base.chat_duty'))
afterAll(() => desk.close())

const isSomebodyThere = async () => (await desk.as(visitor).call(askChat, { language: 'ro' })).isSomebodyThere
const age = (seconds: number) =>
  desk.owner.query(
    `update base.chat_duty set kept_at = now() - $1 * interval '1 second', since = since - interval '1 hour'`,
    [seconds],
  )

describe('being there for the chat', () => {
  it('is seen by visitors, who are not told who it is', async () => {
    expect(await isSomebodyThere()).toBe(false)
    await desk.as(radu).call(beThere, {})
    expect(await isSomebodyThere()).toBe(true)
    expect(JSON.stringify(await desk.as(visitor).call(askChat, { language: 'ro' }))).not.toContain('Radu')
    const { mine, here } = await desk.as(dana).call(showDuty, {})
    expect([mine, here.map(({ name }) => name)]).toEqual([false, ['Radu Tehnic']])
  })

  it('ends when one leaves, and not for the others', async () => {
    for (const one of [radu, dana]) await desk.as(one).call(beThere, {})
    await desk.as(radu).call(leaveChat, {})
    expect(await isSomebodyThere()).toBe(true)
    await desk.as(dana).call(leaveChat, {})
    expect(await isSomebodyThere()).toBe(false)
  })

  it('holds while it is kept up, and no longer', async () => {
    await desk.as(radu).call(beThere, {})
    await age(140)
    expect(await isSomebodyThere()).toBe(true)
    expect(await desk.as(radu).call(keepThere, {})).toMatchObject({ mine: true })
    await age(160)
    expect(await isSomebodyThere()).toBe(false)
    // A computer that wakes goes on where it was.
    expect(await desk.as(radu).call(keepThere, {})).toMatchObject({ mine: true })
    expect(await isSomebodyThere()).toBe(true)
  })

  it('that was ended is not begun again by a page that did not hear of it', async () => {
    expect(await desk.as(radu).call(keepThere, {})).toMatchObject({ mine: false })
    await desk.as(radu).call(beThere, {})
    await desk.as(radu).call(leaveChat, {})
    expect(await desk.as(radu).call(keepThere, {})).toMatchObject({ mine: false })
    expect(await isSomebodyThere()).toBe(false)
  })

  it('counts from when it began, however often it is said', async () => {
    const since = async () => (await desk.as(radu).call(showDuty, {})).here[0]!.since.getTime()
    await desk.as(radu).call(beThere, {})
    const first = await since()
    await Promise.all([1, 2, 3].map(() => desk.as(radu).call(beThere, {})))
    expect(await since()).toBe(first)
    await age(1_000)
    await desk.as(radu).call(beThere, {})
    expect(await since()).toBeGreaterThanOrEqual(first)
  })

  it('is nobody’s who left the staff', async () => {
    const gone = await givenStaff(desk, { roles: ['technician'] })
    await desk.as(gone).call(beThere, {})
    await desk.owner.query('update base.staff set ended_at = now() where id = $1', [gone.staffId])
    expect(await isSomebodyThere()).toBe(false)
  })

  it.each([
    ['a visitor', async () => visitor, 'sign_in_first'],
    ['a client', () => givenMember(desk), 'role'],
  ] as const)('is not for %s', async (_, who, code) => {
    const actor = await who()
    for (const work of [beThere, keepThere, leaveChat, showDuty, countChat] as const) {
      await expect(desk.as(actor).call(work as typeof countChat, {})).rejects.toMatchObject({ code })
    }
  })
})

it('who waits is counted until somebody answers', async () => {
  const waiting = async () => (await desk.as(radu).call(countChat, {})).waiting
  expect(await waiting()).toBe(0)
  const { token } = await desk.as(visitor).call(startChat, { name: 'Ana Ban', message: 'Alo?', language: 'ro' })
  await desk.as(visitor).call(startChat, { name: 'Ion Pop', message: 'Nu merge.', language: 'ro' })
  expect(await waiting()).toBe(2)
  const { rows } = await desk.owner.query(`select id from base.ticket where subject = 'Alo?'`)
  await desk.as(radu).call(replyToTicket, { ticketId: rows[0].id, body: 'Aici.' })
  expect(await waiting()).toBe(1)
  await desk.as(visitor).call(replyToConversation, { token, message: 'Încă nu merge.' })
  expect(await waiting()).toBe(2)
})
