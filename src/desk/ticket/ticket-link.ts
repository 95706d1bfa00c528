/** Links by which who has no account comes back to a ticket. The token is shown once; its hash alone is kept. */
import { sql } from 'kysely'
import { linkTokens } from '../../identity/identity.facade.ts'
import { newId } from '../../platform/database/id.ts'
import type { Db, Trx } from '../desk-db.ts'

export interface LinkedTicket {
  readonly accountId: string
  readonly ticketId: string
  readonly personId: string
}

/** Where a link leads, without the origin. */
export function ticketLinkPath(language: 'ro' | 'en', token: string): string {
  return `/${language}/conversation/${token}`
}

/** A new link to a ticket for one person; links given before stay good. Answers the token: 64 URL-safe characters. */
export async function giveTicketLink(trx: Trx, { accountId, ticketId, personId }: LinkedTicket): Promise<string> {
  const { token, hash } = linkTokens.newAccountToken(accountId)
  await trx
    .insertInto('ticket_link')
    .values({ account_id: accountId, id: newId(), ticket_id: ticketId, person_id: personId, token_hash: hash })
    .execute()
  return token
}

/** Whether the form by which a person began a ticket leads back to it: for ten minutes, unless they have left it since. */
export async function leadsBack(trx: Trx, { accountId, ticketId, personId }: LinkedTicket): Promise<boolean> {
  const { rows } = await sql<{ leads: boolean }>`
    select exists (
        select from ticket t where t.account_id = ${accountId} and t.id = ${ticketId} and t.opened_by = ${personId}
          and t.created_at > now() - interval '10 minutes'
      ) and not exists (
        select from ticket_link l where l.account_id = ${accountId} and l.ticket_id = ${ticketId}
          and l.person_id = ${personId} and l.ended_at is not null
      ) as leads`.execute(trx)
  return rows[0]?.leads === true
}

/** What a token leads to; undefined for whatever is no good token, whyever. */
export async function followTicketLink(db: Db, token: string): Promise<LinkedTicket | undefined> {
  const read = linkTokens.readAccountToken(token)
  if (!read) return undefined
  return await db
    .selectFrom('ticket_link')
    .select(['account_id as accountId', 'ticket_id as ticketId', 'person_id as personId'])
    .where('account_id', '=', read.accountId)
    .where('token_hash', '=', read.hash)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** That this person has the conversation before their eyes, through whichever of their links. */
export async function noteLinkSeen(trx: Trx, { accountId, ticketId, personId }: LinkedTicket): Promise<void> {
  await trx
    .updateTable('ticket_link')
    .set({ seen_at: sql<Date>`now()` })
    .where('account_id', '=', accountId)
    .where('ticket_id', '=', ticketId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
}

/** When somebody without an account last had the conversation before their eyes; null: never, or they have an account. */
export async function linkSeenAt(db: Db, accountId: string, ticketId: string): Promise<Date | null> {
  const seen = await db
    .selectFrom('ticket_link')
    .select(({ fn }) => fn.max('seen_at').as('at'))
    .where('account_id', '=', accountId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  return seen?.at ?? null
}
