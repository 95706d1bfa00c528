import { z } from 'zod'
import { messageBody, replyByLink, sendingId } from '../../desk/desk.facade.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { contactRates } from './contact.rates.ts'
import { linkToken } from './link-token.ts'

/** Writes on in a conversation by its link. */
export const replyToConversation = writeOperation({
  name: 'conversation.reply',
  purpose: 'support',
  who: { visitor: true },
  input: z.strictObject({ token: linkToken, message: messageBody, sendingId }),
  output: z.object({ messageId: z.string() }),
  async run({ trx, input, caller, tools, concerning, enqueue }) {
    await tools.signIn.rates.count(contactRates.repliesFromAddress, caller.address)
    const written = { body: input.message, sendingId: input.sendingId }
    const { accountId, personId, messageId } = await replyByLink(trx, input.token, written, enqueue)
    concerning({ accountId, personIds: [personId] })
    return { messageId }
  },
})
