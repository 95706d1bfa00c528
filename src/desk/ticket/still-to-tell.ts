/** Whether a letter about a message is wanted now, later or no more, where people are talking to each other at this moment. */
import { sql } from 'kysely'
import type { Trx } from '../desk-db.ts'
import { linkSeenAt } from './ticket-link.ts'

/** Who saw the conversation this lately may be looking at it still: a letter waits, as they may see the answer first. */
const lately = 30 * 60_000
/** How long an answer in the chat waits to be seen, and a question to be answered, before a letter goes. */
export const patience = { toBeSeen: 2 * 60_000, toBeAnswered: 60_000 } as const
/** How many conversations without an account that nobody has in hand are written about in an hour; more wait in the inbox. */
const lettersAnHour = 20

export interface Told {
  readonly accountId: string
  readonly ticketId: string
  readonly messageId: string
  readonly at: Date
}

/** For an answer of the staff to who has no account. `after`: look again in so many milliseconds. */
export async function wantedByReader(
  trx: Trx,
  { accountId, ticketId, at }: Told,
  now: Date,
): Promise<'now' | 'no' | { readonly after: number }> {
  const seen = await linkSeenAt(trx, accountId, ticketId)
  if (seen === null) return 'now'
  if (seen >= at) return 'no'
  return now.getTime() - seen.getTime() < lately ? { after: patience.toBeSeen } : 'now'
}

/** Whether so many wrote without an account in the hour before this conversation that a flood of them would fill the staff's mailboxes. */
export async function isOfMany(trx: Trx, { accountId, ticketId }: Told): Promise<boolean> {
  const { rows } = await sql<{ many: boolean }>`
    select t.assigned_to is null and (
        select count(*) >= ${lettersAnHour} from (
          select from ticket x where x.channel <> 'desk' and x.number < t.number
            and x.created_at > t.created_at - interval '1 hour' and x.created_at <= t.created_at
          limit ${lettersAnHour}) x
      ) as many
    from ticket t where t.account_id = ${accountId} and t.id = ${ticketId}`.execute(trx)
  return rows[0]?.many === true
}

/**
 * For what a visitor wrote in the chat, once it waited: not where the staff answered since, and of several messages in a row
 * the first alone, so that a conversation fills nobody's mailbox. After an hour of silence it is a row anew.
 */
export async function wantedByStaff(trx: Trx, { accountId, ticketId, messageId, at }: Told): Promise<boolean> {
  const { rows } = await sql<{ answered: boolean; told: boolean }>`
    select exists (
        select from message x where x.account_id = ${accountId} and x.ticket_id = ${ticketId}
          and x.author_staff is not null and (x.created_at, x.id) > (${at}::timestamptz, ${messageId}::uuid)
      ) as answered,
      coalesce((
        select x.author_staff is null and x.created_at > ${at}::timestamptz - interval '1 hour' from message x where x.account_id = ${accountId} and x.ticket_id = ${ticketId}
          and (x.created_at, x.id) < (${at}::timestamptz, ${messageId}::uuid)
        order by x.created_at desc, x.id desc limit 1
      ), false) as told`.execute(trx)
  return rows[0]?.answered === false && rows[0].told === false
}
