import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenAccount, givenMember, givenProvider, givenStaff } from '../../../test/support/given.ts'
import { type Everything, oneOfEverything } from '../../../test/support/one-of-everything.ts'
import { wanted } from '../../../test/support/one-of-everything.wanted.ts'
import { maps } from '../../app/maps.ts'
import { newId } from '../../platform/database/id.ts'
import { endAccount } from '../../rights/ending/end-account.ts'
import { makeRequest } from '../../rights/request/make-request.ts'
import { unitsOf } from '../compiler/retention-units.ts'
import { primaryKey } from '../map/uses.ts'
import type { MemberActor } from '../operation/actor.ts'
import { listRetention } from './list-retention.ts'
import { releaseHold } from './release-hold.ts'
import { setHold } from './set-hold.ts'
import { sweepRetention } from './sweep-retention.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
})
afterAll(() => desk.close())

const yes = { understood: 'yes' } as const
const ofOwner = async (sql: string, values: unknown[] = []) => (await desk.owner.query(sql, values)).rows

/** What a clock needs beside its own column, where a check constraint ties them together. */
const closing: Readonly<Record<string, string>> = {
  ticket: `status = 'closed'`,
  order: `status = 'confirmed'`,
  deposit: `sealed = null, ending = 'expired'`,
  staff_invitation: `accepted_at = null`,
  letter: `status = 'sent'`,
  staff_letter: `status = 'sent'`,
  child_report: `outcome = 'no_child', decided_by = id, about_whom = null, why = null`,
  breach: `outcome = 'not_notified', outcome_why = 'Nobody was at risk.', decided_by = (select id from base.staff limit 1)`,
}

async function age(everything: Everything, table: string, column: string, years: number): Promise<void> {
  const row = everything.rows.get(table)
  const map = maps.find((one) => one.table === table)
  if (!row || !map) throw new Error(`no row of ${table}`)
  const keys = primaryKey(map)
  const also = closing[table] ? `, ${closing[table]}` : ''
  const where = keys.map((key, n) => `"${key}" = $${n + 2}`).join(' and ')
  const client = await desk.owner.connect()
  try {
    await client.query('begin')
    // Rows that are never changed are made old all the same: their triggers sleep in this transaction.
    await client.query(`alter table base."${table}" disable trigger user`)
    await client.query(
      `update base."${table}" set "${column}" = now() - make_interval(years => $1)${also} where ${where}`,
      [years, ...keys.map((key) => row[key])],
    )
    await client.query(`alter table base."${table}" enable trigger user`)
    await client.query('commit')
  } finally {
    client.release()
  }
}

async function isThere(everything: Everything, table: string): Promise<boolean> {
  const row = everything.rows.get(table)
  const keys = primaryKey(maps.find((one) => one.table === table)!)
  const where = keys.map((key, n) => `"${key}" = $${n + 1}`).join(' and ')
  return (
    (
      await ofOwner(
        `select from base."${table}" where ${where}`,
        keys.map((key) => row?.[key]),
      )
    ).length === 1
  )
}

const endDue = async (table: string) =>
  (await ofOwner('select base.end_due($1, 500) as ended', [table]))[0].ended as { rows: Record<string, number> }

describe('every table whose rows end by time', () => {
  // Of the provider alone, or made by nothing but its own operation: laid down where that is tried.
  const apart = ['audit_inbox', 'setup_token', 'retention_run']
  const units = unitsOf(maps).filter(({ root }) => wanted[root.table] !== 'none' && !apart.includes(root.table))

  it.each(units.map((unit) => [unit.root.table, unit] as const))('%s', async (table, { root, clock, parts }) => {
    const everything = await oneOfEverything(desk.owner, `Needle${newId().slice(-8)}`)
    await endDue(table)
    expect(await isThere(everything, table), 'a young row stays').toBe(true)
    for (const part of parts) if (part.until) await age(everything, part.map.table, part.until, 99)
    await age(everything, clock.of ?? table, clock.at, 99)
    const { rows } = await endDue(table)
    if (root.rule.retention === 'access') return
    expect(rows[table]).toBe(1)
    const gone = root.rule.retention !== 'provider' || root.rule.end === 'delete'
    expect(await isThere(everything, table)).toBe(!gone)
    for (const { map } of parts) expect(await isThere(everything, map.table), map.table).toBe(false)
    if (!gone) {
      const left = JSON.stringify(await ofOwner(`select * from base."${table}"`))
      expect(left).not.toContain(everything.needle)
    }
    expect((await endDue(table)).rows[table] ?? 0, 'a second run finds nothing').toBe(0)
  })
})

async function closedTicket(member: MemberActor, closed: string, authors: readonly MemberActor[] = [member]) {
  const id = newId()
  await ofOwner(
    `insert into base.ticket (account_id, id, opened_by, subject, status, closed_at)
     values ($1, $2, $3, 'Serverul vechi', 'closed', now() - $4::interval)`,
    [member.accountId, id, member.personId, closed],
  )
  for (const author of authors) {
    await ofOwner(
      `insert into base.message (account_id, id, ticket_id, author, body) values ($1, $2, $3, $4, 'Nu merge')`,
      [member.accountId, newId(), id, author.personId],
    )
  }
  return id
}

const ticketIsThere = async (id: string) => (await ofOwner('select from base.ticket where id = $1', [id])).length === 1

async function run() {
  await desk.runJob(sweepRetention.name, {})
  await desk.runJobs()
}

describe('a closed ticket', () => {
  it('stays to the last day of its period and goes on the next, with its messages and files', async () => {
    const member = await givenMember(desk)
    const early = await closedTicket(member, '3 years -1 hour')
    const late = await closedTicket(member, '3 years 1 hour')
    const fileId = newId()
    const [message] = await ofOwner('select id from base.message where ticket_id = $1', [late])
    await ofOwner(
      `insert into base.attachment (account_id, id, message_id, added_by, name, size_bytes) values ($1, $2, $3, $4, 'log.txt', 3)`,
      [member.accountId, fileId, message.id, member.personId],
    )
    const file = { accountId: member.accountId, fileId, content: Readable.from([Buffer.from('abc')]), maxBytes: 10 }
    await desk.tools.files.put(file)
    await run()
    expect(await ticketIsThere(early)).toBe(true)
    expect(await ticketIsThere(late)).toBe(false)
    expect(await ofOwner('select from base.message where ticket_id = $1', [late])).toEqual([])
    expect(await ofOwner('select from base.attachment where id = $1', [fileId])).toEqual([])
    await expect(desk.tools.files.read(member.accountId, fileId)).rejects.toThrow()
  })

  it('stays while somebody in it is restricted, or a claim holds the account or the person', async () => {
    const staff = await givenStaff(desk, { roles: ['privacy'] })
    const accountId = await givenAccount(desk)
    const [opener, other, third] = await Promise.all([1, 2, 3].map(() => givenMember(desk, { accountId })))
    const [withOther, withThird] = [
      await closedTicket(opener!, '4 years', [opener!, other!]),
      await closedTicket(third!, '4 years'),
    ]
    await ofOwner(
      `insert into base.limit_entry (account_id, person_id, number, kind, by_kind) values ($1, $2, 1, 'restricted', 'system')`,
      [accountId, other!.personId],
    )
    const reason = 'Cererea 123/2026, Judecătoria Cluj'
    const { holdId } = await desk.as(staff).call(setHold, { accountId, personId: third!.personId, reason })
    await run()
    expect([await ticketIsThere(withOther), await ticketIsThere(withThird)]).toEqual([true, true])
    const { due, held } = await desk.as(staff).call(listRetention, {})
    expect(due.find(({ table }) => table === 'ticket')).toMatchObject({ now: 0, held: 2 })
    expect(held).toContainEqual(
      expect.objectContaining({ personId: third!.personId, why: 'legal_hold', reason, holdId, due: null }),
    )
    expect(held).toContainEqual(
      expect.objectContaining({ personId: other!.personId, why: 'restricted', since: expect.any(Date), due: null }),
    )
    // An open request is shown with the day by which it has to be answered, and first of all.
    const received = new Date('2026-11-20T09:00:00Z')
    await ofOwner(
      `insert into base.rights_case (account_id, id, person_id, kind, route, status, words, received_at, due_on, language, identity, identity_at)
       values ($1, $2, $3, 'access', 'web', 'open', '', $4, '2026-12-21', 'ro', 'session', $4)`,
      [accountId, newId(), opener!.personId, received],
    )
    expect(
      (await desk.as(staff).call(listRetention, {})).held.filter((one) => one.accountId === accountId)[0],
    ).toMatchObject({ personId: opener!.personId, why: 'rights_case', since: received, due: '2026-12-21' })
    await ofOwner('delete from base.rights_case where account_id = $1', [accountId])

    await desk.as(staff).call(releaseHold, { accountId, holdId })
    await expect(desk.as(staff).call(releaseHold, { accountId, holdId })).rejects.toThrow('not found')
    await run()
    expect([await ticketIsThere(withOther), await ticketIsThere(withThird)]).toEqual([true, false])
  })

  it('is ended once when two runs meet, and an open ticket never', async () => {
    const member = await givenMember(desk)
    for (let n = 0; n < 40; n++) await closedTicket(member, '5 years')
    const [open] = [newId()]
    await ofOwner(
      `insert into base.ticket (account_id, id, opened_by, subject, status, created_at) values ($1, $2, $3, 'Vechi', 'open', '2001-01-01')`,
      [member.accountId, open, member.personId],
    )
    const both = await Promise.all([endDue('ticket'), endDue('ticket'), endDue('ticket')])
    expect(both.reduce((sum, { rows }) => sum + (rows.ticket ?? 0), 0)).toBe(40)
    expect(await ticketIsThere(open!)).toBe(true)
  })

  it('lets go of what pointed at it', async () => {
    const everything = await oneOfEverything(desk.owner, `Needle${newId().slice(-8)}`)
    const id = newId()
    const request = everything.rows.get('secret_request') as { id: string }
    await ofOwner(
      `insert into base.ticket (account_id, id, opened_by, subject, status, closed_at) values ($1, $2, $3, 'x', 'closed', '2001-01-01')`,
      [everything.accountId, id, everything.rows.get('person')?.id],
    )
    await ofOwner('update base.secret_request set ticket_id = $2 where id = $1', [request.id, id])
    await endDue('ticket')
    expect(await ofOwner('select ticket_id from base.secret_request where id = $1', [request.id])).toEqual([
      { ticket_id: null },
    ])
  })
})

it('keeps a secure request whose deposit still lives, however old it is', async () => {
  const everything = await oneOfEverything(desk.owner, `Needle${newId().slice(-8)}`)
  await age(everything, 'secret_request', 'expires_at', 99)
  expect((await endDue('secret_request')).rows.secret_request ?? 0).toBe(0)
  expect(await isThere(everything, 'deposit')).toBe(true)
})

it('shows each run with its counts, and lets nobody but the owner and the privacy officer see or start it', async () => {
  const staff = await givenStaff(desk, { roles: ['privacy'] })
  await closedTicket(await givenMember(desk), '9 years')
  await run()
  const { runs } = await desk.as(staff).call(listRetention, {})
  const last = runs.find(({ table }) => table === 'ticket')
  expect(last).toMatchObject({ batches: 1, ended: { ticket: 1, message: 1 } })
  expect(last?.finishedAt).toBeInstanceOf(Date)
  await expect(desk.as(await givenStaff(desk, { roles: ['technician'] })).call(listRetention, {})).rejects.toThrow()
})

it('says what another period would end, and ends nothing', async () => {
  const staff = await givenStaff(desk, { roles: ['owner'] })
  const id = await closedTicket(await givenMember(desk), '2 years')
  const tried = await desk.as(staff).call(listRetention, { class: 'conversation', period: 'P1Y' })
  expect(tried.due).toMatchObject([{ table: 'ticket', period: 'P1Y', span: { ro: '1 an', en: '1 year' } }])
  expect(tried.due[0]?.now).toBeGreaterThanOrEqual(1)
  expect(await ticketIsThere(id)).toBe(true)
  await expect(desk.as(staff).call(listRetention, { period: 'P1Y' })).rejects.toMatchObject({
    fields: { class: expect.any(String) },
  })
})

it('is not gone round by any purpose: the period lies in the function, and the parts of it are closed', async () => {
  const rights = await desk.database.urlOf('zavor_rights')
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: rights })
  await client.connect()
  try {
    await expect(client.query('select base.end_ticket(500)')).rejects.toThrow(/permission denied/)
    await expect(client.query('delete from base.retention_run')).rejects.toThrow(/permission denied/)
    await expect(client.query(`select base.end_due('person', 500)`)).rejects.toThrow(/no period ends rows of person/)
  } finally {
    await client.end()
  }
})

describe('a legal hold', () => {
  it('keeps the account from being erased until it is released, and is refused for what is gone', async () => {
    await givenProvider(desk)
    const staff = await givenStaff(desk, { roles: ['owner'] })
    const member = await givenMember(desk)
    const { accountId } = member
    const { holdId } = await desk.as(staff).call(setHold, { accountId, reason: 'Ordinul ANSPDCP 44/2026' })
    await expect(desk.as(member).call(endAccount, yes)).rejects.toMatchObject({ code: 'legal_hold' })
    await desk.as(staff).call(releaseHold, { accountId, holdId })
    await desk.as(member).call(endAccount, yes)
    const again = { accountId, reason: 'Ordinul ANSPDCP 45/2026' }
    await expect(desk.as(staff).call(setHold, again)).rejects.toThrow('account not found')
    await expect(desk.as(staff).call(setHold, { ...again, accountId: newId() })).rejects.toThrow('account not found')
    await expect(desk.as(member as never).call(setHold, again)).rejects.toThrow()
  })

  it('and an erasure at the same moment: one of them is refused', async () => {
    const staff = await givenStaff(desk, { roles: ['owner'] })
    for (let n = 0; n < 6; n++) {
      const member = await givenMember(desk)
      const { accountId } = member
      const [held, ended] = await Promise.allSettled([
        desk.as(staff).call(setHold, { accountId, reason: 'Ordinul ANSPDCP 46/2026' }),
        desk.as(member).call(endAccount, yes),
      ])
      expect([held.status, ended.status].sort()).toEqual(['fulfilled', 'rejected'])
    }
  })
})

describe('a batch that is under way', () => {
  beforeAll(() => givenProvider(desk))

  /**
   * A batch that has chosen the ticket, and waits for somebody who works on the first message of it; and then what would hold it.
   * Answers whether the ticket was there when the hold was answered, and in the end.
   */
  async function heldMeanwhile(hold: () => Promise<unknown>, ticketId: string) {
    const working = await desk.owner.connect()
    await working.query('begin')
    await working.query(
      `select from base.message m join base.ticket t on t.id = m.ticket_id
       where t.id = $1 and m.author = t.opened_by for update of m`,
      [ticketId],
    )
    const ending = endDue('ticket')
    await waiting(1)
    const holding = hold().then(() => ticketIsThere(ticketId))
    await Promise.race([holding, waiting(2)])
    await working.query('commit')
    working.release()
    await ending
    return { answered: await holding, end: await ticketIsThere(ticketId) }
  }

  it('is over before a claim is answered that would have held what it ends', async () => {
    const staff = await givenStaff(desk, { roles: ['owner'] })
    const member = await givenMember(desk)
    const { accountId } = member
    const ticketId = await closedTicket(member, '4 years')
    const hold = () => desk.as(staff).call(setHold, { accountId, reason: 'Ordinul ANSPDCP 47/2026' })
    expect(await heldMeanwhile(hold, ticketId)).toEqual({ answered: false, end: false })
    await desk.owner.query('update base.legal_hold set released_at = now(), released_by = set_by')
  })

  it('is over before somebody is answered that their data is restricted', async () => {
    const member = await givenMember(desk)
    const other = await givenMember(desk, { accountId: member.accountId })
    const ticketId = await closedTicket(member, '4 years', [other, member])
    const restrict = () => desk.as(other).call(makeRequest, { kind: 'restriction' })
    expect(await heldMeanwhile(restrict, ticketId)).toEqual({ answered: false, end: false })
  })

  it('leaves what was restricted or claimed before it began, and neither waits for its like', async () => {
    const staff = await givenStaff(desk, { roles: ['owner'] })
    const members = await Promise.all(Array.from({ length: 6 }, () => givenMember(desk)))
    const tickets = await Promise.all(members.map((member) => closedTicket(member, '4 years')))
    const held = new Set<string>()
    const holding = members.map(async (member, at) => {
      if (at % 2) await desk.as(member).call(makeRequest, { kind: 'restriction' })
      else await desk.as(staff).call(setHold, { accountId: member.accountId, reason: 'Ordinul ANSPDCP 48/2026' })
      if (await ticketIsThere(tickets[at]!)) held.add(tickets[at]!)
    })
    await Promise.all([...holding, endDue('ticket'), endDue('ticket')])
    await endDue('ticket')
    for (const ticketId of tickets) expect(await ticketIsThere(ticketId)).toBe(held.has(ticketId))
    await desk.owner.query(
      'update base.legal_hold set released_at = now(), released_by = set_by where released_at is null',
    )
  })
})

/** Until that many connections stand before a lock that another holds. */
async function waiting(count: number): Promise<void> {
  for (;;) {
    const [found] = await ofOwner(
      `select count(distinct l.pid)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where not l.granted and a.datname = current_database()`,
    )
    if (found.n >= count) return
    await new Promise((next) => setImmediate(next))
  }
}
