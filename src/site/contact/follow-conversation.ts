import { z } from 'zod'
import { ticketOfLink } from '../../desk/desk.facade.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { linkToken } from './link-token.ts'

/** To be told when there is something new in a conversation. Answers under which name it is announced; notes have another. */
export const followConversation = readOperation({
  name: 'conversation.follow',
  purpose: 'support',
  who: { visitor: true },
  input: z.strictObject({ token: linkToken }),
  output: z.object({ topics: z.array(z.string()) }),
  async run({ db, input, concerning }) {
    const { accountId, ticketId, personId } = await ticketOfLink(db, input.token)
    concerning({ accountId, personIds: [personId] })
    return { topics: [`ticket:${accountId}:${ticketId}`] }
  },
})
