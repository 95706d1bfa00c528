/** Links by which who has no account comes back to a ticket. The token is shown once; its hash alone is kept. */
import { createHash, randomBytes } from 'node:crypto'
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
  const account = Buffer.from(accountId.replaceAll('-', ''), 'hex')
  const token = Buffer.concat([account, randomBytes(32)]).toString('base64url')
  await trx
    .insertInto('ticket_link')
    .values({
      account_id: accountId,
      id: newId(),
      ticket_id: ticketId,
      person_id: personId,
      token_hash: hashOf(token),
    })
    .execute()
  return token
}

/** What a token leads to; undefined for whatever is no good token, whyever. */
export async function followTicketLink(db: Db | Trx, token: string): Promise<LinkedTicket | undefined> {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return undefined
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex')
  const accountId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return await db
    .selectFrom('ticket_link')
    .select(['account_id as accountId', 'ticket_id as ticketId', 'person_id as personId'])
    .where('account_id', '=', accountId)
    .where('token_hash', '=', hashOf(token))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** SHA-256 is enough for 256 random bits: there is nothing to guess. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
