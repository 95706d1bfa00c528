/** Shapes of what people type into identity's forms. Each says what it expects, in the language of the request. */
import { z } from 'zod'
import { m } from '../platform/language/words.ts'
import { isRomanianTaxNumber } from './account/tax-number.rules.ts'

const says = (words: () => string) => ({ error: () => words() })

/** A line of text between two lengths, without blanks around it. */
function line(shortest: number, longest: number, words: () => string) {
  return z
    .string(says(words))
    .trim()
    .min(shortest, says(words))
    .max(longest, says(words))
    .regex(/^[^\r\n]*$/, says(words))
}

export const emailField = z
  .string(says(m.identity_expect_email))
  .trim()
  .toLowerCase()
  .max(254, says(m.identity_expect_email))
  .regex(z.regexes.email, says(m.identity_expect_email))

export const personName = line(2, 120, m.identity_expect_name)
export const companyName = line(2, 160, m.identity_expect_company)
export const addressField = line(3, 250, m.identity_expect_address)
export const cityField = line(2, 100, m.identity_expect_city)
export const jobTitle = line(2, 100, m.identity_expect_job_title)
export const keyName = line(1, 60, m.identity_expect_key_name)
export const phoneField = z
  .string(says(m.identity_expect_phone))
  .trim()
  .regex(/^\+?[0-9][0-9 ()./-]{5,24}$/, says(m.identity_expect_phone))
export const postalCode = z
  .string(says(m.identity_expect_postal_code))
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 -]{1,10}[A-Za-z0-9]$/, says(m.identity_expect_postal_code))
export const countryField = z
  .string(says(m.identity_expect_country))
  .regex(/^[A-Z]{2}$/, says(m.identity_expect_country))
export const languageField = z.enum(['ro', 'en'])
export const taxNumber = line(2, 20, m.identity_expect_tax_number)

const longestPassword = 1000

/** A password as typed, or none: where an empty one is said together with what else is missing, by whoever takes it. */
export const passwordOrNone = z.string(says(m.identity_expect_password)).max(
  longestPassword,
  says(() => m.ui_expect_max_characters({ count: longestPassword })),
)
/** A password as typed; whether it is good enough is the rule's business, as it needs the e-mail. */
export const passwordField = passwordOrNone.min(1, says(m.identity_expect_password))
export const tokenField = z.string().max(200)
export const codeField = z
  .string(says(m.identity_expect_code))
  .trim()
  .min(6, says(m.identity_expect_code))
  .max(20, says(m.identity_expect_code))

const orNothing = <S extends z.ZodType<string>>(shape: S) => z.union([z.literal('').transform(() => null), shape])

/** The data protection officer: without a name or a phone where none is given, never without an address. Null: none is named. */
export const officerField = z
  .strictObject({ name: orNothing(personName), email: emailField, phone: orNothing(phoneField) })
  .nullable()

/** As the columns of the provider. */
export function officerRow(officer: z.output<typeof officerField>) {
  const { name = null, email = null, phone = null } = officer ?? {}
  return { officer_name: name, officer_email: email, officer_phone: phone }
}

/** Facts of the browser that a step of sign-in needs. */
export const browserFields = {
  cookie: z.string().max(8000).optional(),
  userAgent: z.string().max(1000).optional(),
}

interface Located {
  country: string
  postalCode: string
  taxNumber?: string | undefined
}

/**
 * A form with an address also asks what depends on the country, together with everything else that is wrong in it: each
 * of the two once its own shape is right.
 */
export function withAddress<Form extends z.ZodType<Located>>(form: Form) {
  const once = (field: keyof Located) => ({
    path: [field],
    error: ({ input }: { input?: unknown }) => addressFaults(input as Located)[field],
    when: ({ value, issues }: z.core.ParsePayload) =>
      typeof value === 'object' && value !== null && !issues.some(({ path }) => path?.[0] === field),
  })
  return form
    .refine((given) => !('postalCode' in addressFaults(given)), once('postalCode'))
    .refine((given) => !('taxNumber' in addressFaults(given)), once('taxNumber'))
}

/** What depends on the country: a Romanian postal code has six digits, a Romanian tax number a check digit. */
export function addressFaults(given: Located): Record<string, string> {
  if (given.country !== 'RO') return {}
  return {
    ...(/^\d{6}$/.test(given.postalCode) ? {} : { postalCode: m.identity_expect_postal_code_ro() }),
    ...(given.taxNumber && !isRomanianTaxNumber(given.taxNumber) ? { taxNumber: m.identity_expect_tax_number() } : {}),
  }
}
