import { z } from 'zod'
import { policy } from '../../policy/policy.ts'
import { noticesOfForm } from '../platform/language/notice-sentences.ts'
import { textHash } from '../privacy/notice/consent-text.ts'
import { type Notice, notice, noticeOf } from '../privacy/notice/notice-of.ts'
import { readOperation } from '../privacy/operation/operation.ts'
import { currentTerms } from '../terms/terms.facade.ts'
import { accountData } from './account/account.data.ts'
import { personData } from './account/person.data.ts'
import { termsVersion } from './account/terms.ts'
import { loginCredentialData } from './sign-in/login-credential.data.ts'
import { staffData } from './staff/staff.data.ts'

const asking = (locale: 'ro' | 'en') => ({ purpose: 'identity', locale, promise: 2 }) as const

const forms = {
  register: (locale: 'ro' | 'en') => ({
    name: noticeOf(personData, 'name', asking(locale)),
    email: noticeOf(personData, 'email', asking(locale)),
    phone: noticeOf(personData, 'phone', asking(locale)),
    company: noticeOf(accountData, 'name', asking(locale)),
    taxNumber: noticeOf(accountData, 'vat_number', asking(locale)),
    address: noticeOf(accountData, 'address', asking(locale)),
    city: noticeOf(accountData, 'city', asking(locale)),
    postalCode: noticeOf(accountData, 'postal_code', asking(locale)),
    country: noticeOf(accountData, 'country', asking(locale)),
    age: noticeOf(personData, 'age_stated_at', { ...asking(locale), promise: 40 }),
  }),
  person: (locale: 'ro' | 'en') => ({
    name: noticeOf(personData, 'name', asking(locale)),
    email: noticeOf(personData, 'email', asking(locale)),
    age: noticeOf(personData, 'age_stated_at', { ...asking(locale), promise: 40 }),
    password: noticeOf(loginCredentialData, 'password', asking(locale)),
  }),
  staff: (locale: 'ro' | 'en') => ({
    name: noticeOf(staffData, 'name', asking(locale)),
    email: noticeOf(staffData, 'email', asking(locale)),
    password: noticeOf(loginCredentialData, 'password', asking(locale)),
  }),
}

/** All that the registration form says beside its fields, as one text. */
export function registrationNotice(locale: 'ro' | 'en'): string {
  return noticesOfForm(Object.values(forms.register(locale)), locale)
}

/** What is said beside the fields of identity's forms (P7), with the age that the country asks for (P40). */
export const formNotices = readOperation({
  name: 'identity.form_notices',
  purpose: 'identity',
  who: { visitor: true, member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ form: z.enum(['register', 'person', 'staff']) }),
  output: z.object({
    notices: z.record(z.string(), notice),
    /** Of all that the notices say: goes back with the form. */
    notice: z.string(),
    age: z.number(),
    terms: z.string(),
  }),
  async run({ db, input, caller }) {
    const provider = await db.selectFrom('provider').select('country').executeTakeFirst()
    const ages: Readonly<Record<string, number>> = policy.ages.digitalConsent
    const locale = caller.locale ?? 'en'
    const notices: Record<string, Notice> = forms[input.form](locale)
    return {
      notices,
      notice: textHash(noticesOfForm(Object.values(notices), locale)),
      age: ages[provider?.country ?? 'RO'] ?? 16,
      terms: (await currentTerms(db))?.version ?? termsVersion,
    }
  },
})
