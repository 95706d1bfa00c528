import { z } from 'zod'
import { noteSignUp } from '../../fraud/fraud.facade.ts'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { noticeField, readNotice, recordNotice } from '../../privacy/notice/record-notice.ts'
import { Invalid, Refused } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { currentTerms } from '../../terms/terms.facade.ts'
import * as fields from '../fields.ts'
import { registrationNotice } from '../form-notices.ts'
import { registrationLetter } from '../identity.letters.ts'
import { rates } from '../sign-in/rates.ts'
import { addPerson, invite } from './account.queries.ts'
import { storedTaxNumber } from './tax-number.rules.ts'
import { termsVersion } from './terms.ts'

/**
 * Opens an account for whoever asks (P2). It stays a prospect, and nobody can sign in to it, until the person proves
 * the address by the link in the letter and chooses a password there. So the answer is the same for an address that is
 * known and one that is not, and nobody can claim another's address.
 */
export const register = writeOperation({
  name: 'account.register',
  purpose: 'identity',
  who: { visitor: true, member: 'any', staff: 'any' },
  input: fields.withAddress(
    z.strictObject({
      name: fields.personName,
      email: fields.emailField,
      phone: fields.phoneField,
      company: fields.companyName,
      taxNumber: fields.taxNumber.optional(),
      address: fields.addressField,
      city: fields.cityField,
      postalCode: fields.postalCode,
      country: fields.countryField,
      language: fields.languageField,
      age: z.enum(['old_enough', 'younger'], { error: () => m.identity_expect_age() }),
      /** The version that was read: the one in force, and no other, is accepted. */
      terms: z
        .string({ error: () => m.identity_expect_terms() })
        .min(1, { error: () => m.identity_expect_terms() })
        .max(40),
      /** The hash of the notice that stood beside the fields, as the form carries it. */
      notice: noticeField,
    }),
  ),
  output: z.object({}),
  async run({ trx, input, caller, tools, now, concerning }) {
    await tools.signIn.rates.count(rates.lettersFromAddress, caller.address)
    await tools.signIn.rates.count(rates.lettersToLogin, input.email)
    if (input.age === 'younger') throw new Refused('too_young', m.identity_too_young())

    const terms = await currentTerms(trx)
    if (input.terms !== (terms?.version ?? termsVersion)) throw new Invalid({ terms: m.identity_expect_terms() })
    const served = readNotice(input.notice, registrationNotice(input.language))
    const accountId = newId()
    const { language } = input
    await trx
      .insertInto('account')
      .values({
        id: accountId,
        kind: 'prospect',
        name: input.company,
        vat_number: input.taxNumber ? storedTaxNumber(input.taxNumber) : null,
        address: input.address,
        city: input.city,
        postal_code: input.postalCode,
        country: input.country,
        phone: input.phone,
        language,
      })
      .execute()
    const personId = await addPerson(trx, { accountId, statedAge: true, ...input })
    const { email, country, taxNumber } = input
    const seen = { email, country, taxNumber, address: caller.address, now }
    await noteSignUp(trx, { accountId, personId }, seen)
    const token = await invite(trx, { accountId, personId, roles: ['owner'], invitedBy: null })
    await trx
      .insertInto('terms_acceptance')
      .values({
        account_id: accountId,
        id: newId(),
        person_id: personId,
        version: input.terms,
        version_id: terms?.id ?? null,
        language,
      })
      .execute()
    if (served) {
      const path = `/${language}/register`
      await recordNotice(trx, { accountId, personId }, { form: 'registration', text: served, language, path })
    }
    concerning({ accountId, personIds: [personId] })
    const url = `${tools.signIn.origin}/join/${token}`
    const words = registrationLetter(language, { name: input.name, company: input.company, url })
    await tools.letters.post(trx, { accountId, personId, to: input.email, kind: 'registration', language, words })
    return {}
  },
})
