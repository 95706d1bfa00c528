import { policy } from '../../policy/policy.ts'
import { m } from '../platform/language/words.ts'
import { noticeOf } from '../privacy/notice/notice-of.ts'
import { childReportData } from './child-report.data.ts'

/** The reason beside each field of the form. What is typed goes when it is decided, long before the row's own period ends. */
export function reportNotices(language: 'ro' | 'en') {
  const asking = { purpose: 'rights', locale: language, promise: 40 } as const
  const period = m.children_kept_until({}, { locale: language })
  return {
    aboutWhom: { ...noticeOf(childReportData, 'about_whom', asking), period },
    why: { ...noticeOf(childReportData, 'why', asking), period },
    email: { ...noticeOf(childReportData, 'reporter', asking), period },
  }
}

/** The age of digital consent in the provider's country. */
export function consentAge(country: string | undefined): number {
  const ages: Readonly<Record<string, number>> = policy.ages.digitalConsent
  return ages[country ?? 'RO'] ?? 16
}
