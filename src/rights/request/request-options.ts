import { z } from 'zod'
import type { PurposeName } from '../../../policy/policy.ts'
import { policy } from '../../../policy/policy.ts'
import { textHash } from '../../privacy/notice/consent-text.ts'
import { notice } from '../../privacy/notice/notice-of.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { words } from '../words.ts'
import { languageField } from './fields.ts'
import { objectable, withdrawable } from './request.rules.ts'
import { requestNotice, requestNotices } from './request-notices.ts'

const choice = z.object({ purpose: z.string(), words, reason: words })
const choiceOf = (purpose: PurposeName) => ({
  purpose,
  words: policy.purposes[purpose].words,
  reason: policy.purposes[purpose].reason,
})

/** What may be asked about, with the reason beside each field of the form. */
export const requestOptions = readOperation({
  name: 'request.options',
  purpose: 'rights',
  who: { visitor: true },
  input: z.strictObject({ language: languageField }),
  output: z.object({
    objection: z.array(choice),
    withdrawal: z.array(choice),
    notices: z.object({ email: notice, words: notice }),
    /** Of all that the notices say: goes back with the form. */
    notice: z.string(),
    privacyEmail: z.string().nullable(),
  }),
  async run({ db, input: { language } }) {
    const provider = await db.selectFrom('provider').select('privacy_email').executeTakeFirst()
    return {
      objection: objectable.map(choiceOf),
      withdrawal: withdrawable.map(choiceOf),
      notices: requestNotices(language),
      notice: textHash(requestNotice(language)),
      privacyEmail: provider?.privacy_email ?? null,
    }
  },
})
