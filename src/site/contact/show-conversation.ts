import { z } from 'zod'
import { ticketForLink } from '../../desk/desk.facade.ts'
import { letterAddress } from '../../identity/identity.facade.ts'
import { pageKey } from '../../platform/database/page-key.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { linkToken } from './link-token.ts'

/** A conversation as its link shows it: the state, and what was said to and by the person. No internal note. */
export const showConversation = readOperation({
  name: 'conversation.show',
  purpose: 'support',
  who: { visitor: true },
  input: z.strictObject({ token: linkToken, before: pageKey.optional() }),
  output: z.object({
    number: z.int(),
    status: z.enum(['open', 'waiting_client', 'waiting_us', 'closed']),
    statusAt: z.date(),
    messages: z.array(
      z.object({
        id: z.string(),
        mine: z.boolean(),
        by: z.string().nullable(),
        at: z.date(),
        body: z.string(),
        files: z.array(z.object({ id: z.string(), name: z.string(), sizeBytes: z.number() })),
      }),
    ),
    /** Leads to the messages before these; null at the beginning. */
    earlier: z.string().nullable(),
    /** An answer can also go to them as a letter. */
    hasAddress: z.boolean(),
    privacyEmail: z.string(),
  }),
  async run({ db, input, concerning }) {
    const { ticket, entries, earlier, personId } = await ticketForLink(db, input.token, input.before)
    concerning({ accountId: ticket.accountId, personIds: [personId] })
    const [provider, address] = await Promise.all([
      db.selectFrom('provider').select('privacy_email').executeTakeFirst(),
      letterAddress(db, ticket.accountId, personId),
    ])
    return {
      number: ticket.number,
      status: ticket.status,
      statusAt: ticket.statusAt,
      messages: entries.flatMap((entry) => {
        if (entry.kind !== 'message') return []
        const { id, by, at, body, files } = entry
        return [{ id, mine: by.side === 'client' && by.id === personId, by: by.name, at, body, files }]
      }),
      earlier,
      hasAddress: address !== null,
      privacyEmail: provider?.privacy_email ?? '',
    }
  },
})
