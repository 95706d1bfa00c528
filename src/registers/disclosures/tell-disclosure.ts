import { z } from 'zod'
import { letterAddress } from '../../identity/identity.facade.ts'
import { newId } from '../../platform/database/id.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { disclosureLetter } from './disclosure.letter.ts'
import { findDisclosure, liftingOf } from './disclosure.queries.ts'

/** A job: tells one person that their data was given. From then on it stands in their list of recipients and their export. */
export const tellDisclosure = writeOperation({
  name: 'disclosure.tell',
  purpose: 'legal',
  who: { system: true },
  input: z.strictObject({ disclosureId: z.uuid(), accountId: z.uuid(), personId: z.uuid() }),
  output: z.object({ told: z.enum(['now', 'before', 'forbidden', 'gone']) }),
  async run({ trx, input: { disclosureId, accountId, personId }, tools, concerning }) {
    const row = await findDisclosure(trx, disclosureId)
    if (row.telling === 'forbidden' && !(await liftingOf(trx, disclosureId))) return { told: 'forbidden' as const }
    const person = await trx
      .selectFrom('person')
      .innerJoin('disclosure_subject', (join) =>
        join
          .onRef('disclosure_subject.account_id', '=', 'person.account_id')
          .onRef('disclosure_subject.person_id', '=', 'person.id'),
      )
      .select(['person.id'])
      .where('person.account_id', '=', accountId)
      .where('person.id', '=', personId)
      .where('person.erased_at', 'is', null)
      .where('disclosure_subject.disclosure_id', '=', disclosureId)
      .executeTakeFirst()
    if (!person) return { told: 'gone' as const }
    concerning({ accountId, personIds: [personId] })
    const { asked_by, ground, what, categories, given_at } = row
    const added = await trx
      .insertInto('disclosure_told')
      .values({
        account_id: accountId,
        id: newId(),
        person_id: personId,
        disclosure_id: disclosureId,
        asked_by,
        ground,
        what,
        categories,
        given_at,
      })
      .onConflict((conflict) => conflict.columns(['disclosure_id', 'account_id', 'person_id']).doNothing())
      .executeTakeFirst()
    if (!added.numInsertedOrUpdatedRows) return { told: 'before' as const }
    const address = await letterAddress(trx, accountId, personId)
    if (address) {
      const words = disclosureLetter(address.language, row, tools.signIn.origin)
      const letter = { accountId, personId, to: address.to, kind: 'disclosure', language: address.language, words }
      await tools.letters.post(trx, letter)
    }
    return { told: 'now' as const }
  },
})
