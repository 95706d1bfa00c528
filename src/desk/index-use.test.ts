/** Every list, count and search of the desk stands on an index, at a volume where it matters. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../test/support/postgres.ts'
import { newId } from '../platform/database/id.ts'
import type { PageKey } from '../platform/database/page-key.ts'
import { newestArticles } from './article/article.queries.ts'
import { fittingArticles, fittingPublicArticles } from './article/suggest.queries.ts'
import { newestVersions } from './article/version.queries.ts'
import { newestClients, searchClients } from './clients/clients.queries.ts'
import type { Db } from './desk-db.ts'
import { countQueues, queueTickets } from './inbox/inbox.queries.ts'
import { playbookVersions } from './playbook/playbook.queries.ts'
import { searchTickets } from './search/search.queries.ts'
import { searchQuery } from './search/search-query.ts'
import { newestEntries } from './ticket/conversation.queries.ts'
import { ticketsOf } from './ticket/list-tickets.ts'
import { findTicket } from './ticket/ticket.queries.ts'
import { followTicketLink } from './ticket/ticket-link.ts'

const tickets = 20_000
const staffId = newId()
let database: TestDatabase
let db: Db
let ran: { sql: string; parameters: readonly unknown[] }[] = []
let pool: pg.Pool
let one: { account_id: string; id: string }

beforeAll(async () => {
  database = await cloneDatabase()
  await fill(database.owner)
  pool = new pg.Pool({ connectionString: database.urlOf('zavor_support'), max: 2 })
  // One that is still leaving when the database is dropped is cut off.
  pool.on('error', () => {})
  db = new Kysely({
    dialect: new PostgresDialect({ pool }),
    log: (event) => {
      ran.push({ sql: event.query.sql, parameters: event.query.parameters })
    },
  }) as unknown as Db
  one = (await database.owner.query('select account_id, id from base.ticket limit 1')).rows[0]
}, 120_000)
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

/** 200 clients; every word of its own number is in one ticket, "obisnuit" in every message, "rar" in one of a thousand. */
async function fill(owner: pg.Pool): Promise<void> {
  await owner.query(
    `insert into base.staff (id, name, email, roles, language, joined_at) values ($1, 'R', 'r@provider.test', '{technician}', 'ro', now())`,
    [staffId],
  )
  await owner.query(
    `insert into base.account (id, kind, name, language, created_at)
     select gen_random_uuid(), 'client', 'Client ' || n, 'ro', now() - n * interval '1 hour' from generate_series(1, 2000) n`,
  )
  await owner.query(
    `insert into base.person (account_id, id, name, email, language)
     select id, gen_random_uuid(), 'Persoana ' || name, replace(name, ' ', '.') || '@client.test', 'ro' from base.account`,
  )
  await owner.query(`alter table base.ticket disable trigger mark_ticket`)
  await owner.query(
    `insert into base.ticket (account_id, id, opened_by, subject, status, closed_at, assigned_to, assigned_at, last_activity_at, channel)
     select p.account_id, gen_random_uuid(), p.id, 'Subiect numarul' || n,
       case when n % 20 = 0 then 'open' when n % 20 = 1 then 'waiting_us' when n % 20 = 2 then 'waiting_client' else 'closed' end,
       case when n % 20 < 3 then null else now() end,
       case when n % 40 = 0 then $1::uuid end, case when n % 40 = 0 then now() end, now() - n * interval '1 minute',
       case when n % 100 = 0 then 'chat' else 'desk' end
     from generate_series(1, ${tickets}) n
       join (select *, row_number() over (order by id) as r from base.person) p on p.r = n % 2000 + 1`,
    [staffId],
  )
  await owner.query(`alter table base.message disable trigger mark_message`)
  await owner.query(
    `insert into base.message (account_id, id, ticket_id, author, body, created_at)
     select t.account_id, gen_random_uuid(), t.id, t.opened_by,
       'obisnuit cuvant' || (row_number() over (order by t.id)) || case when t.number % 1000 = 0 then ' rar' else '' end,
       t.last_activity_at
     from base.ticket t, generate_series(1, 3)`,
  )
  await owner.query(
    `insert into base.note (account_id, id, ticket_id, author_staff, body)
     select account_id, gen_random_uuid(), id, $1, 'nota ' || number from base.ticket limit 5000`,
    [staffId],
  )
  await owner.query(
    `insert into base.playbook (account_id, id, version, hours, escalation, tone, refunds, never, by_staff)
     select id, gen_random_uuid(), v, '', '', '', '', '', $1 from base.account, generate_series(1, 5) v`,
    [staffId],
  )
  await owner.query(
    `insert into base.ticket_link (account_id, id, ticket_id, person_id, token_hash)
     select account_id, gen_random_uuid(), id, opened_by, md5(id::text) from base.ticket limit 5000`,
  )
  await owner.query(
    `insert into base.article (account_id, id, title, body, by_staff)
     select a.id, gen_random_uuid(), 'Articol ' || n, 'obisnuit cuvant' || n, $1
     from generate_series(1, 20) n, (select id from base.account limit 1000) a`,
    [staffId],
  )
  await owner.query(
    `insert into base.article_version (account_id, id, article_id, revision, title, body, by_staff)
     select account_id, gen_random_uuid(), id, 1, title, body, by_staff from base.article`,
  )
  await owner.query(
    `insert into base.public_article (id, slug, title_ro, title_en, body_ro, body_en, updated_by, published_at)
     select gen_random_uuid(), 'articol-' || n, 'Articol ' || n, 'Article ' || n, 'cuvant' || n, 'word' || n, $1, now()
     from generate_series(1, 20000) n`,
    [staffId],
  )
  await owner.query('vacuum analyze')
}

async function plansOf(run: () => Promise<unknown>, how = 'costs'): Promise<string> {
  ran = []
  await run()
  const plans: string[] = []
  for (const { sql, parameters } of [...ran]) {
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>({
      text: `explain (${how}) ${sql}`,
      values: [...parameters],
    })
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
  }
  return plans.join('\n\n')
}

const after = { at: new Date(Date.now() - 3_600_000), id: newId() }
const every = { number: null, accountId: null, notes: true }

it.each([
  ['all open', 'ticket_open', () => queueTickets(db, 'open', staffId, undefined)],
  ['all open, further on', 'ticket_open', () => queueTickets(db, 'open', staffId, after)],
  ['unassigned', 'ticket_unassigned', () => queueTickets(db, 'unassigned', staffId, undefined)],
  ['mine', 'ticket_mine', () => queueTickets(db, 'mine', staffId, undefined)],
  ['waiting', 'ticket_waiting', () => queueTickets(db, 'waiting', staffId, after)],
  ['closed', 'ticket_closed', () => queueTickets(db, 'closed', staffId, after)],
  [
    'one client’s',
    'ticket_of_account',
    () => ticketsOf(db, { accountId: one.account_id, orderId: undefined }, undefined),
  ],
  ['one ticket, by staff', 'ticket_by_id', () => findTicket(db, one.id, null)],
  ['one ticket, by a member', 'ticket_', () => findTicket(db, one.id, one.account_id)],
  [
    'a conversation',
    'message_of_ticket',
    () => newestEntries(db, { accountId: one.account_id, ticketId: one.id, eyes: 'staff' }, after),
  ],
  [
    'search by number',
    'ticket_by_number',
    () => searchTickets(db, { ...every, query: "'1042'", number: 1042 }, undefined),
  ],
  ['versions of a sheet', 'playbook_', () => playbookVersions(db, one.account_id, 9, 20)],
  ['clients', 'account_newest', () => newestClients(db, 'client', after, 50)],
  ['search for clients', 'account_words', () => searchClients(db, searchQuery('Client 77')!, 50)],
  ['search for people', 'person_words', () => searchClients(db, searchQuery('client.77@client')!, 50)],
  [
    'one client’s articles',
    'article_newest',
    () => newestArticles(db, { accountId: one.account_id, query: null, dropped: false }, after),
  ],
  ['articles that fit', 'article_', () => fittingArticles(db, one.account_id, ["'cuvant7':*", "'nicaieri':*"], 1)],
  [
    'public articles that fit',
    'public_article_search_ro',
    () => fittingPublicArticles(db, 'ro', ["'cuvant777':*", "'nicaieri':*"], 1),
  ],
  [
    'what an article said',
    'article_version_of_article',
    () => newestVersions(db, { accountId: one.account_id, articleId: one.id }, 9),
  ],
  [
    'a link',
    'ticket_link_',
    () =>
      followTicketLink(
        db,
        Buffer.from(`${one.account_id.replaceAll('-', '')}${'0'.repeat(64)}`, 'hex').toString('base64url'),
      ),
  ],
] as const)('%s: %s', async (_words, index, run) => {
  const plan = await plansOf(run)
  expect(plan).toContain(index)
  // Small tables are read whole, and rightly so; these are not small.
  expect(plan).not.toMatch(
    /Seq Scan on (ticket|message|note|person|playbook|ticket_link|article|article_version|public_article)\b/,
  )
})

it('counts the queues from the indexes alone', async () => {
  const plan = await plansOf(() => countQueues(db, staffId))
  expect(plan.match(/Index Only Scan/g)).toHaveLength(5)
  const found = { mine: 500, unassigned: 1000, chat: 200, waiting: 1000, open: 1000 }
  expect(await countQueues(db, staffId)).toEqual(found)
})

it('walks back for a common word and reads the index of words for every other', async () => {
  const plan = (query: string) => plansOf(() => searchTickets(db, { ...every, query }, after), 'analyze, timing off')
  const ran = (text: string, index: string) =>
    text.split('\n').some((line) => line.includes(index) && !line.includes('never executed'))
  const common = await plan("'obisnuit'")
  expect(ran(common, 'message_newest')).toBe(true)
  expect(ran(common, 'message_search')).toBe(false)
  for (const query of ["'rar'", "'cuvant1234':*", "'nicaieri'", "'obisnuit' & 'rar'"]) {
    const rare = await plan(query)
    expect(ran(rare, 'message_search'), query).toBe(true)
    const walked = rare
      .split('\n')
      .filter((line) => line.includes('message_newest') && !line.includes('never executed'))
    // The sample alone.
    expect(walked, query).toHaveLength(1)
    expect(rare).not.toMatch(/Seq Scan on (ticket|message|note)\b/)
  }
})

async function allFound(query: string): Promise<Set<string>> {
  const found = new Set<string>()
  let after: PageKey | undefined
  for (;;) {
    const rows = await searchTickets(db, { ...every, query }, after)
    const page = rows.slice(0, 50)
    for (const { id } of page) found.add(id)
    const last = page.at(-1)
    if (rows.length <= 50 || !last) return found
    after = { at: last.lastActivityAt, id: last.id }
  }
}

it('finds the newest hits of a word that became common and was rare before', async () => {
  const { rows } = await database.owner.query<{ id: string }>(
    `update base.message m set body = body || ' incident' from (select account_id, id from base.message order by created_at desc limit 150) n
     where m.account_id = n.account_id and m.id = n.id returning m.ticket_id as id`,
  )
  await database.owner.query(
    `update base.message set body = body || ' incident' where (account_id, id) in
      (select account_id, id from base.message order by created_at limit 3)`,
  )
  const oldest = await database.owner.query<{ id: string }>(
    'select distinct ticket_id as id from (select ticket_id from base.message order by created_at limit 3) o',
  )
  const wanted = new Set([...rows, ...oldest.rows].map(({ id }) => id))
  expect(await allFound("'incident'")).toEqual(wanted)
})

it('answers a common word with one page, as it does a rare one', async () => {
  for (const word of ["'obisnuit'", "'rar'", "'cuvant1':*"]) {
    const found = await searchTickets(db, { ...every, query: word }, undefined)
    expect(found.length, word).toBeGreaterThan(0)
    expect(found.length, word).toBeLessThanOrEqual(51)
  }
})
