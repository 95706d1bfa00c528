/** Who hears of a message. Persons whose data is limited are in no view, so they are not told. */
import { sql } from 'kysely'
import type { Trx } from '../desk-db.ts'
import { staffOnCall } from './ticket.rules.ts'

export interface Recipient {
  readonly id: string
  readonly email: string
  readonly language: 'ro' | 'en'
}

/** Persons of the account who wrote on the ticket; where nobody did, its owners and technical people. */
export async function clientsToTell(trx: Trx, accountId: string, ticketId: string): Promise<Recipient[]> {
  const { rows } = await sql<Recipient & { took_part: boolean }>`
    select p.id, p.email, p.language, took_part from person p
      left join member m on m.account_id = p.account_id and m.person_id = p.id
      cross join lateral (select exists (
        select from message x where x.account_id = p.account_id and x.ticket_id = ${ticketId} and x.author = p.id
      ) or exists (
        select from ticket t where t.account_id = p.account_id and t.id = ${ticketId} and t.opened_by = p.id
      ) as took_part) part
    where p.account_id = ${accountId} and p.erased_at is null and p.email is not null
      and m.ended_at is null and (took_part or m.roles && array['owner', 'technical'])`.execute(trx)
  const tookPart = rows.filter((row) => row.took_part)
  return tookPart.length > 0 ? tookPart : rows
}

/** Who has the ticket; where nobody has it, those on call. */
export async function staffToTell(trx: Trx, accountId: string, ticketId: string): Promise<Recipient[]> {
  const staff = await trx
    .selectFrom('staff')
    .select(['id', 'email', 'language', 'roles'])
    .where('joined_at', 'is not', null)
    .where('ended_at', 'is', null)
    .execute()
  const ticket = await trx
    .selectFrom('ticket')
    .select('assigned_to')
    .where('account_id', '=', accountId)
    .where('id', '=', ticketId)
    .executeTakeFirst()
  const assigned = staff.filter((one) => one.id === ticket?.assigned_to)
  return assigned.length > 0 ? assigned : staff.filter(({ roles }) => staffOnCall.some((role) => roles.includes(role)))
}

/** True once for each message and recipient, however often and however concurrently it is asked. */
export async function isFirstNotice(
  trx: Trx,
  accountId: string,
  messageId: string,
  recipient: string,
): Promise<boolean> {
  const row = await trx
    .insertInto('message_notice')
    .values({ account_id: accountId, message_id: messageId, recipient })
    .onConflict((conflict) => conflict.doNothing())
    .returning('message_id')
    .executeTakeFirst()
  return row !== undefined
}
