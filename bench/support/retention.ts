/** The end by time: how fast, against a bare DELETE of the same rows; and what who works meanwhile notices of it. */
import type { Pool } from 'pg'
import type { Desk } from '../../src/app/desk.ts'
import { replyToTicket } from '../../src/desk/ticket/reply-to-ticket.ts'
import { showTicket } from '../../src/desk/ticket/show-ticket.ts'
import { newId } from '../../src/platform/database/id.ts'
import type { Caller, MemberActor } from '../../src/privacy/operation/actor.ts'
import { endRetentionBatch } from '../../src/privacy/retention/end-batch.ts'
import { bareCopy, copyDue } from './bare-tables.ts'
import type { BenchDatabase } from './database.ts'
import { median } from './rate.ts'
import { atLeast, atMost, noted, type Result } from './report.ts'
import { addSubjects } from './rights-people.ts'

const messagesPerTicket = 4
const worker: Caller = { actor: { kind: 'system', job: endRetentionBatch.name }, via: 'job' }

interface Options {
  readonly small: boolean
  say(words: string): void
}

export async function retentionFigures(
  { owner }: BenchDatabase,
  desk: Desk,
  { small, say }: Options,
): Promise<Result[]> {
  const tickets = small ? 1_000 : 10_000
  say('the same tables, bare')
  await bareCopy(owner, ['ticket', 'message'])
  const pairs: { ours: number; bare: number }[] = []
  for (let round = 0; round < (small ? 2 : 14); round++) {
    const rows = await layDownDue(owner, tickets)
    await copyDue(owner)
    const ours = () => endAll(desk, owner)
    const bare = () => deleteBare(owner)
    const [first, second] = round % 2 === 0 ? [ours, bare] : [bare, ours]
    const [a, b] = [await seconds(first), await seconds(second)]
    const [own, other] = round % 2 === 0 ? [a, b] : [b, a]
    say(`retention: ${Math.round(rows / own)} rows a second, bare ${Math.round(rows / other)}`)
    // The first round warms both up.
    if (round > 0) pairs.push({ ours: rows / own, bare: rows / other })
  }
  say('those who work meanwhile')
  const { without, during, requests } = await foreground(owner, desk, small)
  return [
    atLeast(
      'retention / bare DELETE of the same rows, rows a second',
      median(pairs.map(({ ours, bare }) => ours / bare)),
      'ratio',
      0.8,
    ),
    noted('retention', median(pairs.map(({ ours }) => ours)), 'rows/s'),
    atMost('foreground p99 during retention / without', during / without, 'ratio', 2),
    noted('foreground p99 without retention', without, 'ms'),
    noted('foreground p99 during retention', during, 'ms'),
    noted('foreground requests during retention', requests, ''),
  ]
}

/** Closed four years ago, so past the period of conversations. Answers how many rows there are, messages with them. */
async function layDownDue(owner: Pool, tickets: number): Promise<number> {
  await owner.query(
    `with people as (select account_id, id, row_number() over () - 1 as n from base.person where erased_at is null limit 1000),
       many as (select count(*) as people from people),
       tickets as (
         insert into base.ticket (account_id, id, opened_by, subject, status, closed_at, created_at, last_activity_at)
         select p.account_id, gen_random_uuid(), p.id, 'Vechi caz' || g, 'closed', now() - interval '4 years',
           now() - interval '5 years', now() - interval '4 years'
         from generate_series(1, $1::integer) g, many join people p on true where p.n = g % many.people
         returning account_id, id, opened_by)
     insert into base.message (account_id, id, ticket_id, author, body, created_at)
     select t.account_id, gen_random_uuid(), t.id, t.opened_by, repeat('Serverul nu mai merge de azi dimineață. ', 4),
       now() - interval '5 years'
     from tickets t, generate_series(1, ${messagesPerTicket})`,
    [tickets],
  )
  await owner.query('analyze base.ticket, base.message')
  return tickets * (1 + messagesPerTicket)
}

/** Batch after batch, as the worker runs them; each queues the next, and that job is taken here at once. */
async function endAll(desk: Desk, owner: Pool): Promise<void> {
  const runId = newId()
  await owner.query(`insert into base.retention_run (id, table_name, class) values ($1, 'ticket', 'conversation')`, [
    runId,
  ])
  for (let batch = 0; ; batch++) {
    const { over } = await desk.call(worker, endRetentionBatch, { runId, table: 'ticket', batch })
    if (over) break
  }
  await owner.query(`delete from graphile_worker._private_jobs where payload ->> 'operation' = $1`, [
    endRetentionBatch.name,
  ])
}

async function deleteBare(owner: Pool): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(`delete from bare.message m using bare.ticket t
      where t.account_id = m.account_id and t.id = m.ticket_id and t.closed_at < now() - interval '3 years'`)
    await client.query(`delete from bare.ticket t where t.closed_at < now() - interval '3 years'`)
    await client.query('commit')
  } finally {
    client.release()
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

interface Foreground {
  readonly without: number
  readonly during: number
  readonly requests: number
}

/** Members who read their tickets and answer, at a pace that leaves the machine room: with and without a run of retention. */
async function foreground(owner: Pool, desk: Desk, small: boolean): Promise<Foreground> {
  const members = await addSubjects(owner, ['alone', 'alone', 'alone', 'alone'])
  const tickets = await Promise.all(members.map((member) => ticketsOf(owner, member)))
  const without: number[] = []
  const during: number[] = []
  for (let round = 0; round < (small ? 1 : 4); round++) {
    await layDownDue(owner, small ? 2_000 : 20_000)
    const quiet = work(desk, members, tickets, without)
    await new Promise((resolve) => setTimeout(resolve, small ? 1_000 : 8_000))
    await quiet.stop()
    const busy = work(desk, members, tickets, during)
    await endAll(desk, owner)
    await busy.stop()
  }
  return { without: p99(without), during: p99(during), requests: during.length }
}

async function ticketsOf(owner: Pool, { accountId }: MemberActor): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>('select id from base.ticket where account_id = $1', [accountId])
  return rows.map(({ id }) => id)
}

/** One request every 15 ms of each member, four of five a look and the fifth an answer. */
function work(desk: Desk, members: readonly MemberActor[], tickets: readonly string[][], times: number[]) {
  let going = true
  const one = async (actor: MemberActor, own: readonly string[]) => {
    for (let n = 0; going; n++) {
      const ticketId = own[Math.floor(Math.random() * own.length)] ?? ''
      const began = performance.now()
      if (n % 5 === 4) await desk.call({ actor, via: 'page' }, replyToTicket, { ticketId, body: 'Încă nu merge.' })
      else await desk.call({ actor, via: 'page' }, showTicket, { ticketId })
      times.push(performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
  }
  const all = Promise.all(members.map((member, at) => one(member, tickets[at] ?? [])))
  return {
    async stop() {
      going = false
      await all
    },
  }
}

function p99(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN
}
