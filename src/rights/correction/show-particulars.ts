import { z } from 'zod'
import { accountData } from '../../identity/account/account.data.ts'
import { personData } from '../../identity/account/person.data.ts'
import { notice, noticeOf } from '../../privacy/notice/notice-of.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { whoAsks } from '../../privacy/operation/whom-it-concerns.ts'
import { companyParticulars, ownParticulars } from './correction.queries.ts'

const text = z.string().nullable()
const person = z.object({ name: z.string(), phone: text, jobTitle: text })
const company = z.object({
  name: z.string(),
  taxNumber: text,
  registrationNumber: text,
  address: text,
  city: text,
  county: text,
  postalCode: text,
  country: text,
  phone: text,
})

/** The particulars that a person may correct themselves, with why each is held. */
export const showParticulars = readOperation({
  name: 'particulars.show',
  purpose: 'self',
  http: 'GET /privacy/particulars',
  says: 'Your particulars, and as an owner those of the company',
  who: { member: 'any' },
  input: z.strictObject({}),
  output: z.object({
    person,
    company: company.nullable(),
    notices: z.object({ person: notice, company: notice }),
  }),
  concerns: whoAsks,
  async run({ db, actor, caller }) {
    const own = await ownParticulars(db, actor)
    const firm = actor.roles.includes('owner') ? await companyParticulars(db, actor.accountId) : undefined
    if (!own) throw new NotFound('person')
    const asking = { purpose: 'identity', locale: caller.locale ?? 'ro', promise: 2 } as const
    return {
      person: { name: own.name, phone: own.phone, jobTitle: own.job_title },
      company: firm
        ? {
            name: firm.name,
            taxNumber: firm.vat_number,
            registrationNumber: firm.registration_number,
            address: firm.address,
            city: firm.city,
            county: firm.county,
            postalCode: firm.postal_code,
            country: firm.country,
            phone: firm.phone,
          }
        : null,
      notices: { person: noticeOf(personData, 'name', asking), company: noticeOf(accountData, 'address', asking) },
    }
  },
})
