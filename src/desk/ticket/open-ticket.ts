import { z } from 'zod'
import { secretsIn } from '../../platform/language/secret-paste.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { claimAttachments } from '../attachment/attachment.queries.ts'
import { mostFiles } from '../attachment/content.ts'
import { authorOf } from '../author.ts'
import { accountFor } from '../clients/account-for.ts'
import type { Trx } from '../desk-db.ts'
import { messageBody, sendingId, subject } from '../written.ts'
import { tellOfMessage } from './tell-of-message.ts'
import { staffMayAnswer } from './ticket.rules.ts'
import { insertTicket, sentBefore } from './ticket.writes.ts'

/** A new ticket with its first message, by a client or, for a client, by the staff. */
export const openTicket = writeOperation({
  name: 'ticket.open',
  purpose: 'support',
  http: 'POST /tickets',
  says: 'Opens a ticket with its first message. The same sendingId again answers the ticket that it opened.',
  who: { member: 'any', staff: staffMayAnswer },
  input: z.strictObject({
    /** Staff say for whom. */
    accountId: z.uuid().optional(),
    subject,
    body: messageBody,
    orderId: z.uuid().optional(),
    attachmentIds: z.array(z.uuid()).max(mostFiles).default([]),
    sendingId,
  }),
  output: z.object({
    ticketId: z.string(),
    /** The message looks as if it held a secret, which is better handed over as a deposit. */
    looksSecret: z.boolean(),
  }),
  async run({ trx, actor, input, concerning, enqueue }) {
    const accountId = await accountFor(trx, actor, input.accountId)
    const by = authorOf(actor)
    concerning({ accountId, personIds: by.side === 'client' ? [by.personId] : [] })
    const looksSecret = secretsIn(input.body).length > 0
    const sent = await sentBefore(trx, accountId, input.sendingId)
    if (sent) return { ticketId: sent.ticketId, looksSecret }
    if (input.orderId !== undefined) await requireOrder(trx, accountId, input.orderId)
    const { ticketId, messageId } = await insertTicket(trx, {
      accountId,
      by,
      subject: input.subject,
      status: by.side === 'client' ? 'open' : 'waiting_client',
      orderId: input.orderId ?? null,
      body: input.body,
      sendingId: input.sendingId,
    })
    await claimAttachments(trx, { accountId, id: messageId, by }, input.attachmentIds)
    await enqueue(tellOfMessage, { accountId, ticketId, messageId })
    return { ticketId, looksSecret }
  },
})

async function requireOrder(trx: Trx, accountId: string, orderId: string): Promise<void> {
  const order = await trx
    .selectFrom('order')
    .select('id')
    .where('account_id', '=', accountId)
    .where('id', '=', orderId)
    .executeTakeFirst()
  if (!order) throw new NotFound('order')
}
