import { policy } from '../../policy/policy.ts'
import { noticesOfForm } from '../platform/language/notice-sentences.ts'
import { m } from '../platform/language/words.ts'
import { noticeKept, noticeOf } from '../privacy/notice/notice-of.ts'
import { childReportData } from './child-report.data.ts'

/** The reason beside each field of the form. What is typed goes when it is decided, long before the row's own period ends. */
export function reportNotices(language: 'ro' | 'en') {
  const asking = { purpose: 'rights', locale: language, promise: 40 } as const
  const period = m.children_kept_until({}, { locale: language })
  return {
    aboutWhom: noticeKept(noticeOf(childReportData, 'about_whom', asking), period, language),
    why: noticeKept(noticeOf(childReportData, 'why', asking), period, language),
    email: noticeKept(noticeOf(childReportData, 'reporter', asking), period, language),
  }
}

/** All of it as one text. */
export function reportNotice(language: 'ro' | 'en'): string {
  return noticesOfForm(Object.values(reportNotices(language)), language)
}

/** The age of digital consent in the provider's country. */
export function consentAge(country: string | undefined): number {
  const ages: Readonly<Record<string, number>> = policy.ages.digitalConsent
  return ages[country ?? 'RO'] ?? 16
}

// A page may have been made by another process: its notices are known from the start.
for (const language of ['ro', 'en'] as const) reportNotices(language)
