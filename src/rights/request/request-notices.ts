import { policy } from '../../../policy/policy.ts'
import { personData } from '../../identity/account/person.data.ts'
import { noticesOfForm } from '../../platform/language/notice-sentences.ts'
import { keptFor, noticeKept, noticeOf } from '../../privacy/notice/notice-of.ts'
import { rightsCaseData } from './rights-case.data.ts'

/** The reason beside each field of the form by which people ask about their data (P7). */
export function requestNotices(language: 'ro' | 'en') {
  const email = noticeOf(personData, 'email', { purpose: 'rights', locale: language, promise: 33 })
  return {
    // The address is compared with those on file for this one purpose; what is kept is the request.
    email: noticeKept(
      { ...email, purposes: email.purposes.slice(0, 1) },
      keptFor(policy.retention.proof, language),
      language,
    ),
    words: noticeOf(rightsCaseData, 'words', { purpose: 'rights', locale: language, promise: 34 }),
  }
}

/** All of it as one text. */
export function requestNotice(language: 'ro' | 'en'): string {
  return noticesOfForm(Object.values(requestNotices(language)), language)
}

// A page may have been made by another process: its notices are known from the start.
for (const language of ['ro', 'en'] as const) requestNotices(language)
