import { z } from 'zod'
import { messageBody, mostFiles, replyByLink, sendingId } from '../../desk/desk.facade.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { contactRates } from './contact.rates.ts'
import { linkToken } from './link-token.ts'

/** Writes on in a conversation by its link. */
export const replyToConversation = writeOperation({
  name: 'conversation.reply',
  purpose: 'support',
  who: { visitor: true },
  input: z.strictObject({
    token: linkToken,
    message: messageBody,
    attachmentIds: z.array(z.uuid()).max(mostFiles).default([]),
    sendingId,
  }),
  output: z.object({ messageId: z.string() }),
  async run({ trx, input, caller, tools, concerning, enqueue }) {
    await tools.signIn.rates.count(contactRates.repliesFromAddress, caller.address)
    const { token, message: body, attachmentIds, sendingId } = input
    const { accountId, personId, messageId } = await replyByLink(
      trx,
      token,
      { body, attachmentIds, sendingId },
      enqueue,
    )
    concerning({ accountId, personIds: [personId] })
    return { messageId }
  },
})
