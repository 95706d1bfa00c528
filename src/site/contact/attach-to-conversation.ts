import { z } from 'zod'
import { attachByLink, fileContent, fileName, largestFileBody, ticketOfLink } from '../../desk/desk.facade.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { contactRates } from './contact.rates.ts'
import { linkToken } from './link-token.ts'

/** Takes a file in by a conversation's link, to go with the next message. Unsent it is removed after a day. */
export const attachToConversation = writeOperation({
  name: 'conversation.attach',
  purpose: 'support',
  who: { visitor: true },
  largestBody: largestFileBody,
  input: z.strictObject({ token: linkToken, name: fileName, content: fileContent }),
  output: z.object({ attachmentId: z.string(), name: z.string(), sizeBytes: z.number() }),
  async run({ trx, input: { token, ...file }, caller, tools, concerning }) {
    await tools.signIn.rates.count(contactRates.filesFromAddress, caller.address)
    const { accountId, personId } = await ticketOfLink(trx, token)
    concerning({ accountId, personIds: [personId] })
    // Only what a conversation stands behind counts for all.
    await tools.signIn.rates.count(contactRates.filesInAll, 'all')
    const { attachmentId, name, sizeBytes } = await attachByLink(trx, tools, token, file)
    return { attachmentId, name, sizeBytes }
  },
})
