import { z } from 'zod'
import { policy } from '../../policy/policy.ts'
import { noticesOfForm } from '../platform/language/notice-sentences.ts'
import type { AnyDataMap } from '../privacy/map/data-map.ts'
import { textHash } from '../privacy/notice/consent-text.ts'
import { type Notice, notice, noticeOf, noticeTogether, type PersonalColumn } from '../privacy/notice/notice-of.ts'
import { readOperation } from '../privacy/operation/operation.ts'
import { currentTerms } from '../terms/terms.facade.ts'
import { accountData } from './account/account.data.ts'
import { personData } from './account/person.data.ts'
import { termsVersion } from './account/terms.ts'
import { loginCredentialData } from './sign-in/login-credential.data.ts'
import { staffData } from './staff/staff.data.ts'

const asking = (locale: 'ro' | 'en') => ({ purpose: 'identity', locale, promise: 2 }) as const

/** One field by its label, with its notice. */
function field<M extends AnyDataMap>(map: M, column: PersonalColumn<M>, locale: 'ro' | 'en'): [string, Notice] {
  return [map.columns[column]?.options.label?.[locale] ?? column, noticeOf(map, column, asking(locale))]
}

const forms = {
  register: (locale: 'ro' | 'en') => ({
    contact: noticeTogether(
      [
        field(personData, 'name', locale),
        field(personData, 'email', locale),
        field(personData, 'phone', locale),
        field(accountData, 'name', locale),
      ],
      locale,
    ),
    company: noticeTogether(
      [
        field(accountData, 'vat_number', locale),
        field(accountData, 'address', locale),
        field(accountData, 'city', locale),
        field(accountData, 'postal_code', locale),
        field(accountData, 'country', locale),
      ],
      locale,
    ),
    age: noticeOf(personData, 'age_stated_at', { ...asking(locale), promise: 40 }),
  }),
  person: (locale: 'ro' | 'en') => ({
    contact: noticeTogether([field(personData, 'name', locale), field(personData, 'email', locale)], locale),
    age: noticeOf(personData, 'age_stated_at', { ...asking(locale), promise: 40 }),
    password: noticeOf(loginCredentialData, 'password', asking(locale)),
  }),
  staff: (locale: 'ro' | 'en') => ({
    contact: noticeTogether([field(staffData, 'name', locale), field(staffData, 'email', locale)], locale),
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

// A page may have been made by another process: its notices are known from the start.
for (const locale of ['ro', 'en'] as const) for (const make of Object.values(forms)) make(locale)
