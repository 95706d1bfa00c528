/** What a purpose costs: the same questions through a purpose's view and on the base tables, by the same driver. */
import type { Pool } from 'pg'
import { z } from 'zod'
import { newId } from '../src/platform/database/id.ts'
import { ownerPool } from '../src/platform/database/owner-pool.ts'
import { openPool, statementName } from '../src/platform/database/pool.ts'
import { NotFound } from '../src/privacy/operation/errors.ts'
import { readOperation } from '../src/privacy/operation/operation.ts'
import { benchDatabase } from './support/database.ts'
import { type Request, ratio } from './support/rate.ts'
import { atLeast, type Bench, noted } from './support/report.ts'
import { fillTickets, idOf } from './support/tickets.ts'

const clients = 16

const byKey = 'select id, subject, status, created_at from SCHEMA.ticket where account_id = $1 and id = $2'
const newest = `select t.id, t.subject, t.last_activity_at, p.name from
  (select account_id, id, subject, last_activity_at, opened_by from SCHEMA.ticket
   where closed_at is null and (last_activity_at, id) < ($1, $2) order by last_activity_at desc, id desc limit 50) t
  left join SCHEMA.person p on p.account_id = t.account_id and p.id = t.opened_by
  order by t.last_activity_at desc, t.id desc`
const search = `select id, subject, last_activity_at from SCHEMA.ticket where search @@ $1::tsquery limit 50`

/** A read as an operation makes it whose question says whom it is about, with its log entry: the price of the log. */
const readTicket = readOperation({
  name: 'bench.read',
  purpose: 'support',
  who: { staff: 'any' },
  input: z.object({ accountId: z.uuid(), ticketId: z.uuid() }),
  output: z.object({ id: z.uuid(), subject: z.string(), status: z.string(), created_at: z.date() }),
  concerns: ({ input }) => ({ accountId: input.accountId }),
  async run({ db, input }) {
    const ticket = await db
      .selectFrom('ticket')
      .select(['id', 'subject', 'status', 'created_at'])
      .where('account_id', '=', input.accountId)
      .where('id', '=', input.ticketId)
      .executeTakeFirst()
    if (!ticket) throw new NotFound('ticket')
    return ticket
  },
})

export const purposesBench: Bench = async ({ small, say }) => {
  const volume = {
    accounts: small ? 500 : 5_000,
    peoplePerAccount: 4,
    tickets: small ? 50_000 : 500_000,
    messagesPerTicket: 0,
    limitedPersons: small ? 100 : 1_000,
  }
  say(`laying down ${volume.tickets} tickets`)
  const database = await benchDatabase()
  try {
    await fillTickets(database.owner, volume)
    // What was laid down is tidied up now, not by a vacuum of its own in the middle of a measurement.
    await database.owner.query('vacuum (analyze)')
    const base = pooled(await superPool(database.owner))
    const support = pooled(openPool(database.urlOf('support'), { max: clients }))
    const key = () => {
      const n = Math.floor(Math.random() * volume.tickets)
      return [idOf('account', n % volume.accounts), idOf('ticket', n)]
    }
    const page = () => [new Date(Date.now() - Math.random() * volume.tickets * 500), idOf('ticket', volume.tickets)]
    const rare = () => [`caz${Math.floor(Math.random() * volume.tickets)}`]
    const pair = (text: string, values: () => unknown[]): [Request, Request] => [
      () => support(text.replaceAll('SCHEMA', 'support'), values()),
      () => base(text.replaceAll('SCHEMA', 'base'), values()),
    ]
    say('read by key')
    const read = await ratio(clients, ...pair(byKey, key))
    say('newest 50')
    const list = await ratio(clients, ...pair(newest, page))
    say('search')
    const found = await ratio(clients, ...pair(search, rare))
    say('audited read')
    const desk = await database.desk([readTicket])
    const caller = {
      actor: {
        kind: 'staff',
        loginId: newId(),
        staffId: newId(),
        roles: ['technician'],
        freshAt: null,
        secondFactor: true,
      },
      via: 'api',
    } as const
    const unlogged = desk.handles.of('support')
    const known = visibleKeys(volume)
    const audited = await ratio(
      clients,
      () => desk.call(caller, readTicket, known()),
      () => {
        const { accountId, ticketId } = known()
        return unlogged
          .selectFrom('ticket')
          .select(['id', 'subject', 'status', 'created_at'])
          .where('account_id', '=', accountId)
          .where('id', '=', ticketId)
          .executeTakeFirst()
      },
    )
    await desk.close()
    return [
      atLeast('read by key, purpose / base', read.median, 'ratio', 0.85),
      atLeast('newest 50 with names, purpose / base', list.median, 'ratio', 0.9),
      atLeast('search, purpose / base', found.median, 'ratio', 0.9),
      atLeast('audited read / plain read', audited.median, 'ratio', 0.5),
      noted('reads by key through the purpose', read.ours, '1/s'),
      noted('audited reads', audited.ours, '1/s'),
    ]
  } finally {
    await database.close()
  }
}

/** Tickets of people who are not limited. */
function visibleKeys({
  accounts,
  peoplePerAccount,
  tickets,
  limitedPersons,
}: {
  accounts: number
  peoplePerAccount: number
  tickets: number
  limitedPersons: number
}) {
  const step = Math.floor((accounts * peoplePerAccount) / limitedPersons)
  return () => {
    for (;;) {
      const n = Math.floor(Math.random() * tickets)
      const person = (n % accounts) * peoplePerAccount + (Math.floor(n / accounts) % peoplePerAccount)
      if (person % step !== 0) return { accountId: idOf('account', n % accounts), ticketId: idOf('ticket', n) }
    }
  }
}

async function superPool(owner: Pool): Promise<Pool> {
  const { connectionString } = owner.options
  return ownerPool(connectionString ?? '', clients)
}

function pooled(pool: Pool): (text: string, values: unknown[]) => Promise<unknown> {
  return (text, values) => {
    const name = statementName(text)
    return pool.query(name ? { name, text, values } : { text, values })
  }
}
