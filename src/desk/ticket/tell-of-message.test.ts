import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { addNote } from './add-note.ts'
import { assignTicket } from './assign-ticket.ts'
import { openTicket } from './open-ticket.ts'
import { replyToTicket } from './reply-to-ticket.ts'
import { tellOfMessage } from './tell-of-message.ts'

let desk: TestDesk
let ioana: MemberActor
let dan: MemberActor
let tehnic: StaffActor
let vanzari: StaffActor
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  ioana = await givenMember(desk, { name: 'Ioana Popa', email: 'ioana@client.test' })
  dan = await givenMember(desk, { accountId: ioana.accountId, roles: ['technical'], email: 'dan@client.test' })
  await givenMember(desk, { accountId: ioana.accountId, roles: ['billing'], email: 'plati@client.test' })
  tehnic = await givenStaff(desk, { roles: ['technician'], name: 'Radu Tehnic', email: 'tehnic@provider.test' })
  vanzari = await givenStaff(desk, { roles: ['sales'], email: 'vanzari@provider.test' })
})
afterAll(() => desk.close())

const open = async (actor: MemberActor | StaffActor, subject: string) =>
  (
    await desk.as(actor).call(openTicket, {
      subject,
      body: `Despre ${subject}`,
      ...(actor.kind === 'staff' ? { accountId: ioana.accountId } : {}),
    })
  ).ticketId

const about = async (address: string, subject: string) =>
  (await lettersTo(desk, address)).filter((letter) => letter.words.subject.includes(subject))

describe('letters about messages', () => {
  it('a client’s question goes to the technicians, then to who has the ticket', async () => {
    const ticketId = await open(ioana, 'backup')
    await desk.runJobs()
    expect(await about('tehnic@provider.test', 'backup')).toHaveLength(1)
    expect(await about('vanzari@provider.test', 'backup')).toHaveLength(0)
    await desk.as(tehnic).call(assignTicket, { ticketId, to: vanzari.staffId, instead: null })
    await desk.as(ioana).call(replyToTicket, { ticketId, body: 'Mai e ceva.' })
    await desk.runJobs()
    expect(await about('tehnic@provider.test', 'backup')).toHaveLength(1)
    const [letter] = await about('vanzari@provider.test', 'backup')
    expect(letter!.words.lines.join()).toContain('Mai e ceva.')
    expect(letter!.words.action!.url).toMatch(/^http:\/\/desk\.test\/staff\/inbox\/open\//)
  })

  it('an answer goes to those of the account who took part, and to nobody else', async () => {
    const ticketId = await open(ioana, 'dns')
    await desk.as(dan).call(replyToTicket, { ticketId, body: 'Și eu văd.' })
    await desk.as(tehnic).call(replyToTicket, { ticketId, body: 'Reparat.' })
    await desk.runJobs()
    for (const address of ['ioana@client.test', 'dan@client.test']) {
      const [letter, ...more] = await about(address, 'dns')
      expect(more).toEqual([])
      expect(letter).toMatchObject({ kind: 'ticket_answer', language: 'ro' })
      expect(letter!.words.lines.join()).toContain('Reparat.')
    }
    expect(await about('plati@client.test', 'dns')).toEqual([])
  })

  it('where the staff began, owners and technical people are told', async () => {
    await open(tehnic, 'mentenanta')
    await desk.runJobs()
    expect(await about('ioana@client.test', 'mentenanta')).toHaveLength(1)
    expect(await about('dan@client.test', 'mentenanta')).toHaveLength(1)
    expect(await about('plati@client.test', 'mentenanta')).toEqual([])
  })

  it('an internal note tells nobody and stands in no letter', async () => {
    const ticketId = await open(ioana, 'nota')
    await desk.as(tehnic).call(addNote, { ticketId, body: 'zorzonat' })
    await desk.as(tehnic).call(replyToTicket, { ticketId, body: 'Răspuns.' })
    await desk.runJobs()
    for (const address of ['ioana@client.test', 'tehnic@provider.test', 'vanzari@provider.test']) {
      expect(JSON.stringify(await lettersTo(desk, address))).not.toContain('zorzonat')
    }
  })

  it('run again, also at the same moment, it tells nobody twice', async () => {
    const ticketId = await open(ioana, 'de doua ori')
    const { messageId } = await desk.as(tehnic).call(replyToTicket, { ticketId, body: 'O dată.' })
    await desk.runJobs()
    const input = { accountId: ioana.accountId, ticketId, messageId }
    const system = { kind: 'system', job: 'ticket.tell_of_message' } as const
    const told = await Promise.all([1, 2, 3].map(() => desk.as(system, 'job').call(tellOfMessage, input)))
    expect(told.map((answer) => answer.told)).toEqual([0, 0, 0])
    expect(await about('ioana@client.test', 'de doua ori')).toHaveLength(1)
  })

  it('who left, was erased or is limited gets none', async () => {
    const gone = await givenMember(desk, { accountId: ioana.accountId, email: 'gone@client.test' })
    const limited = await givenMember(desk, { accountId: ioana.accountId, email: 'limited@client.test' })
    const ticketId = await open(ioana, 'plecati')
    for (const actor of [gone, limited]) await desk.as(actor).call(replyToTicket, { ticketId, body: 'aici' })
    await desk.owner.query('update base.member set ended_at = now() where person_id = $1', [gone.personId])
    await desk.owner.query('update base.person set marker = marker | 2 where id = $1', [limited.personId])
    await desk.as(tehnic).call(replyToTicket, { ticketId, body: 'Răspuns.' })
    await desk.runJobs()
    expect(await about('ioana@client.test', 'plecati')).toHaveLength(1)
    expect(await about('gone@client.test', 'plecati')).toEqual([])
    expect(await about('limited@client.test', 'plecati')).toEqual([])
  })
})
