import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountOfAsker } from '../../privacy/operation/whom-it-concerns.ts'

/** The caller's own account, as it stands in contracts and invoices. */
export const showAccount = readOperation({
  name: 'account.show',
  purpose: 'identity',
  http: 'GET /account',
  says: 'The account of the caller',
  who: { member: 'any' },
  input: z.strictObject({}),
  output: z.object({
    accountId: z.string(),
    name: z.string(),
    taxNumber: z.string().nullable(),
    address: z.string().nullable(),
    city: z.string().nullable(),
    postalCode: z.string().nullable(),
    country: z.string().nullable(),
    phone: z.string().nullable(),
    since: z.date(),
  }),
  concerns: accountOfAsker,
  async run({ db, actor }) {
    const row = await db.selectFrom('account').selectAll().where('id', '=', actor.accountId).executeTakeFirst()
    if (!row) throw new NotFound('account')
    return {
      accountId: row.id,
      name: row.name,
      taxNumber: row.vat_number,
      address: row.address,
      city: row.city,
      postalCode: row.postal_code,
      country: row.country,
      phone: row.phone,
      since: row.created_at,
    }
  },
})
