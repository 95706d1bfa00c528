import { afterAll, beforeAll, expect, it } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { maps } from '../../app/maps.ts'
import { openTicket } from '../../desk/ticket/open-ticket.ts'
import { ticketForm } from '../../desk/ticket/ticket-form.ts'
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

it('notes it for a visitor who is known by the form itself, and for staff nothing about a client', async () => {
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
})
