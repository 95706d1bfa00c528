import { afterAll, beforeAll, expect, it } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenPassword, givenStaff } from '../../../test/support/given.ts'
import { maps } from '../../app/maps.ts'
import { openTicket } from '../../desk/ticket/open-ticket.ts'
import { ticketForm } from '../../desk/ticket/ticket-form.ts'
import { formNotices } from '../../identity/form-notices.ts'
import { joinStaff } from '../../identity/staff/join-staff.ts'
import { newToken } from '../../identity/token.ts'
import { newId } from '../../platform/database/id.ts'
import { noticeSentences } from '../../platform/language/notice-sentences.ts'
import { askContact } from '../../site/contact/ask-contact.ts'
import { replyToConversation } from '../../site/contact/reply-to-conversation.ts'
import { writeContact } from '../../site/contact/write-contact.ts'
import { textHash } from '../notice/consent-text.ts'
import { keptFor, noticeText } from '../notice/notice-of.ts'
import type { Actor, Caller } from './actor.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
})
afterAll(() => desk.close())

const path = '/desk/tickets/new'
const callerOf = (actor: Actor, notices: readonly string[]): Caller => ({
  actor,
  via: 'page',
  locale: 'ro',
  said: { notices, path },
})
const noted = async (personId: string) =>
  (
    await desk.owner.query(
      `select s.form, s.path, s.text_language, s.text_version, t.words from base.notice_served s
       join base.notice_text t on t.hash = s.text_hash where s.person_id = $1 order by s.id`,
      [personId],
    )
  ).rows
const ticketsOf = async (accountId: string) =>
  (await desk.owner.query('select from base.ticket where account_id = $1', [accountId])).rowCount
const write = (caller: Caller) =>
  desk.call(caller, openTicket, { subject: 'Nu pornește', body: 'De azi-dimineață.', sendingId: newId() })

it('keeps, once for a person and form, each notice that stood beside the fields of a form', async () => {
  const member = await givenMember(desk)
  const { notices } = await desk.as(member).call(ticketForm, {})
  const marks = [...new Set([notices.subject.mark as string, notices.body.mark as string])]
  await write(callerOf(member, marks))
  const rows = await noted(member.personId)
  expect(rows.map(({ words }) => textHash(words))).toEqual(marks)
  const how = { form: 'ticket.open', path, text_version: policy.version, text_language: 'ro' }
  for (const row of rows) expect(row).toMatchObject(how)
  await write(callerOf(member, marks))
  expect(await noted(member.personId)).toEqual(rows)
  expect(await ticketsOf(member.accountId)).toBe(2)
})

it('takes nothing from a page whose notice is no longer what would be said', async () => {
  const member = await givenMember(desk)
  await expect(write(callerOf(member, ['a'.repeat(64)]))).rejects.toMatchObject({
    fields: { notice: expect.any(String) },
  })
  expect(await ticketsOf(member.accountId)).toBe(0)
  expect(await noted(member.personId)).toEqual([])
})

it('knows the notices of a page that a process made which is gone', () => {
  const words = {
    purposes: ['acces la servere'],
    basis: policy.purposes.access.basis.words.ro,
    period: keptFor(policy.retention.access, 'ro'),
  }
  const text = noticeSentences(words, 'ro')
  expect(noticeText(textHash(text), maps)).toEqual({ text, language: 'ro' })
  expect(noticeText('b'.repeat(64), maps)).toBeNull()
})

it('notes it for a visitor who is known by the form itself, and for staff as theirs, not the client’s', async () => {
  const visitor: Actor = { kind: 'visitor' }
  const contact = { name: 'Dora', email: `${newId()}@needle.test`, message: 'Bună ziua', language: 'ro' } as const
  const { token } = await desk.as(visitor).call(writeContact, { ...contact, sendingId: newId() })
  const member = await givenMember(desk)
  const { notices } = await desk.as(member).call(ticketForm, {})
  const mark = notices.body.mark as string
  const message = { token, message: 'Încă ceva', sendingId: newId() }
  const asked = await desk.as(visitor).call(askContact, { language: 'ro' })
  await desk.call(callerOf(visitor, [asked.notices.message.mark as string]), replyToConversation, message)
  const { rows } = await desk.owner.query('select id from base.person where email = $1', [contact.email])
  expect((await noted(rows[0].id)).map(({ form }) => form)).toEqual(['conversation.reply'])

  const staff = await givenStaff(desk)
  const ticket = { accountId: member.accountId, subject: 'Pentru client', body: 'Am văzut', sendingId: newId() }
  await desk.call(callerOf(staff, [mark]), openTicket, ticket)
  expect(await noted(member.personId)).toEqual([])
  const theirs = async () =>
    (await desk.owner.query('select form, path, text_hash from base.staff_notice where staff_id = $1', [staff.staffId]))
      .rows
  expect(await theirs()).toEqual([{ form: 'ticket.open', path, text_hash: mark }])
  await desk.call(callerOf(staff, [mark]), openTicket, { ...ticket, sendingId: newId() })
  expect(await theirs()).toHaveLength(1)
})

it('notes it for whoever joins the staff by a link, before they are anybody who is signed in', async () => {
  const { staffId } = await givenStaff(desk)
  const { token, hash } = newToken()
  await desk.owner.query(
    `insert into base.staff_invitation (id, staff_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [newId(), staffId, hash],
  )
  const { notices } = await desk.as({ kind: 'visitor' }).call(formNotices, { form: 'staff' })
  const mark = notices.password?.mark as string
  const wrong = desk.call(callerOf({ kind: 'visitor' }, ['c'.repeat(64)]), joinStaff, {
    token,
    password: givenPassword,
  })
  await expect(wrong).rejects.toMatchObject({ fields: { notice: expect.any(String) } })
  await desk.call(callerOf({ kind: 'visitor' }, [mark]), joinStaff, { token, password: givenPassword })
  const { rows } = await desk.owner.query('select form, text_hash from base.staff_notice where staff_id = $1', [
    staffId,
  ])
  expect(rows).toEqual([{ form: 'staff_invitation.accept', text_hash: mark }])
  const entries = await desk.owner.query(
    `select subjects from base.audit_entry where operation = 'staff_invitation.accept' and outcome = 'done'`,
  )
  expect(entries.rows).toEqual([{ subjects: [] }])
})
