import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { newId } from '../../platform/database/id.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { searchForTickets } from '../search/search-tickets.ts'
import { addNote } from './add-note.ts'
import { assignTicket } from './assign-ticket.ts'
import { listTickets } from './list-tickets.ts'
import { openTicket } from './open-ticket.ts'
import { replyToTicket } from './reply-to-ticket.ts'
import { setStatus } from './set-status.ts'
import { showTicket } from './show-ticket.ts'

let desk: TestDesk
let ioana: MemberActor
let mihai: MemberActor
let tehnic: StaffActor
let other: StaffActor
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  ioana = await givenMember(desk, { name: 'Ioana Popa' })
  mihai = await givenMember(desk, { name: 'Mihai Ene' })
  tehnic = await givenStaff(desk, { roles: ['technician'], name: 'Radu Tehnic' })
  other = await givenStaff(desk, { roles: ['sales'], name: 'Ana Vânzări' })
})
afterAll(() => desk.close())

const open = async (subject = 'Serverul nu răspunde', body = 'De azi dimineață nu mai merge.') =>
  (await desk.as(ioana).call(openTicket, { subject, body })).ticketId

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error) => error.code,
  )

describe('a ticket', () => {
  it('goes from the question through the answer to its end and back', async () => {
    const ticketId = await open()
    const see = async () => (await desk.as(ioana).call(showTicket, { ticketId })).ticket
    expect(await see()).toMatchObject({ status: 'open', assignedTo: null, openedBy: { name: 'Ioana Popa' } })
    await desk.as(tehnic).call(replyToTicket, { ticketId, body: 'Ne uităm acum.' })
    expect(await see()).toMatchObject({ status: 'waiting_client', assignedTo: { name: 'Radu Tehnic' } })
    await desk.as(ioana).call(replyToTicket, { ticketId, body: 'Mulțumesc.' })
    expect(await see()).toMatchObject({ status: 'waiting_us' })
    await desk.as(ioana).call(setStatus, { ticketId, status: 'closed' })
    expect(await see()).toMatchObject({ status: 'closed' })
    await desk.as(ioana).call(replyToTicket, { ticketId, body: 'A căzut iar.' })
    expect(await see()).toMatchObject({ status: 'waiting_us' })
    const { entries } = await desk.as(ioana).call(showTicket, { ticketId })
    expect(entries.map((one) => (one.kind === 'event' ? one.event : one.kind))).toEqual([
      'opened',
      'message',
      'message',
      'assigned',
      'message',
      'closed',
      'message',
      'waiting_us',
    ])
  })

  it('has a number of its own that only grows', async () => {
    const ids = [await open(), await open()]
    const numbers = await Promise.all(
      ids.map(async (ticketId) => (await desk.as(ioana).call(showTicket, { ticketId })).ticket.number),
    )
    expect(numbers[0]).toBeGreaterThan(1000)
    expect(numbers[1]).toBeGreaterThan(numbers[0]!)
  })

  it('is opened once by a form that is sent twice, also at the same moment', async () => {
    const given = { subject: 'De două ori', body: 'Am apăsat de două ori.', sendingId: newId() }
    const answers = await Promise.all([1, 2, 3, 4].map(() => desk.as(ioana).call(openTicket, given)))
    expect(new Set(answers.map((answer) => answer.ticketId)).size).toBe(1)
    const { ticketId } = answers[0]!
    const reply = { ticketId, body: 'Și încă o dată.', sendingId: newId() }
    const replies = await Promise.all([1, 2, 3, 4].map(() => desk.as(ioana).call(replyToTicket, reply)))
    expect(new Set(replies.map((answer) => answer.messageId)).size).toBe(1)
    const note = { ticketId, body: 'Notă.', sendingId: newId() }
    const notes = await Promise.all([1, 2, 3].map(() => desk.as(tehnic).call(addNote, note)))
    expect(new Set(notes.map((answer) => answer.noteId)).size).toBe(1)
  })

  it('pages its conversation by key, losing and doubling nothing', async () => {
    const ticketId = await open('Lung', 'mesaj 0')
    for (let n = 1; n <= 120; n++) await desk.as(ioana).call(replyToTicket, { ticketId, body: `mesaj ${n}` })
    const seen: string[] = []
    let before: string | undefined
    do {
      const page = await desk.as(ioana).call(showTicket, { ticketId, ...(before ? { before } : {}) })
      seen.unshift(...page.entries.flatMap((one) => (one.kind === 'message' ? [one.body] : [])))
      before = page.earlier ?? undefined
    } while (before)
    expect(seen).toEqual(Array.from({ length: 121 }, (_, n) => `mesaj ${n}`))
  })

  it('lists newest activity first and pages by key', async () => {
    const own = await givenMember(desk)
    const opened: string[] = []
    for (let n = 0; n < 61; n++) {
      opened.push((await desk.as(own).call(openTicket, { subject: `T${n}`, body: 'x' })).ticketId)
    }
    await desk.as(own).call(replyToTicket, { ticketId: opened[3]!, body: 'sus' })
    const first = await desk.as(own).call(listTickets, {})
    const second = await desk.as(own).call(listTickets, { after: first.next! })
    expect(first.tickets[0]!.id).toBe(opened[3])
    expect(second.next).toBeNull()
    const all = [...first.tickets, ...second.tickets].map(({ id }) => id)
    expect(new Set(all).size).toBe(61)
    expect(all.slice(1)).toEqual(opened.filter((id) => id !== opened[3]).reverse())
  })
})

describe('an internal note', () => {
  it('is for the staff alone: no page, list, search or letter of the client holds it', async () => {
    const ticketId = await open('Cu notă', 'Întrebare obișnuită')
    const jobs = async () => (await desk.owner.query('select from graphile_worker._private_jobs')).rowCount
    const jobsBefore = await jobs()
    await desk.as(tehnic).call(addNote, { ticketId, body: 'clientul pare zorzonat' })
    expect(JSON.stringify(await desk.as(tehnic).call(showTicket, { ticketId }))).toContain('zorzonat')
    expect(JSON.stringify(await desk.as(ioana).call(showTicket, { ticketId }))).not.toContain('zorzonat')
    expect((await desk.as(tehnic).call(searchForTickets, { q: 'zorzonat' })).tickets).toHaveLength(1)
    expect((await desk.as(ioana).call(searchForTickets, { q: 'zorzonat' })).tickets).toEqual([])
    const before = await desk.as(ioana).call(listTickets, {})
    await desk.as(tehnic).call(addNote, { ticketId, body: 'încă o notă' })
    expect(await desk.as(ioana).call(listTickets, {})).toEqual(before)
    expect(await jobs()).toBe(jobsBefore)
  })
})

describe('taking a ticket', () => {
  it('at once by two is won by one, and the other is told', async () => {
    const ticketId = await open()
    const outcomes = await Promise.all(
      [tehnic, other].map((actor) =>
        codeOf(desk.as(actor).call(assignTicket, { ticketId, to: actor.staffId, instead: null })),
      ),
    )
    expect(outcomes.sort()).toEqual(['answered', 'assigned_meanwhile'])
  })

  it('twice by the same changes nothing the second time', async () => {
    const ticketId = await open()
    for (let n = 0; n < 2; n++) {
      await desk.as(tehnic).call(assignTicket, { ticketId, to: tehnic.staffId, instead: null })
    }
    const { entries } = await desk.as(tehnic).call(showTicket, { ticketId })
    expect(entries.filter((one) => one.kind === 'event' && one.event === 'assigned')).toHaveLength(1)
  })

  it('is refused for who has left or never was', async () => {
    const ticketId = await open()
    const left = await givenStaff(desk)
    await desk.owner.query('update base.staff set ended_at = now() where id = $1', [left.staffId])
    for (const to of [left.staffId, newId(), ioana.personId]) {
      expect(await codeOf(desk.as(tehnic).call(assignTicket, { ticketId, to, instead: null }))).toBe('not_found')
    }
  })
})

describe('search', () => {
  it('finds by subject, message and number, whatever the diacritics, newest activity first', async () => {
    const own = await givenMember(desk)
    const find = async (q: string, actor: MemberActor | StaffActor = own) =>
      (await desk.as(actor).call(searchForTickets, { q })).tickets.map(({ id }) => id)
    const first = (await desk.as(own).call(openTicket, { subject: 'Mașina de spălat', body: 'Țiuie tare' })).ticketId
    const second = (
      await desk.as(own).call(openTicket, { subject: 'Altceva', body: 'tot maşina de la srv-77.client.test' })
    ).ticketId
    const { number } = (await desk.as(own).call(showTicket, { ticketId: first })).ticket
    expect(await find('MASINA')).toEqual([second, first])
    expect(await find('tiuie')).toEqual([first])
    expect(await find('client.tes')).toEqual([second])
    expect(await find(`#${number}`)).toContain(first)
    expect(await find('masina zid')).toEqual([])
    expect(await find('', own)).toEqual([])
    expect(await find('masina', mihai)).toEqual([])
    expect(await find(`#${number}`, mihai)).toEqual([])
    expect(await find('tiuie', tehnic)).toEqual([first])
  })
})
