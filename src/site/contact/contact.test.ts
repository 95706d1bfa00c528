import { describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { addNote } from '../../desk/ticket/add-note.ts'
import { listTickets } from '../../desk/ticket/list-tickets.ts'
import { replyToTicket } from '../../desk/ticket/reply-to-ticket.ts'
import { newId } from '../../platform/database/id.ts'
import { textHash } from '../../privacy/notice/consent-text.ts'
import { showNoticeText } from '../../privacy/notice/show-notice-text.ts'
import { askContact } from './ask-contact.ts'
import { contactNotice } from './contact-notices.ts'
import { endConversationLink } from './end-conversation-link.ts'
import { replyToConversation } from './reply-to-conversation.ts'
import { showConversation } from './show-conversation.ts'
import { writeContact } from './write-contact.ts'

const visitor = { kind: 'visitor' } as const
const words = {
  name: 'Ana Țintea',
  email: 'ana@vizitator.test',
  message: 'Site-ul nu mai răspunde de azi dimineață.\nCe putem face?',
  language: 'ro',
} as const

const write = (desk: TestDesk, changes: object = {}, address = '203.0.113.9') =>
  desk.call({ actor: visitor, via: 'page', address }, writeContact, { ...words, ...changes })

const counts = async (desk: TestDesk) =>
  (
    await desk.owner.query(
      `select (select count(*)::int from base.account) as accounts, (select count(*)::int from base.person) as persons,
         (select count(*)::int from base.ticket) as tickets, (select count(*)::int from base.message) as messages`,
    )
  ).rows[0]

describe('a message without an account', () => {
  it('opens a conversation under a prospect, which its link alone leads to', async () => {
    const desk = await testDesk()
    const { token } = await write(desk, { phone: '+40 722 000 000' })
    const shown = await desk.as(visitor).call(showConversation, { token })
    expect(shown).toMatchObject({ status: 'open', messages: [{ mine: true, body: words.message }] })
    const { rows } = await desk.owner.query(
      `select a.kind, p.phone, t.subject from base.ticket t join base.account a on a.id = t.account_id
       join base.person p on p.account_id = t.account_id and p.id = t.opened_by`,
    )
    expect(rows).toEqual([
      { kind: 'prospect', phone: '+40 722 000 000', subject: 'Site-ul nu mai răspunde de azi dimineață.' },
    ])
  })

  it('keeps the token only as a hash, and it stands in no table', async () => {
    const desk = await testDesk()
    const { token } = await write(desk)
    const { rows } = await desk.owner.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('base', 'zavor', 'graphile_worker') and table_type = 'BASE TABLE'`,
    )
    expect(rows.length).toBeGreaterThan(50)
    for (const { name } of rows) {
      const hits = await desk.owner.query(`select from ${name} t where t::text like $1 limit 1`, [`%${token}%`])
      expect(hits.rowCount, name).toBe(0)
    }
  })

  it('sent twice by the same form is one message', async () => {
    const desk = await testDesk()
    const sendingId = newId()
    const tokens = await Promise.all([write(desk, { sendingId }), write(desk, { sendingId })])
    expect(await counts(desk)).toMatchObject({ tickets: 1, messages: 1, accounts: 1 })
    for (const { token } of tokens) await desk.as(visitor).call(showConversation, { token })
  })

  it.each([
    ['nothing in the name', { name: ' ' }, 'name'],
    ['no e-mail', { email: 'ana' }, 'email'],
    ['an e-mail with a line break', { email: 'ana@vizitator.test\r\nBcc: x@y.test' }, 'email'],
    ['a phone of letters', { phone: 'sună-mă' }, 'phone'],
    ['no message', { message: '  \n ' }, 'message'],
    ['a message that is too long', { message: 'x'.repeat(20_001) }, 'message'],
    ['a card number', { message: 'cardul 4111 1111 1111 1111' }, 'message'],
    ['an IBAN in the name', { name: 'Ana RO49AAAA1B31007593840000' }, 'name'],
    ['a program that fills in everything', { website: 'https://spam.test' }, 'website'],
    ['a field that is not there', { isAdmin: true }, 'isAdmin'],
    ['a notice of another page', { notice: 'a'.repeat(64) }, 'notice'],
    ['a notice in the other language', { notice: textHash(contactNotice('en')) }, 'notice'],
    ['an unknown language', { language: 'de' }, 'language'],
  ])('%s: the field is named and nothing is written', async (_, changes, field) => {
    const desk = await testDesk()
    const error = await write(desk, changes).catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'invalid', fields: { [field]: expect.any(String) } })
    expect(await counts(desk)).toEqual({ accounts: 0, persons: 0, tickets: 0, messages: 0 })
  })

  it('notes which notice stood beside the fields, where and when; none for a program that saw none', async () => {
    const desk = await testDesk()
    const { notice } = await desk.as(visitor).call(askContact, { language: 'ro' })
    await write(desk, { notice })
    await write(desk)
    const { rows } = await desk.owner.query(
      `select s.form, s.path, s.text_version, s.text_language, t.words from base.notice_served s
       join base.notice_text t on t.hash = s.text_hash join base.person p on p.id = s.person_id`,
    )
    const words = contactNotice('ro')
    const where = { form: 'contact', path: '/ro/contact', text_version: '2026-11', text_language: 'ro' }
    expect(rows).toEqual([{ ...where, words }])
    expect(words).toMatch(/^De ce cerem: /)
    const shown = await desk.as(visitor).call(showNoticeText, { hash: notice })
    expect(shown).toMatchObject({ words, language: 'ro' })
  })

  it('never lands in the account of a client, nor tells that there is one', async () => {
    const desk = await testDesk()
    const member = await givenMember(desk, { email: 'ioana@client.test' })
    const { token } = await write(desk, { email: 'IOANA@client.test' })
    expect(token).toMatch(/^[\w-]{64}$/)
    expect((await desk.as(member).call(listTickets, {})).tickets).toEqual([])
    const shown = await desk.as(visitor).call(showConversation, { token })
    expect(JSON.stringify(shown)).not.toContain(member.accountId)
  })

  it('is refused after too many from one address or for one e-mail', async () => {
    const desk = await testDesk()
    for (let sent = 0; sent < 5; sent++) await write(desk)
    await expect(write(desk)).rejects.toMatchObject({ code: 'too_many' })
    for (let sent = 0; sent < 4; sent++) await write(desk, { email: `a${sent}@vizitator.test` })
    await expect(write(desk, { email: 'b@vizitator.test' })).rejects.toMatchObject({ code: 'too_many' })
    await write(desk, { email: 'b@vizitator.test' }, '203.0.113.10')
  })
})

describe('the link', () => {
  it('shows answers of the staff and no internal note, and lets the person write back', async () => {
    const desk = await testDesk()
    const { token } = await write(desk)
    const staff = await givenStaff(desk, { roles: ['technician'], name: 'Radu Tehnic' })
    const ticketId = (await desk.owner.query('select id from base.ticket')).rows[0].id
    await desk.as(staff).call(addNote, { ticketId, body: 'Clientul pare grăbit.' })
    await desk.as(staff).call(replyToTicket, { ticketId, body: 'Ne uităm acum.' })
    const shown = await desk.as(visitor).call(showConversation, { token })
    expect(shown.messages.map(({ mine, by, body }) => ({ mine, by, body }))).toEqual([
      { mine: true, by: 'Ana Țintea', body: words.message },
      { mine: false, by: 'Radu Tehnic', body: 'Ne uităm acum.' },
    ])
    expect(shown.status).toBe('waiting_client')
    await desk.as(visitor).call(replyToConversation, { token, message: 'Mulțumesc, aștept.' })
    expect(await desk.as(visitor).call(showConversation, { token })).toMatchObject({ status: 'waiting_us' })
    expect(JSON.stringify(await desk.as(visitor).call(showConversation, { token }))).not.toContain('grăbit')
  })

  it('leads to its own conversation and to no other of the same person', async () => {
    const desk = await testDesk()
    const first = await write(desk)
    const second = await write(desk, { message: 'Altă întrebare.' })
    const bodies = async (token: string) =>
      (await desk.as(visitor).call(showConversation, { token })).messages.map((message) => message.body)
    expect(await bodies(first.token)).toEqual([words.message])
    expect(await bodies(second.token)).toEqual(['Altă întrebare.'])
  })

  it('ends for good, with every other link to the conversation', async () => {
    const desk = await testDesk()
    const sendingId = newId()
    const { token } = await write(desk, { sendingId })
    const other = await write(desk, { sendingId })
    await desk.as(visitor).call(endConversationLink, { token })
    for (const link of [token, other.token]) {
      for (const work of [
        () => desk.as(visitor).call(showConversation, { token: link }),
        () => desk.as(visitor).call(replyToConversation, { token: link, message: 'Bună' }),
        () => desk.as(visitor).call(endConversationLink, { token: link }),
      ]) {
        await expect(work()).rejects.toMatchObject({ code: 'not_found', thing: 'conversation' })
      }
    }
    expect(await counts(desk)).toMatchObject({ messages: 1 })
  })

  it.each(['', 'x', 'A'.repeat(64), `${'A'.repeat(63)}=`, '../../etc/passwd', "' or 1=1 --", '\u0000'])(
    'that is no link is not found, whyever: %j',
    async (token) => {
      const desk = await testDesk()
      await write(desk)
      await expect(desk.as(visitor).call(showConversation, { token })).rejects.toMatchObject({ code: 'not_found' })
      await expect(desk.as(visitor).call(replyToConversation, { token, message: 'Bună' })).rejects.toMatchObject({
        code: token === '\u0000' ? 'invalid' : 'not_found',
      })
      expect(await counts(desk)).toMatchObject({ messages: 1 })
    },
  )
})
