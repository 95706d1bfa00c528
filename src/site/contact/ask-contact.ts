import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { messageData } from '../../desk/ticket/message.data.ts'
import { personData } from '../../identity/account/person.data.ts'
import { newId } from '../../platform/database/id.ts'
import { keptFor, notice, noticeOf } from '../../privacy/notice/notice-of.ts'
import { readOperation } from '../../privacy/operation/operation.ts'

/** What the contact form asks, with the reason beside each field (P7), and an id by which a form sent twice is one. */
export const askContact = readOperation({
  name: 'contact.ask',
  purpose: 'support',
  who: { visitor: true },
  input: z.strictObject({ language: z.enum(['ro', 'en']) }),
  output: z.object({
    sendingId: z.string(),
    notices: z.object({ name: notice, email: notice, phone: notice, message: notice }),
  }),
  async run({ input: { language } }) {
    const asking = { purpose: 'support', locale: language, promise: 16 } as const
    // Who writes without an account is kept by the rule for them, whatever table the words lie in.
    const period = keptFor(policy.retention.prospect, language)
    return {
      sendingId: newId(),
      notices: {
        name: { ...noticeOf(personData, 'name', asking), period },
        email: { ...noticeOf(personData, 'email', asking), period },
        phone: { ...noticeOf(personData, 'phone', asking), period },
        message: { ...noticeOf(messageData, 'body', asking), period },
      },
    }
  },
})
