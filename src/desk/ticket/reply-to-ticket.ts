import { z } from 'zod'
import { secretsIn } from '../../platform/language/secret-paste.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { claimAttachments } from '../attachment/attachment.queries.ts'
import { mostFiles } from '../attachment/content.ts'
import { authorOf, personIn } from '../author.ts'
import { messageBody, sendingId } from '../written.ts'
import { answerTicket } from './answer-ticket.ts'
import { lockTicket } from './lock-ticket.ts'
import { tellOfMessage } from './tell-of-message.ts'
import { staffMayAnswer } from './ticket.rules.ts'

/** An answer. The turn passes to the other side; a closed ticket opens again; who of the staff answers first takes it. */
export const replyToTicket = writeOperation({
  name: 'ticket.reply',
  purpose: 'support',
  http: 'POST /tickets/{ticketId}/messages',
  says: 'Adds a message. The same sendingId again answers the message that it left.',
  who: { member: 'any', staff: staffMayAnswer },
  input: z.strictObject({
    ticketId: z.uuid(),
    body: messageBody,
    attachmentIds: z.array(z.uuid()).max(mostFiles).default([]),
    sendingId,
  }),
  output: z.object({ messageId: z.string(), looksSecret: z.boolean() }),
  async run({ trx, actor, input, concerning, enqueue }) {
    const ticket = await lockTicket(trx, actor, input.ticketId)
    const by = authorOf(actor)
    concerning({ accountId: ticket.account_id, personIds: personsOf(ticket.opened_by, personIn(by)) })
    const { messageId, isNew } = await answerTicket(trx, ticket, by, input)
    const looksSecret = secretsIn(input.body).length > 0
    if (!isNew) return { messageId, looksSecret }
    await claimAttachments(trx, { accountId: ticket.account_id, id: messageId, by }, input.attachmentIds)
    await enqueue(tellOfMessage, { accountId: ticket.account_id, ticketId: ticket.id, messageId })
    return { messageId, looksSecret }
  },
})

function personsOf(...ids: (string | null)[]): string[] {
  return ids.filter((id) => id !== null)
}
