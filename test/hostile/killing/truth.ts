/** What must be true of the database and the files after any kill, looked at past the purposes. */
import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Load } from './load.ts'
import type { People } from './people.ts'

/** Each answered message, with its words; each answered call, in the access log. Answers what is missing. */
export async function missingFrom(owner: Pool, load: Load): Promise<string[]> {
  const seen = [...load.messages]
  const answered = new Map(load.answered)
  const { rows: lost } = await owner.query<{ id: string }>(
    `select s.id from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as s (account_id, ticket_id, id, body)
     where not exists (select from base.message m
       where m.account_id = s.account_id and m.ticket_id = s.ticket_id and m.id = s.id and m.body = s.body)`,
    [seen.map((m) => m.accountId), seen.map((m) => m.ticketId), seen.map((m) => m.id), seen.map((m) => m.body)],
  )
  const { rows } = await owner.query<{ name: string; entries: number }>(
    `select account_id || ' ' || operation as name, count(*)::int as entries from base.audit_entry
     where outcome = 'done' and account_id is not null group by 1`,
  )
  const entries = new Map(rows.map((row) => [row.name, row.entries]))
  const unlogged = [...answered].filter(([name, count]) => (entries.get(name) ?? 0) < count)
  return [
    ...lost.map(({ id }) => `the message ${id} was answered and is not there`),
    ...unlogged.map(([name, count]) => `${name}: ${count} answered, ${entries.get(name) ?? 0} in the access log`),
  ]
}

/** Writes without their entries, halves of what belongs together, files cut short. Answers what is wrong. */
export async function halvesIn(owner: Pool, load: Load, dataFolder: string): Promise<string[]> {
  const count = async (what: string, sql: string, values: unknown[] = []) => {
    const { rows } = await owner.query<{ n: number }>(sql, values)
    return rows[0]?.n ? [`${rows[0].n} ${what}`] : []
  }
  const { rows: files } = await owner.query<{ account_id: string; id: string; size_bytes: number }>(
    'select account_id, id, size_bytes from base.attachment',
  )
  const cut = files.filter(({ account_id, id, size_bytes }) => {
    const path = join(dataFolder, 'files', account_id, id.slice(-2), id)
    return !existsSync(path) || statSync(path).size < size_bytes
  })
  return [
    ...(await count(
      'tickets without a first message',
      `select count(*)::int as n from base.ticket t where not exists (
         select from base.message m where m.account_id = t.account_id and m.ticket_id = t.id)
         or not exists (select from base.ticket_event e where e.account_id = t.account_id and e.ticket_id = t.id)`,
    )),
    ...(await count(
      'messages that nobody sent',
      'select count(*)::int as n from base.message where not (sending_id = any ($1::uuid[]))',
      [[...load.tried]],
    )),
    ...(await count(
      'messages more than entries in the access log',
      `select greatest(0, (select count(*) from base.message) - (select count(*) from base.audit_entry
         where operation in ('ticket.open', 'ticket.reply') and outcome = 'done'))::int as n`,
    )),
    ...(await count('entries still waiting to be chained', 'select count(*)::int as n from base.audit_inbox')),
    ...cut.map(({ id }) => `the file ${id} is missing or cut short`),
  ]
}

/** Each message is told of by one letter, and each letter left. Answers what is wrong; empty once all is done. */
export async function letterFaults(owner: Pool, taken: ReadonlyMap<string, number>): Promise<string[]> {
  const { rows: jobs } = await owner.query<{ operation: string; attempts: number; locked: boolean }>(
    `select payload ->> 'operation' as operation, attempts, locked_at is not null as locked
     from graphile_worker._private_jobs where key is null`,
  )
  const { rows: untold } = await owner.query<{ id: string }>(
    `select m.id from base.message m where 1 <> (
       select count(*) from base.message_notice n where n.account_id = m.account_id and n.message_id = m.id)`,
  )
  const { rows: letters } = await owner.query<{ id: string; status: string }>(
    'select id, status from base.letter union all select id, status from base.staff_letter',
  )
  const { rows: notices } = await owner.query<{ n: number }>('select count(*)::int as n from base.message_notice')
  const unsent = letters.filter(({ id, status }) => status !== 'sent' || !taken.has(id))
  return [
    ...jobs.map((job) => `${job.operation} waits, tried ${job.attempts} times${job.locked ? ', locked' : ''}`),
    ...untold.map(({ id }) => `nobody was told of the message ${id}`),
    ...unsent.map(({ id, status }) => `the letter ${id} is ${status}`),
    ...(letters.length === notices[0]?.n ? [] : [`${letters.length} letters for ${notices[0]?.n} notices`]),
  ]
}

/** Every file that was sent and answered comes back byte for byte. Answers which do not. */
export async function spoiltFiles(origin: string, { clients }: People, load: Load): Promise<string[]> {
  const spoilt: string[] = []
  for (const { accountId, id, sha256 } of load.files) {
    const key = clients.find((client) => client.accountId === accountId)!.key
    const answer = await fetch(`${origin}/api/v1/accounts/${accountId}/attachments/${id}`, {
      headers: { authorization: `Bearer ${key}` },
    })
    const { content = '' } = (await answer.json()) as { content?: string }
    const found = createHash('sha256').update(Buffer.from(content, 'base64')).digest('hex')
    if (found !== sha256) spoilt.push(`the file ${id} was answered ${answer.status} and differs`)
  }
  return spoilt
}
