import { z } from 'zod'
import { policy } from '../../policy/policy.ts'
import { newId } from '../platform/database/id.ts'
import { textHash } from '../privacy/notice/consent-text.ts'
import { notice } from '../privacy/notice/notice-of.ts'
import { readOperation } from '../privacy/operation/operation.ts'
import { consentAge, reportNotice, reportNotices } from './report-notices.ts'

/** What the form asks, with the reason beside each field, and the two ages of the policy. */
export const askChildReport = readOperation({
  name: 'child_report.ask',
  purpose: 'rights',
  who: { visitor: true },
  input: z.strictObject({ language: z.enum(['ro', 'en']) }),
  output: z.object({
    /** A form sent twice is one report. */
    sendingId: z.string(),
    notices: z.object({ aboutWhom: notice, why: notice, email: notice }),
    /** Of all that the notices say: goes back with the form. */
    notice: z.string(),
    never: z.int(),
    consent: z.int(),
  }),
  async run({ db, input: { language } }) {
    const provider = await db.selectFrom('provider').select('country').executeTakeFirst()
    return {
      sendingId: newId(),
      notices: reportNotices(language),
      notice: textHash(reportNotice(language)),
      never: policy.ages.never,
      consent: consentAge(provider?.country),
    }
  },
})
