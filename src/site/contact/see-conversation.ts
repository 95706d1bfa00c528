import { z } from 'zod'
import { seenByLink } from '../../desk/desk.facade.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { contactRates } from './contact.rates.ts'
import { linkToken } from './link-token.ts'

/** The person has the newest of the conversation before their eyes: it need not be sent to them as a letter too. */
export const seeConversation = writeOperation({
  name: 'conversation.seen',
  purpose: 'support',
  who: { visitor: true },
  input: z.strictObject({ token: linkToken }),
  output: z.object({ seen: z.literal(true) }),
  async run({ trx, input, caller, tools, concerning }) {
    // Each is an entry in the access log: nobody fills it by saying the same again and again.
    await tools.signIn.rates.count(contactRates.seenFromAddress, caller.address)
    const { accountId, personId } = await seenByLink(trx, input.token)
    concerning({ accountId, personIds: [personId] })
    return { seen: true as const }
  },
})
