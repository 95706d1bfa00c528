import { z } from 'zod'
import { ticketForLink } from '../../desk/desk.facade.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { linkToken } from './link-token.ts'

/** A conversation as its link shows it: the state, and what was said to and by the person. No internal note. */
export const showConversation = readOperation({
  name: 'conversation.show',
  purpose: 'support',
  who: { visitor: true },
  input: z.strictObject({ token: linkToken }),
  output: z.object({
    number: z.int(),
    status: z.enum(['open', 'waiting_client', 'waiting_us', 'closed']),
    statusAt: z.date(),
    messages: z.array(
      z.object({ id: z.string(), mine: z.boolean(), by: z.string().nullable(), at: z.date(), body: z.string() }),
    ),
    /** There are earlier messages than these. */
    hasEarlier: z.boolean(),
    privacyEmail: z.string(),
  }),
  async run({ db, input, concerning }) {
    const { ticket, entries, earlier, personId } = await ticketForLink(db, input.token)
    concerning({ accountId: ticket.accountId, personIds: [personId] })
    const provider = await db.selectFrom('provider').select('privacy_email').executeTakeFirst()
    return {
      number: ticket.number,
      status: ticket.status,
      statusAt: ticket.statusAt,
      messages: entries.flatMap((entry) => {
        if (entry.kind !== 'message') return []
        const { id, by, at, body } = entry
        return [{ id, mine: by.side === 'client' && by.id === personId, by: by.name, at, body }]
      }),
      hasEarlier: earlier !== null,
      privacyEmail: provider?.privacy_email ?? '',
    }
  },
})
