/** What the pages of the rights desk read besides the case: how many are overdue, whom to tell, what stands to be corrected. */
import { describe, expect, it } from 'vitest'
import { givenLogin, givenMember, givenStaff } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import { privacyDesk } from '../../../test/support/rights-desk.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { askRequest } from '../request/ask-request.ts'
import { enterRequest } from '../request/link-request.ts'
import { makeRequest } from '../request/make-request.ts'
import { openRequestByPass } from '../request/show-request.ts'
import { correctFor } from './correct-for.ts'
import { countOverdue } from './count-overdue.ts'
import { decideRequest } from './decide-request.ts'
import { endRestrictionByPass } from './lift-restriction.ts'
import { listQueue } from './list-queue.ts'
import { settleRecipient } from './settle-recipient.ts'
import { showAskedParticulars } from './show-asked-particulars.ts'
import { showCase } from './show-case.ts'

const dayMs = 86_400_000
let at = new Date()
const { desk, privacy } = await privacyDesk({ now: () => at })

const staff = () => desk.as({ ...privacy, freshAt: at })
const as = (member: MemberActor) => desk.as({ ...member, freshAt: at })
/** The same but for one character inside. */
const another = (pass: string) => `${pass.slice(0, 50)}${pass[50] === 'A' ? 'B' : 'A'}${pass.slice(51)}`
const overdue = async () => (await staff().call(countOverdue, {})).overdue
const seenBySupport = async (personId: string) =>
  (await desk.handles.of('support').selectFrom('person').select('id').where('id', '=', personId).execute()).length === 1

it('the day after the deadline a request is overdue, every one of the staff sees how many, and an answer ends it', async () => {
  const member = await givenMember(desk)
  const { caseId } = await as(member).call(makeRequest, { kind: 'rectification', words: 'Numele este greșit.' })
  const { dueOn } = await staff().call(showCase, { caseId })
  const due = new Date(`${dueOn}T12:00:00+02:00`)
  at = due
  expect(await overdue()).toBe(0)
  at = new Date(due.getTime() + dayMs)
  for (const role of ['technician', 'sales', 'billing', 'privacy', 'owner'] as const)
    expect(await desk.as(await givenStaff(desk, { roles: [role] })).call(countOverdue, {})).toEqual({ overdue: 1 })
  await expect(as(member).call(countOverdue as never, {} as never)).rejects.toMatchObject({ code: 'role' })
  // It stands on every page of the staff: only who was refused it is in the access log.
  const { rows: entries } = await desk.owner.query(
    `select distinct outcome from base.audit_entry where operation = 'request.overdue'`,
  )
  expect(entries).toEqual([{ outcome: 'refused' }])
  const queue = await staff().call(listQueue, {})
  expect(queue).toMatchObject({ overdue: 1, requests: [expect.objectContaining({ id: caseId, daysLeft: -1 })] })
  const reasons = 'Numele din cont este deja cel cerut, nu avem ce schimba.'
  await staff().call(decideRequest, { caseId, decision: 'refuse', reasons, by: 'mail' })
  expect(await overdue()).toBe(0)
  at = new Date()
})

describe('a correction by request', () => {
  it('shows what stands, takes a value away, and lists before and after', async () => {
    const member = await givenMember(desk, { name: 'Ana Pop' })
    await desk.owner.query(`update base.person set phone = '+40 745 000 111' where id = $1`, [member.personId])
    const words = 'Nu mai am telefon, iar numele este Ana Popa.'
    const { caseId } = await as(member).call(makeRequest, { kind: 'rectification', words })
    const before = await staff().call(showAskedParticulars, { caseId })
    expect(before).toMatchObject({ persons: [{ name: 'Ana Pop', phone: '+40 745 000 111' }], corrected: [] })
    await staff().call(correctFor, { caseId, personId: member.personId, name: 'Ana Popa', phone: '', jobTitle: '' })
    const after = await staff().call(showAskedParticulars, { caseId })
    expect(after.persons).toMatchObject([{ name: 'Ana Popa', phone: null, jobTitle: null }])
    expect(after.corrected.map(({ field, before, after }) => [field.en, before, after]).sort()).toEqual([
      ['name', 'Ana Pop', 'Ana Popa'],
      ['phone', '+40 745 000 111', null],
    ])
    const bare = await as(member).call(makeRequest, {
      kind: 'rectification',
      words: 'Semnătura din tichet este veche.',
    })
    const grant = { caseId: bare.caseId, decision: 'grant', by: 'mail' } as const
    await expect(staff().call(decideRequest, grant)).rejects.toMatchObject({ fields: { words: expect.any(String) } })
    await staff().call(decideRequest, { ...grant, words: 'Am adăugat la tichet nota dumneavoastră.' })
    const other = await as(member).call(makeRequest, { kind: 'access', words: 'Tot.' })
    await expect(staff().call(showAskedParticulars, { caseId: other.caseId })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('recipients to tell', () => {
  it('stand in a list of their own until each was told, also of a request that is answered', async () => {
    const member = await givenMember(desk)
    const { caseId, state } = await as(member).call(makeRequest, { kind: 'restriction' })
    expect(state).toBe('answered')
    const listed = async () =>
      (await staff().call(listQueue, { list: 'to_tell' })).requests.filter((one) => one.id === caseId)
    expect(await listed()).toEqual([expect.objectContaining({ outcome: 'done', daysLeft: null })])
    const { recipients } = await staff().call(showCase, { caseId })
    for (const one of recipients.filter(({ status }) => status === 'to_tell')) {
      expect(await listed()).toHaveLength(1)
      await staff().call(settleRecipient, { caseId, recipientId: one.id, how: 'nothing_disclosed' })
    }
    expect(await listed()).toEqual([])
  })
})

describe('a restriction asked for by who does not sign in', () => {
  it('is ended by who opened it with a code, once, and by no other pass', async () => {
    const { actor, email } = await givenLogin(desk, await givenMember(desk))
    const opened = async (kind: 'restriction' | 'access') => {
      await desk.as({ kind: 'visitor' }).call(askRequest, { email, kind, language: 'ro' })
      const letter = (await lettersTo(desk, email)).filter((one) => one.kind === 'rights_code').at(-1)
      const token = letter?.words.action?.url.split('/').at(-1) ?? ''
      return await desk
        .as({ kind: 'visitor' }, 'link')
        .call(enterRequest, { token, code: letter?.words.lines[1] ?? '' })
    }
    const restriction = await opened('restriction')
    const access = await opened('access')
    expect(await seenBySupport(actor.personId)).toBe(false)
    const end = (pass: string) => desk.as({ kind: 'visitor' }, 'link').call(endRestrictionByPass, { pass })
    await expect(end(access.pass)).rejects.toMatchObject({ code: 'not_restricted' })
    await expect(end(another(restriction.pass))).rejects.toMatchObject({ code: 'not_found' })
    await end(restriction.pass)
    expect(await seenBySupport(actor.personId)).toBe(true)
    await expect(end(restriction.pass)).rejects.toMatchObject({ code: 'not_restricted' })
    const shown = await desk.as({ kind: 'visitor' }, 'link').call(openRequestByPass, { pass: restriction.pass })
    expect(shown.steps.map((step) => step.kind).slice(-1)).toEqual(['lifted'])
  })
})
