import { z } from 'zod'
import { newId } from '../platform/database/id.ts'
import { textHash } from '../privacy/notice/consent-text.ts'
import { notice } from '../privacy/notice/notice-of.ts'
import { readOperation } from '../privacy/operation/operation.ts'
import { chatNotice, chatNotices } from './chat-notice.ts'
import { onDuty } from './duty.queries.ts'

/** What the chat asks and why (P7), whether somebody is there, and an id by which a form sent twice is one. */
export const askChat = readOperation({
  name: 'chat.ask',
  purpose: 'support',
  who: { visitor: true },
  input: z.strictObject({ language: z.enum(['ro', 'en']) }),
  output: z.object({
    /** Whether, not who: names of the staff are for whom they answer. */
    isSomebodyThere: z.boolean(),
    sendingId: z.string(),
    notices: z.object({ message: notice, name: notice, email: notice }),
    /** Of all that the notices say: goes back with the form. */
    notice: z.string(),
  }),
  async run({ db, input: { language } }) {
    return {
      isSomebodyThere: (await onDuty(db)).length > 0,
      sendingId: newId(),
      notices: chatNotices(language),
      notice: textHash(chatNotice(language)),
    }
  },
})
