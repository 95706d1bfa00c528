import { sql } from 'kysely'
import { z } from 'zod'
import { seedExampleServices } from '../../orders/orders.facade.ts'
import { newId } from '../../platform/database/id.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../../privacy/operation/operation.ts'
import { sweepPromises } from '../../privacy/promises/sweep-promises.ts'
import { declareMeasures, declareRecipients, publishFirstPolicy } from '../../registers/registers.facade.ts'
import { publishFirstTerms } from '../../terms/first-terms.facade.ts'
import * as fields from '../fields.ts'
import { checkPassword } from '../sign-in/check-password.ts'
import { addLogin } from '../sign-in/login.queries.ts'
import { rates } from '../sign-in/rates.ts'
import { hashToken } from '../token.ts'

/** Whether the provider is still to be set up. */
export const showSetup = readOperation({
  name: 'provider.show_setup',
  purpose: 'identity',
  who: { visitor: true, member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({}),
  output: z.object({ isOpen: z.boolean() }),
  async run({ db }) {
    return { isOpen: (await db.selectFrom('provider').select('id').executeTakeFirst()) === undefined }
  },
})

/**
 * Sets up the provider and its first owner, with the token printed at the first start. The token works once, also when
 * many try at the same moment.
 */
export const setUpProvider = writeOperation({
  name: 'provider.set_up',
  purpose: 'identity',
  who: { visitor: true },
  input: z.strictObject({
    token: fields.tokenField,
    name: fields.companyName,
    address: fields.addressField,
    privacyEmail: fields.emailField,
    country: fields.countryField,
    language: fields.languageField,
    officer: fields.officerField.default(null),
    ownerName: fields.personName,
    ownerEmail: fields.emailField,
    password: fields.passwordField,
  }),
  output: z.object({ email: z.string() }),
  async run({ trx, input, caller, tools, now, enqueue, concerning }) {
    await tools.signIn.rates.count(rates.tokensFromAddress, caller.address)
    const used = await trx
      .updateTable('setup_token')
      .set({ used_at: sql<Date>`now()` })
      .where('token_hash', '=', hashToken(input.token.trim()))
      .where('used_at', 'is', null)
      .executeTakeFirst()
    if (used.numUpdatedRows === 0n) throw new NotFound('setup token')
    checkPassword(input.password, input.ownerEmail)
    const currency = input.country === 'RO' ? 'RON' : 'EUR'
    await trx
      .insertInto('provider')
      .values({
        id: newId(),
        name: input.name,
        address: input.address,
        privacy_email: input.privacyEmail,
        country: input.country,
        language: input.language,
        currency,
        ...fields.officerRow(input.officer),
      })
      .execute()
    const hash = await tools.signIn.hashPassword(input.password)
    const staffId = newId()
    const loginId = await addLogin(trx, { name: input.ownerName, email: input.ownerEmail, hash })
    await trx
      .insertInto('staff')
      .values({
        id: staffId,
        login_id: loginId,
        name: input.ownerName,
        email: input.ownerEmail,
        roles: ['owner', 'technician', 'privacy'],
        language: input.language,
        joined_at: sql<Date>`now()`,
      })
      .execute()
    concerning({ staffId })
    await enqueue(publishFirstPolicy, {}, { key: 'policy first' })
    await enqueue(publishFirstTerms, {}, { key: 'terms first' })
    await enqueue(declareRecipients, {}, { key: 'recipients' })
    await enqueue(declareMeasures, {}, { key: 'measures' })
    // Once all of this stands: what the promises rest on has just changed.
    await enqueue(sweepPromises, {}, { key: 'start', runAt: new Date(now.getTime() + 20_000) })
    await seedExampleServices(trx, { currency, now, staffId })
    return { email: input.ownerEmail }
  },
})
