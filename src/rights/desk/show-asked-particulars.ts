import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { correctionsOf, ownParticulars } from '../correction/correction.queries.ts'
import { valueWords } from '../held/value-words.ts'
import { findCase } from '../request/case.queries.ts'
import { personsOfCase } from '../request/persons.queries.ts'
import { words } from '../words.ts'

function labelled({ field, before, after }: { field: string; before: string | null; after: string | null }) {
  return { field: valueWords(field) ?? { ro: field, en: field }, before, after }
}

/** What stands about who asked for a correction, and what was corrected by this request so far. */
export const showAskedParticulars = readOperation({
  name: 'request.particulars',
  purpose: 'rights',
  http: 'GET /rights/requests/{caseId}/particulars',
  says: 'The particulars of a person who asked for a correction, and what was corrected',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ caseId: z.uuid() }),
  output: z.object({
    persons: z.array(
      z.object({
        personId: z.string(),
        accountName: z.string(),
        name: z.string(),
        phone: z.string().nullable(),
        jobTitle: z.string().nullable(),
      }),
    ),
    corrected: z.array(z.object({ field: words, before: z.string().nullable(), after: z.string().nullable() })),
  }),
  async run({ db, input, concerning }) {
    const row = await findCase(db, input.caseId)
    if (row?.kind !== 'rectification') throw new NotFound('request')
    const ours = (await personsOfCase(db, row.id)).filter((one) => one.capacity === 'controller')
    for (const { accountId, personId } of ours) concerning({ accountId, personIds: [personId] })
    const persons = await Promise.all(
      ours.map(async ({ accountId, personId, accountName }) => {
        const own = await ownParticulars(db, { accountId, personId })
        return own ? [{ personId, accountName, name: own.name, phone: own.phone, jobTitle: own.job_title }] : []
      }),
    )
    return { persons: persons.flat(), corrected: (await correctionsOf(db, row.id)).map(labelled) }
  },
})
