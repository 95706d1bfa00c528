import { z } from 'zod'
import { letterAddress } from '../../identity/identity.facade.ts'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { type Officer, officerColumns, officerLine, officerOf } from '../../privacy/officer/officer.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { personsOf } from '../disclosures/disclosure.queries.ts'
import { addBreachStep, lockBreach } from './breach.queries.ts'

type Address = NonNullable<Awaited<ReturnType<typeof letterAddress>>>

/** Tells whom a breach puts at risk, by letter, in plain words (Art. 34). Nobody is told twice of the same breach. */
export const tellBreach = writeOperation({
  name: 'breach.tell',
  purpose: 'legal',
  http: 'POST /breaches/{breachId}/tell',
  says: 'Tell the people affected by a breach, by letter, in their language',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({
    breachId: z.uuid(),
    emails: z
      .array(z.string().trim().toLowerCase().max(254))
      .min(1, { error: () => m.registers_expect_addresses() })
      .max(2000, { error: () => m.registers_expect_addresses() }),
    /** What happened, what it may lead to, what was done, what they can do. Each person gets it in their language. */
    ro: z.string().trim().max(4000),
    en: z.string().trim().max(4000),
  }),
  output: z.object({ told: z.int() }),
  async run({ trx, actor, input: { breachId, emails, ro, en }, tools, concerning }) {
    const row = await lockBreach(trx, breachId)
    const { subjects, unknown } = await personsOf(trx, [...new Set(emails)])
    const words = { ro, en }
    const faults: Record<string, string> = {}
    if (unknown.length > 0) {
      faults.emails = m.registers_expect_known_addresses({ addresses: unknown.slice(0, 5).join(', ') })
    }
    const reached: { accountId: string; personId: string; address: Address }[] = []
    for (const { account_id: accountId, person_id: personId } of subjects) {
      const address = await letterAddress(trx, accountId, personId)
      if (!address) continue
      reached.push({ accountId, personId, address })
      if (words[address.language].length < 20) faults[address.language] = m.registers_expect_words_for_language()
    }
    if (Object.keys(faults).length > 0) throw new Invalid(faults)
    const provider = await trx.selectFrom('provider').select(officerColumns).executeTakeFirst()
    const officer = provider ? officerOf(provider) : null
    let told = 0
    for (const { accountId, personId, address } of reached) {
      const said = words[address.language]
      concerning({ accountId, personIds: [personId] })
      const added = await trx
        .insertInto('breach_told')
        .values({ account_id: accountId, id: newId(), person_id: personId, breach_id: breachId, words: said })
        .onConflict((conflict) => conflict.columns(['breach_id', 'account_id', 'person_id']).doNothing())
        .executeTakeFirst()
      if (!added.numInsertedOrUpdatedRows) continue
      told += 1
      const to = { locale: address.language }
      await tools.letters.post(trx, {
        accountId,
        personId,
        to: address.to,
        kind: 'breach',
        language: address.language,
        words: {
          subject: m.registers_breach_letter_subject({}, to),
          lines: [
            m.registers_breach_letter_lead({ number: row.number }, to),
            said,
            ...contactLines(row.form, officer, to),
          ],
        },
      })
    }
    if (told > 0) await addBreachStep(trx, { breachId, kind: 'told', persons: told, staffId: actor.staffId })
    return { told }
  },
})

/** Whom to ask (Art. 34(2), 33(3)(b)): the officer who is named, and the contact of this breach where that is somebody else. */
function contactLines(
  form: { contactName: string; contactEmail: string; contactPhone: string },
  officer: Officer | null,
  to: { locale: 'ro' | 'en' },
): string[] {
  const contact = [form.contactName, form.contactEmail, form.contactPhone].filter((part) => part !== '').join(', ')
  const isOfficer = officer !== null && (contact === '' || form.contactEmail.toLowerCase() === officer.email)
  return [
    ...(officer ? [m.registers_breach_letter_officer({ officer: officerLine(officer) }, to)] : []),
    ...(isOfficer
      ? []
      : [
          contact === ''
            ? m.registers_breach_letter_no_contact({}, to)
            : m.registers_breach_letter_contact({ contact }, to),
        ]),
  ]
}
