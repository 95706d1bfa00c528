import { sql } from 'kysely'
import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import type { Trx } from '../desk-db.ts'
import { clientLetter, staffLetter } from '../emails/ticket-letters.ts'
import { clientsToTell, isFirstNotice, staffToTell } from './participants.queries.ts'
import { isOfMany, patience, wantedByReader, wantedByStaff } from './still-to-tell.ts'
import type { TicketChannel } from './ticket.rules.ts'
import { giveTicketLink, ticketLinkPath } from './ticket-link.ts'

/** Letters about a new message: to the other side, each person once. A limited or erased author's message tells nobody. */
export const tellOfMessage = writeOperation({
  name: 'ticket.tell_of_message',
  purpose: 'support',
  who: { system: true },
  input: z.strictObject({
    accountId: z.uuid(),
    ticketId: z.uuid(),
    messageId: z.uuid(),
    /** It has waited already, to be seen or answered without a letter. */
    waited: z.boolean().optional(),
  }),
  output: z.object({ told: z.number() }),
  async run({ trx, input, tools, concerning, enqueue, now }) {
    const { accountId, ticketId, messageId } = input
    const message = await messageToTell(trx, accountId, messageId)
    if (!message) return { told: 0 }
    const wait = await waitsFor(trx, input, message, now)
    if (wait !== 0) {
      if (wait !== null)
        await enqueue(tellOfMessage, { ...input, waited: true }, { runAt: new Date(now.getTime() + wait) })
      return { told: 0 }
    }
    let told = 0
    const { number, subject, body, account_name: account, account_kind: kind, author_staff: fromStaff } = message
    const about = { number, subject, body, account, origin: tools.signIn.origin }
    const recipients = fromStaff
      ? await clientsToTell(trx, accountId, ticketId)
      : await staffToTell(trx, accountId, ticketId)
    concerning({ accountId, personIds: fromStaff ? recipients.map(({ id }) => id) : [] })
    for (const { id, email, language } of recipients) {
      if (!(await isFirstNotice(trx, accountId, messageId, id))) continue
      if (fromStaff) {
        const path =
          kind === 'prospect'
            ? ticketLinkPath(language, await giveTicketLink(trx, { accountId, ticketId, personId: id }))
            : `/desk/tickets/${ticketId}`
        const words = clientLetter({ ...about, by: message.staff_name ?? '', url: about.origin + path }, language)
        await tools.letters.post(trx, { accountId, personId: id, to: email, kind: 'ticket_answer', language, words })
      } else {
        const words = staffLetter({ ...about, url: `${about.origin}/staff/inbox/open/${ticketId}` }, language)
        // What speaks of a client lies under the client's account, whoever it goes to, so that it ends with it.
        await tools.letters.post(trx, { accountId, personId: null, to: email, kind: 'ticket_message', language, words })
      }
      told += 1
    }
    return { told }
  },
})

interface MessageToTell {
  readonly body: string
  readonly author_staff: string | null
  readonly staff_name: string | null
  readonly number: number
  readonly subject: string
  readonly account_name: string
  readonly account_kind: 'client' | 'prospect'
  readonly channel: TicketChannel
  readonly created_at: Date
}

/** How many milliseconds the letters still wait: 0 for not at all, null for no letters. */
async function waitsFor(
  trx: Trx,
  { waited = false, ...of }: { accountId: string; ticketId: string; messageId: string; waited?: boolean | undefined },
  message: MessageToTell,
  now: Date,
): Promise<number | null> {
  const told = { ...of, at: message.created_at }
  if (message.author_staff !== null) {
    if (message.account_kind !== 'prospect') return 0
    const wanted = await wantedByReader(trx, told, now)
    if (wanted === 'no') return null
    return wanted === 'now' || waited ? 0 : wanted.after
  }
  if (message.channel === 'chat' && !waited) return patience.toBeAnswered
  if (message.channel === 'chat' && !(await wantedByStaff(trx, told))) return null
  return message.channel !== 'desk' && (await isOfMany(trx, told)) ? null : 0
}

async function messageToTell(trx: Trx, accountId: string, messageId: string): Promise<MessageToTell | undefined> {
  const { rows } = await sql<MessageToTell>`
    select m.body, m.author_staff, m.created_at, t.channel, s.name as staff_name, t.number, t.subject,
      a.name as account_name, a.kind as account_kind
    from message m
      join ticket t on t.account_id = m.account_id and t.id = m.ticket_id
      join account a on a.id = m.account_id and a.erased_at is null
      left join staff s on s.id = m.author_staff
    where m.account_id = ${accountId} and m.id = ${messageId}`.execute(trx)
  return rows[0]
}
