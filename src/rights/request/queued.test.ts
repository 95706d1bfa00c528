/** What was queued before a purpose stopped for somebody does nothing for them afterwards, and goes on for everybody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenProvider, givenStaff } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import { openTicket } from '../../desk/ticket/open-ticket.ts'
import { replyToTicket } from '../../desk/ticket/reply-to-ticket.ts'
import { newId } from '../../platform/database/id.ts'
import { consentText } from '../../privacy/notice/consent-text.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { setChoice } from '../choice/set-choice.ts'
import { makeRequest } from './make-request.ts'

let desk: TestDesk
let staff: StaffActor
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  await givenProvider(desk)
  staff = await givenStaff(desk, { roles: ['technician'] })
})
afterAll(() => desk.close())

const address = () => `${newId()}@client.test`
const kinds = async (email: string) => (await lettersTo(desk, email)).map((letter) => letter.kind)
const waiting = async (operation: string) =>
  (await desk.owner.query(`select from graphile_worker._private_jobs where payload->>'operation' = $1`, [operation]))
    .rowCount

describe('a restriction', () => {
  it('reaches the jobs that wait: the restricted person is told nothing, the colleague is', async () => {
    const [restricted, other] = [address(), address()]
    const member = await givenMember(desk, { email: restricted })
    const colleague = await givenMember(desk, { accountId: member.accountId, email: other })
    const { ticketId } = await desk.as(colleague).call(openTicket, { subject: 'Serverul', body: 'Nu pornește.' })
    await desk.as(member).call(replyToTicket, { ticketId, body: 'Și eu văd.' })
    await desk.runJobs()
    await desk.as(staff).call(replyToTicket, { ticketId, body: 'Ne uităm.' })
    expect(await waiting('ticket.tell_of_message')).toBe(1)
    await desk.as(member).call(makeRequest, { kind: 'restriction' })
    await desk.runJobs()
    expect(await waiting('ticket.tell_of_message')).toBe(0)
    expect(await kinds(other)).toContain('ticket_answer')
    expect((await kinds(restricted)).filter((kind) => kind === 'ticket_answer')).toEqual([])
  })
})

describe('a letter that waits to leave', () => {
  const post = (member: MemberActor, to: string) =>
    desk.handles
      .of('updates')
      .transaction()
      .execute((trx) =>
        desk.tools.letters.post(trx, {
          ...member,
          to,
          kind: 'update',
          language: 'ro',
          words: { subject: 'Noutăți', lines: ['Un serviciu nou'] },
        }),
      )
  const statuses = async (member: MemberActor) =>
    (
      await desk.owner.query(
        `select status, failure from base.letter where person_id = $1 and kind = 'update' order by created_at`,
        [member.personId],
      )
    ).rows

  it.each([
    ['withdrawal', 'updates'],
    ['objection', 'updates'],
    ['restriction', undefined],
  ] as const)('stays when a %s comes first, and left when it had gone', async (kind, purpose) => {
    const email = address()
    const member = await givenMember(desk, { email })
    const text = consentText('updates', 'ro').hash
    await desk.as(member).call(setChoice, { purpose: 'updates', choice: 'on', text })
    await post(member, email)
    await desk.runJobs()
    await post(member, email)
    await desk.as(member).call(makeRequest, { kind, ...(purpose ? { purpose } : {}) })
    await desk.runJobs()
    expect(await statuses(member)).toEqual([
      { status: 'captured', failure: null },
      { status: 'failed', failure: 'limited' },
    ])
  })
})
