/** Searching tickets by words: in subjects, in messages, and for the staff in their notes. */
import { type RawBuilder, sql } from 'kysely'
import type { PageKey } from '../../platform/database/page-key.ts'
import type { Db } from '../desk-db.ts'
import { lines, withNames } from '../ticket/ticket.queries.ts'
import type { TicketLine } from '../ticket/ticket.view.ts'

/** So many of the newest hits in each place are looked at: what a search costs has a bound, however common the word. */
export const mostHits = 300

export interface Search {
  /** From searchQuery: safe to be written into the statement. */
  readonly query: string
  readonly number: number | null
  /** Null: all accounts, for the staff. */
  readonly accountId: string | null
  readonly notes: boolean
}

/**
 * Tickets that hold the words, newest activity first, one more than a page. The query stands in the statement itself:
 * the planner then knows how rare its words are and takes the index of words or the one of time by that.
 */
export async function searchTickets(
  db: Db,
  { query, number, accountId, notes }: Search,
  after: PageKey | undefined,
  pageSize: number,
): Promise<TicketLine[]> {
  const words = sql`to_tsquery('pg_catalog.simple', ${sql.lit(query)})`
  const own = accountId === null ? sql`` : sql`and x.account_id = ${accountId}`
  const hits = (table: string, ticket: string, time: string): RawBuilder<unknown> =>
    sql`(select x.account_id, ${sql.ref(`x.${ticket}`)} as id from ${sql.table(table)} x
      where x.search @@ ${words} ${own} order by ${sql.ref(`x.${time}`)} desc limit ${sql.lit(mostHits)})`
  const places = [hits('ticket', 'id', 'last_activity_at'), hits('message', 'ticket_id', 'created_at')]
  if (notes) places.push(hits('note', 'ticket_id', 'created_at'))
  if (number !== null) places.push(sql`(select x.account_id, x.id from ticket x where x.number = ${number} ${own})`)
  let page = db
    .selectFrom('ticket')
    .selectAll('ticket')
    .where(sql<boolean>`(ticket.account_id, ticket.id) in (${sql.join(places, sql` union `)})`)
  if (after) page = page.where(sql<boolean>`(last_activity_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  return lines(
    withNames(
      db,
      page
        .orderBy('last_activity_at', 'desc')
        .orderBy('id', 'desc')
        .limit(pageSize + 1),
    ),
  )
}
