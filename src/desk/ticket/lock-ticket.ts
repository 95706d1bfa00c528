import { sql } from 'kysely'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import type { Trx } from '../desk-db.ts'
import type { TicketStatus } from './ticket.rules.ts'

export interface LockedTicket {
  readonly account_id: string
  readonly id: string
  readonly status: TicketStatus
  readonly assigned_to: string | null
  readonly opened_by: string | null
}

/**
 * The ticket, held against every other change until the transaction ends. A member reaches those of their account only.
 * @throws NotFound also when it is another account's, or limited
 */
export async function lockTicket(trx: Trx, actor: MemberActor | StaffActor, ticketId: string): Promise<LockedTicket> {
  return lockTicketOf(trx, actor.kind === 'member' ? actor.accountId : null, ticketId)
}

/** As lockTicket, for who comes with an account rather than as an actor. */
export async function lockTicketOf(trx: Trx, accountId: string | null, ticketId: string): Promise<LockedTicket> {
  const own = accountId === null ? sql`` : sql`and b.account_id = ${accountId}`
  // The lock needs the base table; that the ticket may be seen at all is the view's to say.
  const { rows } = await sql<LockedTicket>`
    select b.account_id, b.id, b.status, b.assigned_to, b.opened_by from base.ticket b
    where b.id = ${ticketId} ${own}
      and exists (select from ticket v where v.account_id = b.account_id and v.id = b.id)
    for update of b`.execute(trx)
  const [ticket] = rows
  if (!ticket) throw new NotFound('ticket')
  return ticket
}
