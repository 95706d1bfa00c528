import { z } from 'zod'
import { messageBody, sendingId } from '../../desk/desk.facade.ts'
import { m } from '../../platform/language/words.ts'
import { noticeField } from '../../privacy/notice/record-notice.ts'

/** What every form carries by which somebody without an account begins a conversation, besides who they are. */
export const visitorFields = {
  message: messageBody,
  language: z.enum(['ro', 'en']),
  /** No person sees this field: what fills it in is a program. */
  website: z
    .string()
    .max(0, { error: () => m.site_contact_trap() })
    .optional(),
  sendingId,
  /** The hash of the notice that stood beside the fields, as the form carries it. */
  notice: noticeField,
}
