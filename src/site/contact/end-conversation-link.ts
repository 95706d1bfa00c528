import { z } from 'zod'
import { endTicketLinks } from '../../desk/desk.facade.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { linkToken } from './link-token.ts'

/** Ends the link, and every other that this person was given to the same conversation. */
export const endConversationLink = writeOperation({
  name: 'conversation.end',
  purpose: 'support',
  who: { visitor: true },
  input: z.strictObject({ token: linkToken }),
  output: z.object({ ended: z.literal(true) }),
  async run({ trx, input, concerning }) {
    const { accountId, personId } = await endTicketLinks(trx, input.token)
    concerning({ accountId, personIds: [personId] })
    return { ended: true as const }
  },
})
