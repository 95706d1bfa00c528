/** Everything that is written about a ticket. */
import { sql } from 'kysely'
import { newId } from '../../platform/database/id.ts'
import { writtenOnce } from '../../platform/database/written-once.ts'
import { type Author, personIn, staffIn } from '../author.ts'
import type { Db, Trx } from '../desk-db.ts'
import type { LockedTicket } from './lock-ticket.ts'
import type { LaterStatus, TicketChannel, TicketEventKind, TicketStatus } from './ticket.rules.ts'

const now = sql<Date>`now()`

export interface Placed {
  readonly accountId: string
  readonly ticketId: string
}

export interface Opening {
  readonly accountId: string
  readonly by: Author
  readonly subject: string
  readonly status: TicketStatus
  readonly orderId: string | null
  readonly body: string
  readonly sendingId?: string | undefined
  /** Left out: through the desk. */
  readonly channel?: TicketChannel | undefined
}

/** A new ticket, the first line of its course and its first message, in one statement. */
export async function insertTicket(trx: Trx, opening: Opening): Promise<{ ticketId: string; messageId: string }> {
  const { accountId, by, subject, status, orderId, body, sendingId } = opening
  const [ticketId, eventId, messageId] = [newId(), newId(), newId()]
  const person = personIn(by)
  const staff = staffIn(by)
  const given = { accountId, ticketId, eventId, messageId, person, staff, subject, status, orderId, body }
  await openingRows(trx, { ...given, sendingId: sendingId ?? null, channel: opening.channel ?? 'desk' })
  return { ticketId, messageId }
}

interface OpeningRows {
  readonly accountId: string
  readonly ticketId: string
  readonly eventId: string
  readonly messageId: string
  readonly person: string | null
  readonly staff: string | null
  readonly subject: string
  readonly status: TicketStatus
  readonly orderId: string | null
  readonly body: string
  readonly sendingId: string | null
  readonly channel: TicketChannel
}

const openingRows = writtenOnce((db: Db, one: OpeningRows) =>
  db
    .with('opened', (with_) =>
      with_.insertInto('ticket').values({
        account_id: one.accountId,
        id: one.ticketId,
        opened_by: one.person,
        opened_by_staff: one.staff,
        subject: one.subject,
        status: one.status,
        order_id: one.orderId,
        channel: one.channel,
      }),
    )
    .with('noted', (with_) =>
      with_.insertInto('ticket_event').values({
        account_id: one.accountId,
        id: one.eventId,
        ticket_id: one.ticketId,
        kind: 'opened',
        by_person: one.person,
        by_staff: one.staff,
      }),
    )
    .insertInto('message')
    .values({
      account_id: one.accountId,
      id: one.messageId,
      ticket_id: one.ticketId,
      author: one.person,
      author_staff: one.staff,
      sending_id: one.sendingId,
      body: one.body,
    }),
)

export async function insertMessage(
  trx: Trx,
  { accountId, ticketId }: Placed,
  by: Author,
  { body, sendingId }: { body: string; sendingId?: string | undefined },
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('message')
    .values({
      account_id: accountId,
      id,
      ticket_id: ticketId,
      author: personIn(by),
      author_staff: staffIn(by),
      sending_id: sendingId ?? null,
      body,
    })
    .execute()
  return id
}

export async function insertEvent(
  trx: Trx,
  { accountId, ticketId }: Placed,
  by: Author | null,
  kind: TicketEventKind,
  assignee: string | null = null,
): Promise<void> {
  await trx
    .insertInto('ticket_event')
    .values({
      account_id: accountId,
      id: newId(),
      ticket_id: ticketId,
      kind,
      by_person: by && personIn(by),
      by_staff: by && staffIn(by),
      assignee,
    })
    .execute()
}

/** A change of status, with its line in the ticket's course unless it is only the turn passing with an answer. */
export async function changeStatus(trx: Trx, ticket: LockedTicket, by: Author, status: LaterStatus): Promise<void> {
  await touch(trx, ticket, status)
  await insertEvent(trx, placeOf(ticket), by, status)
}

/** Activity: the ticket comes to the top of every list, with the status that it now has. */
export async function touch(trx: Trx, ticket: LockedTicket, status: TicketStatus): Promise<void> {
  const changed =
    status === ticket.status ? {} : { status, status_at: now, closed_at: status === 'closed' ? now : null }
  await trx
    .updateTable('ticket')
    .set({ last_activity_at: sql<Date>`greatest(last_activity_at, now())`, ...changed })
    .where('account_id', '=', ticket.account_id)
    .where('id', '=', ticket.id)
    .execute()
}

export async function assign(trx: Trx, ticket: LockedTicket, by: Author, to: string | null): Promise<void> {
  await trx
    .updateTable('ticket')
    .set({ assigned_to: to, assigned_at: to === null ? null : now })
    .where('account_id', '=', ticket.account_id)
    .where('id', '=', ticket.id)
    .execute()
  await insertEvent(trx, placeOf(ticket), by, to === null ? 'released' : 'assigned', to)
}

export function placeOf(ticket: LockedTicket): Placed {
  return { accountId: ticket.account_id, ticketId: ticket.id }
}

/**
 * The message that a form sent already left, so that sending it twice is sending it once. Forms with the same sending
 * wait for one another here, until the transaction ends.
 */
export async function sentBefore(
  trx: Trx,
  accountId: string,
  sendingId: string | undefined,
): Promise<{ id: string; ticketId: string } | undefined> {
  if (sendingId === undefined) return undefined
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${accountId} ${sendingId}`}, 40))`.execute(trx)
  return await trx
    .selectFrom('message')
    .select(['id', 'ticket_id as ticketId'])
    .where('account_id', '=', accountId)
    .where('sending_id', '=', sendingId)
    .executeTakeFirst()
}
