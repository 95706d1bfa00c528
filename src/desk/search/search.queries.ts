/** Searching tickets by words: in subjects, in messages, and for the staff in their notes. */
import { type RawBuilder, sql } from 'kysely'
import type { PageKey } from '../../platform/database/page-key.ts'
import { writtenOnce } from '../../platform/database/written-once.ts'
import type { Db } from '../desk-db.ts'
import { lineOf, pageSize, withNames } from '../ticket/ticket.queries.ts'
import type { TicketLine } from '../ticket/ticket.view.ts'

/** So many of the newest hits in each place are looked at: what a search costs has a bound, however common the word. */
export const mostHits = 200
/** A word in more than one of fifty rows is looked for from the newest row back; a rarer one through the index of words. */
const sampled = 300
const commonFrom = 6
const lookedBack = 20_000

export interface Search {
  /** From searchQuery. */
  readonly query: string
  readonly number: number | null
  /** Null: all accounts, for the staff. */
  readonly accountId: string | null
  readonly notes: boolean
}

interface Place {
  readonly table: 'ticket' | 'message' | 'note'
  readonly ticket: 'id' | 'ticket_id'
}

const subjects: Place = { table: 'ticket', ticket: 'id' }
const messages: Place = { table: 'message', ticket: 'ticket_id' }
const notes: Place = { table: 'note', ticket: 'ticket_id' }

/** Tickets that hold the words, newest activity first, one more than a page. */
export async function searchTickets(db: Db, search: Search, after: PageKey | undefined): Promise<TicketLine[]> {
  const found = search.notes ? foundWithNotes : foundWithoutNotes
  const rows = await found(db, {
    query: search.query,
    number: search.number ?? undefined,
    accountId: search.accountId ?? undefined,
    at: after?.at,
    before: after?.id,
  })
  return rows.map(lineOf)
}

interface Sought {
  readonly query: string
  readonly number: number | undefined
  readonly accountId: string | undefined
  readonly at: Date | undefined
  readonly before: string | undefined
}

const foundWithNotes = writtenOnce((db: Db, sought: Sought) => foundIn(db, [subjects, messages, notes], sought))
const foundWithoutNotes = writtenOnce((db: Db, sought: Sought) => foundIn(db, [subjects, messages], sought))

function foundIn(db: Db, places: readonly Place[], { query, number, accountId, at, before }: Sought) {
  const words = sql`to_tsquery('pg_catalog.simple', ${query})`
  const hits = places.map((place) => (accountId ? hitsIn(place, words, accountId) : hitsAnywhere(place, words)))
  if (number) {
    const own = accountId ? sql`and account_id = ${accountId}` : sql``
    hits.push(sql`(select account_id, id from ticket where number = ${number} ${own})`)
  }
  // Each hit is looked up by its key: joined freely, the planner may read all tickets for the sake of a few hundred.
  let page = db
    .selectFrom(sql<{ account_id: string; id: string }>`(${sql.join(hits, sql` union `)})`.as('hit'))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('ticket')
          .selectAll()
          .whereRef('ticket.account_id', '=', 'hit.account_id')
          .whereRef('ticket.id', '=', 'hit.id')
          .limit(1)
          .as('found'),
      (join) => join.onTrue(),
    )
    .selectAll('found')
  if (before) page = page.where(sql<boolean>`(last_activity_at, found.id) < (${at}::timestamptz, ${before}::uuid)`)
  return withNames(
    db,
    page
      .orderBy('last_activity_at', 'desc')
      .orderBy('found.id', 'desc')
      .limit(pageSize + 1),
  )
}

/** Hits in one account: through its own rows or the index of words, whichever are fewer, as the planner knows both. */
function hitsIn(place: Place, words: RawBuilder<unknown>, accountId: string): RawBuilder<unknown> {
  return newestOf(place, sql`account_id = ${accountId} and search @@ ${words}`)
}

/**
 * Hits in all accounts. The planner cannot be left to guess how common a word is: a wrong guess reads a million rows. So
 * the newest rows are asked first; then either the rows are walked back from the newest, as far as there is hope, or
 * the index of words is read, which is short for such a word. What the gates (one-time filters) close is never run.
 */
function hitsAnywhere(place: Place, given: RawBuilder<unknown>): RawBuilder<unknown> {
  // As a query of its own, so that nothing is guessed of the words and the statement need not be planned again for others.
  const words = sql`(select ${given})`
  const table = sql.table(place.table)
  const ticket = sql.ref(place.ticket)
  const newest = (gate: RawBuilder<unknown>, most: number) =>
    sql`(select account_id, ${ticket} as id, created_at as at, search from ${table} where ${gate}
      order by created_at desc limit ${sql.lit(most)}) newest`
  return sql`(
    with common as (
      select count(*) >= ${sql.lit(commonFrom)} as often from ${newest(sql`true`, sampled)} where search @@ ${words}
    ), near as materialized (
      select account_id, id from ${newest(sql`(select often from common)`, lookedBack)} where search @@ ${words}
      order by at desc limit ${sql.lit(mostHits)}
    )
    select account_id, id from near union all
    ${newestOf(place, sql`(select count(*) from near) < ${sql.lit(mostHits)} and search @@ ${words}`)})`
}

/** The newest rows that a condition takes. The inner `offset 0` keeps the planner from walking by time in hope of a match. */
function newestOf(place: Place, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select account_id, id from (
      select account_id, ${sql.ref(place.ticket)} as id, created_at as at
      from ${sql.table(place.table)} where ${condition} offset 0) found
    order by at desc limit ${sql.lit(mostHits)})`
}
