/** A request that came in somebody's name is theirs once they sign in and say so; and forms note the notice beside them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenLogin, givenMember, givenProvider, givenStaff } from '../../../test/support/given.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { noteRequest } from '../desk/note-request.ts'
import { askRequest } from './ask-request.ts'
import { confirmRequest } from './confirm-request.ts'
import { listRequests } from './list-requests.ts'
import { listWaiting } from './list-waiting.ts'
import { makeRequest } from './make-request.ts'
import { requestOptions } from './request-options.ts'
import { showRequest } from './show-request.ts'

let desk: TestDesk
let email: string
let member: MemberActor
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  await givenProvider(desk)
  ;({ actor: member, email } = await givenLogin(desk, await givenMember(desk)))
})
afterAll(() => desk.close())

const visitor = () => desk.as({ kind: 'visitor' })
const ask = (kind: 'restriction' | 'access', words?: string) =>
  visitor().call(askRequest, { email, kind, language: 'ro', ...(words ? { words } : {}) })
const newest = async () => (await desk.as(member).call(listRequests, {})).cases[0]?.id ?? ''

describe('a request that came without a sign-in', () => {
  it('waits for the person on their desk, does nothing, and takes effect once they say that it is theirs', async () => {
    await ask('restriction')
    const caseId = await newest()
    const { requests } = await desk.as(member).call(listWaiting, {})
    expect(requests).toEqual([expect.objectContaining({ id: caseId, waitsFor: 'you', dueOn: null })])
    const before = await desk.as(member).call(showRequest, { caseId })
    expect(before).toMatchObject({ identity: 'asked', closedAt: null, dueOn: null })
    expect(before.steps.map((step) => step.kind)).not.toContain('applied')

    expect(await desk.as(member).call(confirmRequest, { caseId })).toEqual({ state: 'answered' })
    const after = await desk.as(member).call(showRequest, { caseId })
    expect(after).toMatchObject({ identity: 'session', outcome: 'done' })
    expect(after.steps.map((step) => step.kind)).toEqual([
      'received',
      'identity_asked',
      'identity_shown',
      'applied',
      'answered',
    ])
    await expect(desk.as(member).call(confirmRequest, { caseId })).rejects.toMatchObject({ code: 'identity_known' })
  })

  it('is confirmed once, also when it is confirmed twice at the same moment', async () => {
    await ask('access', 'Și notele interne.')
    const caseId = await newest()
    const both = await Promise.allSettled([1, 2, 3].map(() => desk.as(member).call(confirmRequest, { caseId })))
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const { requests } = await desk.as(member).call(listWaiting, {})
    expect(requests).toEqual([
      expect.objectContaining({ id: caseId, waitsFor: 'answer', dueOn: expect.stringMatching(/^\d{4}-/) }),
    ])
  })

  it('noted by the staff, is confirmed by the same word', async () => {
    const staff = await givenStaff(desk, { roles: ['privacy'] })
    const { caseId } = await desk.as(staff).call(noteRequest, {
      person: { accountId: member.accountId, personId: member.personId },
      kind: 'erasure',
      route: 'phone',
      language: 'ro',
      receivedAt: new Date().toISOString(),
    })
    expect(await desk.as(member).call(confirmRequest, { caseId })).toEqual({ state: 'waits' })
  })

  it('is nobody else’s to confirm, and takes a fresh sign-in', async () => {
    await ask('access', 'Cererea mea.')
    const caseId = await newest()
    const colleague = await givenMember(desk, { accountId: member.accountId })
    const stranger = await givenMember(desk)
    for (const other of [colleague, stranger])
      await expect(desk.as(other).call(confirmRequest, { caseId })).rejects.toMatchObject({ code: 'not_found' })
    const stale = { ...member, freshAt: new Date(Date.now() - 3_600_000) }
    await expect(desk.as(stale).call(confirmRequest, { caseId })).rejects.toMatchObject({ code: 'fresh_sign_in' })
    expect((await desk.as(member).call(showRequest, { caseId })).identity).toBe('asked')
  })
})

describe('the notice beside the fields', () => {
  const served = async () =>
    (
      await desk.owner.query(
        `select s.path, t.words from base.notice_served s join base.notice_text t on t.hash = s.text_hash
         where s.person_id = $1 and s.form = 'request' order by s.at`,
        [member.personId],
      )
    ).rows

  it('is noted with the request, once, and an old page is told to read it again', async () => {
    const { notice } = await visitor().call(requestOptions, { language: 'ro' })
    await desk.as(member).call(makeRequest, { kind: 'recipients', notice })
    const words = 'Cine a primit?'
    for (let times = 0; times < 2; times++)
      await visitor().call(askRequest, { email, kind: 'recipients', words, language: 'ro', notice })
    expect((await served()).map((one) => one.path)).toEqual(['/desk/privacy/requests/new', '/ro/request'])
    expect((await served())[0]?.words).toContain('obligație legală')
    const old = 'a'.repeat(64)
    const refused = { fields: { notice: expect.any(String) } }
    const make = desk.as(member).call(makeRequest, { kind: 'automated', notice: old })
    await expect(make).rejects.toMatchObject(refused)
    const asking = visitor().call(askRequest, { email, kind: 'automated', language: 'ro', notice: old })
    await expect(asking).rejects.toMatchObject(refused)
  })
})

it('lists requests by pages, the newest first, each once', async () => {
  const many = await givenMember(desk)
  for (let at = 0; at < 53; at++) {
    await desk.as(many).call(makeRequest, { kind: 'access', words: `Cererea ${at}` })
  }
  const first = await desk.as(many).call(listRequests, {})
  const second = await desk.as(many).call(listRequests, { before: first.next ?? undefined })
  expect([first.cases.length, second.cases.length, second.next]).toEqual([50, 3, null])
  expect(new Set([...first.cases, ...second.cases].map((one) => one.id)).size).toBe(53)
})
