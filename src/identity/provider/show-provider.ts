import { z } from 'zod'
import { officerOf, officerView } from '../../privacy/officer/officer.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../../privacy/operation/operation.ts'
import * as fields from '../fields.ts'

const details = {
  name: z.string(),
  address: z.string(),
  privacyEmail: z.string(),
  country: z.string(),
  language: z.enum(['ro', 'en']),
  currency: z.string(),
  /** Null: none is named. */
  officer: officerView.nullable(),
}

/** Who runs this desk: what the policy, the letters and the footer name. Public by law. */
export const showProvider = readOperation({
  name: 'provider.show',
  purpose: 'identity',
  http: 'GET /provider',
  says: 'Who runs this desk',
  who: { visitor: true, member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({}),
  output: z.object({ provider: z.object(details).nullable() }),
  async run({ db }) {
    const row = await db.selectFrom('provider').selectAll().executeTakeFirst()
    if (!row) return { provider: null }
    const { name, address, country, language, currency } = row
    return {
      provider: {
        name,
        address,
        privacyEmail: row.privacy_email,
        country,
        language,
        currency,
        officer: officerOf(row),
      },
    }
  },
})

/** Corrects the provider's details. */
export const changeProvider = writeOperation({
  name: 'provider.change',
  purpose: 'identity',
  who: { staff: ['owner'] },
  input: z.strictObject({
    name: fields.companyName,
    address: fields.addressField,
    privacyEmail: fields.emailField,
    country: fields.countryField,
    language: fields.languageField,
    /** Left out: stays as it is. */
    officer: fields.officerField.optional(),
  }),
  output: z.object({}),
  async run({ trx, input }) {
    const { privacyEmail: privacy_email, officer, ...rest } = input
    const changed = await trx
      .updateTable('provider')
      .set({ ...rest, privacy_email, ...(officer === undefined ? {} : fields.officerRow(officer)) })
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new NotFound('provider')
    return {}
  },
})
