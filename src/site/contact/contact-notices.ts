import { policy } from '../../../policy/policy.ts'
import { messageData } from '../../desk/ticket/message.data.ts'
import { personData } from '../../identity/account/person.data.ts'
import { noticesOfForm } from '../../platform/language/notice-sentences.ts'
import { keptFor, noticeKept, noticeOf } from '../../privacy/notice/notice-of.ts'

/** The reason beside each field of the contact form, in the order of the page. */
export function contactNotices(language: 'ro' | 'en') {
  const asking = { purpose: 'support', locale: language, promise: 16 } as const
  // Who writes without an account is kept by the rule for them, whatever table the words lie in.
  const period = keptFor(policy.retention.prospect, language)
  return {
    message: noticeKept(noticeOf(messageData, 'body', asking), period, language),
    name: noticeKept(noticeOf(personData, 'name', asking), period, language),
    email: noticeKept(noticeOf(personData, 'email', asking), period, language),
    phone: noticeKept(noticeOf(personData, 'phone', asking), period, language),
  }
}

/** All of it as one text. */
export function contactNotice(language: 'ro' | 'en'): string {
  return noticesOfForm(Object.values(contactNotices(language)), language)
}

// A page may have been made by another process: its notices are known from the start.
for (const language of ['ro', 'en'] as const) contactNotices(language)
