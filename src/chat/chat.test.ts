import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../test/support/given.ts'
import { lettersTo } from '../../test/support/letters.ts'
import { listInbox } from '../desk/inbox/list-inbox.ts'
import { addNote } from '../desk/ticket/add-note.ts'
import { replyToTicket } from '../desk/ticket/reply-to-ticket.ts'
import { showTicket } from '../desk/ticket/show-ticket.ts'
import { newId } from '../platform/database/id.ts'
import { textHash } from '../privacy/notice/consent-text.ts'
import type { StaffActor } from '../privacy/operation/actor.ts'
import { attachToConversation } from '../site/contact/attach-to-conversation.ts'
import { leaveConversationAddress } from '../site/contact/leave-address.ts'
import { openConversationFile } from '../site/contact/open-conversation-file.ts'
import { replyToConversation } from '../site/contact/reply-to-conversation.ts'
import { seeConversation } from '../site/contact/see-conversation.ts'
import { showConversation } from '../site/contact/show-conversation.ts'
import { askChat } from './ask-chat.ts'
import { chatNotice } from './chat-notice.ts'
import { startChat } from './start-chat.ts'

const visitor = { kind: 'visitor' } as const
let desk: TestDesk
let radu: StaffActor
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  radu = await givenStaff(desk, { roles: ['technician'], name: 'Radu Tehnic', email: 'radu@provider.test' })
})
afterAll(() => desk.close())

let sent = 0
/** Each from an address of its own, so that no test uses up another's rate. */
const start = (changes: object = {}, address = `203.0.113.${++sent}`) =>
  desk.call({ actor: visitor, via: 'page', address }, startChat, {
    name: 'Ana Țintea',
    message: 'Serverul nu mai răspunde.',
    language: 'ro',
    ...changes,
  })
const open = () => desk.as(visitor)
const bytes = (text: string) => new Uint8Array(Buffer.from(text))
/** The ticket behind the newest chat. */
const newest = async () =>
  (await desk.owner.query(`select account_id, id, channel from base.ticket order by number desc limit 1`)).rows[0] as {
    account_id: string
    id: string
    channel: string
  }
const counts = async () =>
  (
    await desk.owner.query(
      `select (select count(*)::int from base.account) as accounts, (select count(*)::int from base.person) as persons,
         (select count(*)::int from base.ticket) as tickets, (select count(*)::int from base.message) as messages`,
    )
  ).rows[0]
/** What waits for later, as if its time had come. */
const timePasses = async () => {
  await desk.runJobs()
  await desk.owner.query('update graphile_worker._private_jobs set run_at = now()')
  await desk.runJobs()
}

describe('a chat', () => {
  it('begins with a name and a message; the staff find it in its own queue', async () => {
    const { token } = await start()
    const { id, channel } = await newest()
    expect(channel).toBe('chat')
    const shown = await open().call(showConversation, { token })
    expect(shown).toMatchObject({ hasAddress: false, messages: [{ mine: true, body: 'Serverul nu mai răspunde.' }] })
    const { tickets } = await desk.as(radu).call(listInbox, { queue: 'chat' })
    expect(tickets.map((ticket) => ticket.id)).toContain(id)
    expect(tickets.every((ticket) => ticket.channel === 'chat')).toBe(true)
  })

  it('sent twice by the same form, at once, is one visitor with one message', async () => {
    const before = await counts()
    const sendingId = newId()
    const tokens = await Promise.all([1, 2, 3].map(() => start({ sendingId })))
    const { accounts, persons, tickets, messages } = before
    expect(await counts()).toEqual({
      accounts: accounts + 1,
      persons: persons + 1,
      tickets: tickets + 1,
      messages: messages + 1,
    })
    for (const { token } of tokens) await open().call(showConversation, { token })
  })

  it('is not reached by the id of its account, nor by another sending', async () => {
    await start({ message: 'zorzonat' })
    const { account_id: sendingId } = await newest()
    const { token } = await start({ sendingId, message: 'Altceva.' })
    expect(JSON.stringify(await open().call(showConversation, { token }))).not.toContain('zorzonat')
  })

  it('never lands in the account of a client', async () => {
    const member = await givenMember(desk, { email: 'ioana@client.test' })
    await start({ email: 'IOANA@client.test' })
    expect((await newest()).account_id).not.toBe(member.accountId)
  })

  it.each([
    ['nothing in the name', { name: ' ' }, 'name'],
    ['an e-mail that is none', { email: 'ana' }, 'email'],
    ['no message', { message: ' \n' }, 'message'],
    ['a message that is too long', { message: 'x'.repeat(20_001) }, 'message'],
    ['a card number', { message: 'cardul 4111 1111 1111 1111' }, 'message'],
    ['a program that fills in everything', { website: 'https://spam.test' }, 'website'],
    ['a phone, which is not asked', { phone: '0722000000' }, 'phone'],
    ['a notice in the other language', { notice: textHash(chatNotice('en')) }, 'notice'],
  ])('%s: the field is named and nothing is written', async (_, changes, field) => {
    const before = await counts()
    await expect(start(changes)).rejects.toMatchObject({ code: 'invalid', fields: { [field]: expect.any(String) } })
    expect(await counts()).toEqual(before)
  })

  it('puts the notice that stood beside the fields on record', async () => {
    const { notice } = await open().call(askChat, { language: 'ro' })
    await start({ notice })
    const { account_id: accountId } = await newest()
    const { rows } = await desk.owner.query(
      `select s.form, s.path, t.words from base.notice_served s join base.notice_text t on t.hash = s.text_hash
       where s.account_id = $1`,
      [accountId],
    )
    expect(rows).toEqual([{ form: 'chat', path: '/ro/chat', words: chatNotice('ro') }])
  })

  it('is refused after too many from one address', async () => {
    for (let n = 0; n < 10; n++) await start({}, '198.51.100.7')
    await expect(start({}, '198.51.100.7')).rejects.toMatchObject({ code: 'too_many' })
    await start({}, '198.51.100.8')
  })
})

describe('files', () => {
  it('go with a message and come back to both sides, and to no other conversation', async () => {
    const { token } = await start()
    const { id: ticketId } = await newest()
    const { attachmentId } = await open().call(attachToConversation, {
      token,
      name: 'jurnal.txt',
      content: bytes('abc'),
    })
    await open().call(replyToConversation, { token, message: 'Iată jurnalul.', attachmentIds: [attachmentId] })
    const shown = await open().call(showConversation, { token })
    expect(shown.messages.at(-1)!.files).toEqual([{ id: attachmentId, name: 'jurnal.txt', sizeBytes: 3 }])
    const file = await open().call(openConversationFile, { token, attachmentId })
    const parts: Buffer[] = []
    for await (const part of file.content) parts.push(part)
    expect(Buffer.concat(parts).toString()).toBe('abc')
    const { entries } = await desk.as(radu).call(showTicket, { ticketId })
    expect(JSON.stringify(entries)).toContain(attachmentId)

    const other = await start()
    const steal = (of: string) => open().call(openConversationFile, { token: of, attachmentId })
    await expect(steal(other.token)).rejects.toMatchObject({ code: 'not_found' })
    await expect(steal('A'.repeat(64))).rejects.toMatchObject({ code: 'not_found' })
    const reuse = { token: other.token, message: 'Al meu?', attachmentIds: [attachmentId] }
    await expect(open().call(replyToConversation, reuse)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('of two conversations of one address stay apart', async () => {
    const first = await start({ email: 'doua@vizitator.test' })
    const second = await start({ email: 'doua@vizitator.test' })
    const given = { token: first.token, name: 'a.txt', content: bytes('a') }
    const { attachmentId } = await open().call(attachToConversation, given)
    const attachmentIds = [attachmentId]
    await open().call(replyToConversation, { token: first.token, message: 'Cu fișier.', attachmentIds })
    await expect(open().call(openConversationFile, { token: second.token, attachmentId })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('unsent is shown to nobody; too large or without a conversation is refused', async () => {
    const { token } = await start()
    const { attachmentId } = await open().call(attachToConversation, { token, name: 'x', content: bytes('x') })
    await expect(open().call(openConversationFile, { token, attachmentId })).rejects.toMatchObject({
      code: 'not_found',
    })
    const huge = new Uint8Array(10 * 1024 * 1024 + 1)
    await expect(open().call(attachToConversation, { token, name: 'x', content: huge })).rejects.toMatchObject({
      code: 'invalid',
      fields: { content: expect.any(String) },
    })
    await expect(
      open().call(attachToConversation, { token: 'A'.repeat(64), name: 'x', content: bytes('x') }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('an address left later', () => {
  it('is where answers go, and replaces none', async () => {
    const { token } = await start()
    await open().call(leaveConversationAddress, { token, email: 'Tarziu@vizitator.test' })
    expect(await open().call(showConversation, { token })).toMatchObject({ hasAddress: true })
    await expect(open().call(leaveConversationAddress, { token, email: 'alta@vizitator.test' })).rejects.toMatchObject({
      code: 'has_address',
    })
    const { id: ticketId } = await newest()
    await desk.as(radu).call(replyToTicket, { ticketId, body: 'Repornim acum.' })
    await timePasses()
    const [letter] = await lettersTo(desk, 'tarziu@vizitator.test')
    expect(letter!.words.lines.join()).toContain('Repornim acum.')
    expect(await lettersTo(desk, 'alta@vizitator.test')).toEqual([])
  })

  it('can not be given to a client’s person, whatever the token', async () => {
    const member = await givenMember(desk)
    await desk.owner.query('update base.person set email = null where id = $1', [member.personId])
    const { rows } = await desk.owner.query('select base.leave_address($1, $2, $3) as left', [
      member.accountId,
      member.personId,
      'hot@vizitator.test',
    ])
    expect(rows[0].left).toBe(false)
  })
})

describe('letters about a chat', () => {
  // What other tests began is no flood.
  beforeEach(async () => {
    await desk.owner.query(`update base.ticket set created_at = created_at - interval '2 hours'`)
  })

  it('go to the staff only for what nobody answered within a minute, once for messages in a row', async () => {
    const { token } = await start({ message: 'întâia' })
    await desk.runJobs()
    expect(await about('întâia')).toBe(0)
    await open().call(replyToConversation, { token, message: 'a doua' })
    await open().call(replyToConversation, { token, message: 'a treia' })
    await timePasses()
    expect([await about('întâia'), await about('a doua'), await about('a treia')]).toEqual([1, 0, 0])
    const { id: ticketId } = await newest()
    await desk.as(radu).call(replyToTicket, { ticketId, body: 'Văd.' })
    await open().call(replyToConversation, { token, message: 'a patra' })
    await desk.as(radu).call(replyToTicket, { ticketId, body: 'Gata.' })
    await open().call(replyToConversation, { token, message: 'a cincea' })
    await timePasses()
    expect([await about('a patra'), await about('a cincea')]).toEqual([0, 1])
  })

  it('go to the staff again for what is written after an hour of silence', async () => {
    const { token } = await start({ message: 'seara' })
    await timePasses()
    await open().call(replyToConversation, { token, message: 'după puțin' })
    await timePasses()
    expect([await about('seara'), await about('după puțin')]).toEqual([1, 0])
    await desk.owner.query(
      `update base.message set created_at = created_at - interval '61 minutes' where ticket_id = $1`,
      [(await newest()).id],
    )
    await open().call(replyToConversation, { token, message: 'dimineața' })
    await timePasses()
    expect(await about('dimineața')).toBe(1)
  })

  it('an internal note is no answer', async () => {
    await start({ message: 'singura' })
    await desk.as(radu).call(addNote, { ticketId: (await newest()).id, body: 'Mă uit mai târziu.' })
    await timePasses()
    expect(await about('singura')).toBe(1)
  })

  it('go to the visitor at once, or, where they are looking, for what they did not see', async () => {
    const email = 'ochi@vizitator.test'
    const { token } = await start({ email })
    const { id: ticketId } = await newest()
    const answer = (body: string) => desk.as(radu).call(replyToTicket, { ticketId, body })
    const told = async () => (await lettersTo(desk, email)).length
    await answer('unu')
    await desk.runJobs()
    expect(await told()).toBe(1)

    await open().call(seeConversation, { token })
    await answer('doi')
    await desk.runJobs()
    expect(await told()).toBe(1)
    await open().call(seeConversation, { token })
    await timePasses()
    expect(await told()).toBe(1)
    expect((await desk.as(radu).call(showTicket, { ticketId })).seenAt).toBeInstanceOf(Date)

    await answer('trei')
    await timePasses()
    expect(await told()).toBe(2)
  })
})

describe('a flood', () => {
  it('of conversations fills no mailbox: the first of an hour are written about, and whatever somebody has in hand', async () => {
    await timePasses()
    await desk.owner.query(`update base.ticket set created_at = created_at - interval '2 hours'`)
    const tokens: string[] = []
    for (let n = 0; n < 25; n++) tokens.push((await start({ message: `potop ${n} și atât` })).token)
    await timePasses()
    const told = await Promise.all(tokens.map((_, n) => about(`potop ${n} și`)))
    expect(told).toEqual([...Array(20).fill(1), ...Array(5).fill(0)])
    const { id: ticketId } = await newest()
    await desk.as(radu).call(replyToTicket, { ticketId, body: 'Văd.' })
    await open().call(replyToConversation, { token: tokens.at(-1)!, message: 'potop cu cineva' })
    await timePasses()
    expect(await about('potop cu cineva')).toBe(1)
    const { tickets } = await desk.as(radu).call(listInbox, { queue: 'chat' })
    expect(tickets.length).toBeGreaterThan(20)
  })

  it('of what was seen fills no access log', async () => {
    const { token } = await start()
    const see = () => desk.call({ actor: visitor, via: 'page', address: '192.0.2.99' }, seeConversation, { token })
    await see()
    await desk.owner.query(
      'update base.login_rate set attempts = 600 where window_started_at = (select max(window_started_at) from base.login_rate)',
    )
    await expect(see()).rejects.toMatchObject({ code: 'too_many' })
  })

  it('of files from many addresses fills no disk, and no token that is none counts', async () => {
    const { token } = await start()
    const attach = (of: string, address: string) =>
      desk.call({ actor: visitor, via: 'page', address }, attachToConversation, {
        token: of,
        name: 'x',
        content: bytes('x'),
      })
    const counted = async () =>
      new Map<string, number>(
        (await desk.owner.query('select id, attempts from base.login_rate')).rows.map((row) => [row.id, row.attempts]),
      )
    await attach(token, '192.0.2.1')
    const before = await counted()
    await attach(token, '192.0.2.2')
    const after = await counted()
    // The one count that two addresses share.
    const [inAll, ...more] = [...before.keys()].filter((id) => after.get(id) !== before.get(id))
    expect(more).toEqual([])
    await expect(attach('A'.repeat(64), '192.0.2.3')).rejects.toMatchObject({ code: 'not_found' })
    expect((await counted()).get(inAll!)).toBe(after.get(inAll!))
    await desk.owner.query('update base.login_rate set attempts = 300 where id = $1', [inAll])
    await expect(attach(token, '192.0.2.4')).rejects.toMatchObject({ code: 'too_many' })
    await desk.owner.query('delete from base.login_rate where id = $1', [inAll])
  })
})

/** How many letters to the technician hold these words. */
async function about(words: string): Promise<number> {
  const letters = await lettersTo(desk, 'radu@provider.test')
  return letters.filter((letter) => letter.words.lines.join().includes(words)).length
}
