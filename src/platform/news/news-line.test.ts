import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { addNote } from '../../desk/ticket/add-note.ts'
import { assignTicket } from '../../desk/ticket/assign-ticket.ts'
import { followTicket } from '../../desk/ticket/follow-ticket.ts'
import { openTicket } from '../../desk/ticket/open-ticket.ts'
import { replyToTicket } from '../../desk/ticket/reply-to-ticket.ts'
import { setStatus } from '../../desk/ticket/set-status.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { makeNewsHub, type NewsHub } from './news-hub.ts'
import { NEWS_CHANNEL, type NewsLine, openNewsLine } from './news-line.ts'

let desk: TestDesk
let member: MemberActor
let staff: StaffActor
let hub: NewsHub
let line: NewsLine
const said: string[] = []
/** Everything that was announced, in its order. */
const heard: string[] = []
const announce = (words: string) => desk.owner.query('select pg_notify($1, $2)', [NEWS_CHANNEL, words])

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  member = await givenMember(desk)
  staff = await givenStaff(desk)
  hub = makeNewsHub()
  line = openNewsLine({
    url: desk.database.urlOf('zavor_security'),
    hub: {
      ...hub,
      announce(topic) {
        heard.push(topic)
        hub.announce(topic)
      },
    },
    announce,
    onChange: (words) => said.push(words),
    every: 60,
    patience: 5_000,
    pauses: { first: 5, most: 50 },
  })
  await vi.waitUntil(line.isOpen, { timeout: 10_000, interval: 5 })
})
afterAll(async () => {
  await line.stop()
  await desk.close()
})

let last = 0
/** What was announced by `work` and before a mark that comes after it. */
async function announcedBy(work: () => Promise<unknown>): Promise<string[]> {
  const from = heard.length
  await work()
  const mark = `mark:${++last}`
  await announce(mark)
  await vi.waitUntil(() => heard.includes(mark), { timeout: 10_000, interval: 2 })
  return heard.slice(from).filter((one) => !one.startsWith('mark:'))
}

describe('what is written on a ticket', () => {
  let ticketId = ''
  let ticket = ''
  let note = ''
  beforeAll(async () => {
    const words = { subject: 'Serverul nu pornește', body: 'cuvinte' }
    const opening = await announcedBy(async () => {
      ticketId = (await desk.as(member).call(openTicket, words)).ticketId
    })
    ticket = `ticket:${member.accountId}:${ticketId}`
    note = `note:${member.accountId}:${ticketId}`
    // Its event and its message are one announcement.
    expect(opening).toEqual([ticket])
  })

  it('is announced by ids alone, whoever writes', async () => {
    expect(await announcedBy(() => desk.as(member).call(replyToTicket, { ticketId, body: 'parola' }))).toEqual([ticket])
    expect(await announcedBy(() => desk.as(staff).call(replyToTicket, { ticketId, body: 'răspuns' }))).toEqual([ticket])
    expect(await announcedBy(() => desk.as(member).call(setStatus, { ticketId, status: 'closed' }))).toEqual([ticket])
    const given = { ticketId, to: null, instead: staff.staffId }
    expect(await announcedBy(() => desk.as(staff).call(assignTicket, given))).toEqual([ticket])
    expect(await announcedBy(() => desk.as(staff).call(addNote, { ticketId, body: 'între noi' }))).toEqual([note])
  })

  it('is not announced when it is read, refused or taken back', async () => {
    const nothing = await announcedBy(async () => {
      await desk.as(member).call(followTicket, { ticketId })
      await desk.as(member).call(setStatus, { ticketId, status: 'closed' })
      await expect(
        desk.as(member).call(replyToTicket, { ticketId, body: 'B', attachmentIds: [ticketId] }),
      ).rejects.toThrow()
      const client = await desk.owner.connect()
      await client.query('begin')
      await client.query(
        `insert into base.message (account_id, id, ticket_id, author, body) values ($1, gen_random_uuid(), $2, $3, 'B')`,
        [member.accountId, ticketId, member.personId],
      )
      await client.query('rollback')
      client.release()
    })
    expect(nothing).toEqual([])
  })

  it('is announced when it is committed and not before', async () => {
    const client = await desk.owner.connect()
    await client.query('begin')
    await client.query(
      `insert into base.message (account_id, id, ticket_id, author, body)
       select $1, gen_random_uuid(), $2, $3, 'B' from generate_series(1, 1000)`,
      [member.accountId, ticketId, member.personId],
    )
    expect(await announcedBy(async () => {})).toEqual([])
    expect(await announcedBy(() => client.query('commit'))).toEqual([ticket])
    client.release()
  })

  it('is told to a member without the notes, and to the staff with them', async () => {
    expect(await desk.as(member).call(followTicket, { ticketId })).toEqual({ topics: [ticket] })
    expect(await desk.as(staff).call(followTicket, { ticketId })).toEqual({ topics: [ticket, note] })
  })
})

describe('when the connection is lost', () => {
  const pids = async () =>
    (
      await desk.owner.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and application_name = 'zavor news'`,
      )
    ).rows.map(({ pid }) => pid)

  it('connects anew, tells everybody, and goes on', async () => {
    const told = vi.fn()
    const end = hub.follow(['ticket:nobody:nothing'], told)
    told.mockClear()
    for (let round = 1; round <= 3; round++) {
      const [before] = await pids()
      await desk.owner.query('select pg_terminate_backend($1)', [before])
      await vi.waitUntil(() => told.mock.calls.length >= round, { timeout: 10_000, interval: 5 })
      await vi.waitUntil(line.isOpen, { timeout: 10_000, interval: 5 })
      expect(await announcedBy(() => announce('ticket:a:b'))).toEqual(['ticket:a:b'])
    }
    expect(await pids()).toHaveLength(1)
    end()
    // Once that they stop, once that they come again; how often it was tried in between is nobody's business.
    expect(said.filter((words) => words.includes('no announcements'))).toHaveLength(3)
    expect(said.filter((words) => words.includes('arrive again'))).toHaveLength(3)
  })

  it('leaves no connection when it stops', async () => {
    const other = openNewsLine({ url: desk.database.urlOf('zavor_security'), hub: makeNewsHub(), announce })
    await vi.waitUntil(other.isOpen, { timeout: 10_000, interval: 5 })
    expect(await pids()).toHaveLength(2)
    await other.stop()
    await vi.waitUntil(async () => (await pids()).length === 1, { timeout: 10_000, interval: 20 })
    expect(other.isOpen()).toBe(false)
  })

  it('stops at once also while it cannot connect', async () => {
    const url = new URL(desk.database.urlOf('zavor_security'))
    url.password = 'wrong'
    const words: string[] = []
    const other = openNewsLine({ url: url.href, hub: makeNewsHub(), announce, onChange: (one) => words.push(one) })
    await vi.waitUntil(() => words.length > 0, { timeout: 10_000, interval: 5 })
    expect(other.isOpen()).toBe(false)
    await other.stop()
    expect(words).toHaveLength(1)
  })
})

it('is not open where LISTEN is taken and nothing arrives, as behind a pooler in transaction mode', async () => {
  const url = desk.database.urlOf('zavor_security')
  const words: string[] = []
  const listens = vi.spyOn(pg.Client.prototype, 'query')
  const other = openNewsLine({
    url,
    hub: makeNewsHub(),
    // Announced elsewhere: what the pooler does with it.
    announce: () => desk.owner.query(`select pg_notify('elsewhere', 'x')`),
    patience: 30,
    pauses: { first: 5, most: 10 },
    onChange: (one) => words.push(one),
  })
  const tries = () => listens.mock.calls.filter(([text]) => String(text).startsWith('listen')).length
  await vi.waitUntil(() => tries() >= 3, { timeout: 10_000, interval: 5 })
  expect(other.isOpen()).toBe(false)
  expect(words).toEqual([expect.stringContaining('does not arrive')])
  await other.stop()
  listens.mockRestore()
})

it('is not open on Citus, where what a shard announces is not heard here', async () => {
  await desk.owner.query('create table security.pg_dist_node (); grant usage on schema security to zavor_security')
  const words: string[] = []
  const url = desk.database.urlOf('zavor_security')
  const other = openNewsLine({ url, hub: makeNewsHub(), announce, onChange: (one) => words.push(one) })
  await vi.waitUntil(() => words.length > 0, { timeout: 10_000, interval: 5 })
  expect(words).toEqual([expect.stringContaining('Citus')])
  expect(other.isOpen()).toBe(false)
  await other.stop()
  await desk.owner.query('drop table security.pg_dist_node')
})
