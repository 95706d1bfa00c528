import { z } from 'zod'
import { addressFaults, particulars, storedTaxNumber } from '../../identity/particulars.facade.ts'
import { Invalid, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { lockPersons } from '../request/persons.queries.ts'
import { answerCorrection } from './answer-correction.ts'
import {
  type CompanyFields,
  changed,
  changes,
  companyParticulars,
  lockCompany,
  noteCorrections,
  ownParticulars,
  type PersonFields,
  writeCompany,
  writeOwn,
} from './correction.queries.ts'
import { orNothing } from './or-nothing.ts'

const line = z.string().trim().max(100)

/** Corrects one's own particulars: what stood before and what stands now are kept as the proof of it. */
export const correctOwn = writeOperation({
  name: 'particulars.correct',
  purpose: 'rights',
  http: 'PATCH /privacy/particulars',
  says: 'Correct your own particulars',
  who: { member: 'any', fresh: true },
  input: z.strictObject({
    name: particulars.personName.optional(),
    phone: orNothing(particulars.phoneField).optional(),
    jobTitle: orNothing(particulars.jobTitle).optional(),
  }),
  output: z.object({ corrected: z.number() }),
  async run({ trx, actor, caller, input, tools, now, concerning }) {
    concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    await lockPersons(trx, [actor])
    const before = await ownParticulars(trx, actor)
    if (!before) throw new NotFound('person')
    const wanted: Partial<PersonFields> = { name: input.name, phone: input.phone, job_title: input.jobTitle }
    const after = changed(before, wanted)
    if (Object.keys(after).length === 0) return { corrected: 0 }
    await writeOwn(trx, actor, after)
    const running = { trx, tools, now, actor, concerning }
    const caseId = await answerCorrection(running, actor, caller.locale, changes(before, after))
    await noteCorrections(trx, actor, 'person', before, after, caseId)
    return { corrected: Object.keys(after).length }
  },
})

/** Corrects the company's particulars, by an owner. */
export const correctCompany = writeOperation({
  name: 'particulars.correct_company',
  purpose: 'rights',
  http: 'PATCH /privacy/company',
  says: 'Correct the particulars of the company',
  who: { member: ['owner'], fresh: true },
  input: z.strictObject({
    name: particulars.companyName.optional(),
    taxNumber: orNothing(particulars.taxNumber).optional(),
    registrationNumber: orNothing(line).optional(),
    address: particulars.addressField.optional(),
    city: particulars.cityField.optional(),
    county: orNothing(line).optional(),
    postalCode: particulars.postalCode.optional(),
    country: particulars.countryField.optional(),
    phone: orNothing(particulars.phoneField).optional(),
  }),
  output: z.object({ corrected: z.number() }),
  async run({ trx, actor, caller, input, tools, now, concerning }) {
    concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    await lockPersons(trx, [actor])
    await lockCompany(trx, actor.accountId)
    const before = await companyParticulars(trx, actor.accountId)
    if (!before) throw new NotFound('account')
    const { taxNumber, registrationNumber, postalCode, ...rest } = input
    const wanted: Partial<CompanyFields> = {
      ...rest,
      vat_number: taxNumber ? storedTaxNumber(taxNumber) : taxNumber,
      registration_number: registrationNumber,
      postal_code: postalCode,
    }
    const after = changed(before, wanted)
    refuseFaults({ ...before, ...after })
    if (Object.keys(after).length === 0) return { corrected: 0 }
    await writeCompany(trx, actor.accountId, after)
    const running = { trx, tools, now, actor, concerning }
    const caseId = await answerCorrection(running, actor, caller.locale, changes(before, after))
    await noteCorrections(trx, actor, 'account', before, after, caseId)
    return { corrected: Object.keys(after).length }
  },
})

function refuseFaults(company: CompanyFields): void {
  const { country, postal_code, vat_number } = company
  const faults = addressFaults({
    country: country ?? '',
    postalCode: postal_code ?? '',
    taxNumber: vat_number ?? undefined,
  })
  if (Object.keys(faults).length > 0) throw new Invalid(faults)
}
