import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { textHash } from '../../privacy/notice/consent-text.ts'
import { notice } from '../../privacy/notice/notice-of.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { contactNotice, contactNotices } from './contact-notices.ts'

/** What the contact form asks, with the reason beside each field (P7), and an id by which a form sent twice is one. */
export const askContact = readOperation({
  name: 'contact.ask',
  purpose: 'support',
  who: { visitor: true },
  input: z.strictObject({ language: z.enum(['ro', 'en']) }),
  output: z.object({
    sendingId: z.string(),
    notices: z.object({ message: notice, name: notice, email: notice, phone: notice }),
    /** Of all that the notices say: goes back with the form. */
    notice: z.string(),
  }),
  async run({ input: { language } }) {
    return {
      sendingId: newId(),
      notices: contactNotices(language),
      notice: textHash(contactNotice(language)),
    }
  },
})
