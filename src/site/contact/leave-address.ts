import { z } from 'zod'
import { ticketOfLink } from '../../desk/desk.facade.ts'
import { contactFields, leaveAddress } from '../../identity/identity.facade.ts'
import { m } from '../../platform/language/words.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { contactRates } from './contact.rates.ts'
import { linkToken } from './link-token.ts'

/** Whoever wrote without an address leaves one, so that an answer finds them after they have gone. It replaces none. */
export const leaveConversationAddress = writeOperation({
  name: 'conversation.leave_address',
  purpose: 'support',
  who: { visitor: true },
  input: z.strictObject({ token: linkToken, email: contactFields.emailField }),
  output: z.object({ left: z.literal(true) }),
  async run({ trx, input, caller, tools, concerning }) {
    await tools.signIn.rates.count(contactRates.addressesFromAddress, caller.address)
    const link = await ticketOfLink(trx, input.token)
    concerning({ accountId: link.accountId, personIds: [link.personId] })
    if (!(await leaveAddress(trx, link, input.email)))
      throw new Conflict('has_address', m.site_conversation_has_address())
    return { left: true as const }
  },
})
