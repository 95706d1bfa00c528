/** A request that came by phone or by letter, written down by one of the staff on behalf of the person. */
import { z } from 'zod'
import { accountForVisitor, contactFields } from '../../identity/identity.facade.ts'
import { m } from '../../platform/language/words.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../../privacy/operation/operation.ts'
import { kindField, languageField, purposeField, wordsField } from '../request/fields.ts'
import { openRequest, refusePurposeFault } from '../request/open-request.ts'
import { personAndSame, personsNamed } from '../request/persons.queries.ts'

/** People on file by name or address, to find who called or wrote. */
export const findAsker = readOperation({
  name: 'request.find_asker',
  purpose: 'rights',
  http: 'GET /rights/people',
  says: 'People on file by a name or an address, to note a request of theirs',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ words: z.string().trim().min(2).max(200) }),
  output: z.object({
    people: z.array(
      z.object({
        accountId: z.string(),
        personId: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        accountName: z.string(),
        capacity: z.enum(['controller', 'processor']),
      }),
    ),
  }),
  async run({ db, input, concerning }) {
    const people = await personsNamed(db, input.words)
    concerning({ personIds: people.map((one) => one.personId) })
    return {
      people: people.map(({ accountId, personId, name, email, accountName, capacity }) => ({
        accountId,
        personId,
        name,
        email,
        accountName,
        capacity,
      })),
    }
  },
})

const yearBack = 366 * 86_400_000

const minute = 60_000

/**
 * The clock runs from the day on which it came, whenever it is written down. Who asks is not known by this: that is asked
 * or noted next. Somebody who is not on file is put there, so that they can be answered.
 */
export const noteRequest = writeOperation({
  name: 'request.note',
  purpose: 'rights',
  http: 'POST /rights/requests',
  says: 'Note a request that came by phone or by letter',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({
    person: z.union([
      z.strictObject({ accountId: z.uuid(), personId: z.uuid() }),
      z.strictObject({ name: contactFields.personName, email: contactFields.emailField }),
    ]),
    kind: kindField,
    purpose: purposeField.optional(),
    words: wordsField.optional(),
    route: z.enum(['phone', 'letter']),
    language: languageField,
    // Once more below, by the clock of the transaction: here it is said together with what else is wrong.
    receivedAt: z.iso
      .datetime({ offset: true })
      .refine((at) => Date.parse(at) <= Date.now() + minute, { error: () => m.rights_expect_received() }),
  }),
  output: z.object({ caseId: z.uuid() }),
  async run({ trx, actor, input, tools, now, concerning }) {
    refusePurposeFault(input.kind, input.purpose)
    const receivedAt = new Date(input.receivedAt)
    if (receivedAt > now || receivedAt.getTime() < now.getTime() - yearBack)
      throw new Invalid({ receivedAt: m.rights_expect_received() })
    const { person, language } = input
    const ids = 'personId' in person ? person : await accountForVisitor(trx, { ...person, language })
    const [asker, ...others] = await personAndSame(trx, ids.accountId, ids.personId)
    if (!asker) throw new Invalid({ person: m.rights_expect_person() })
    const { caseId } = await openRequest(
      { trx, tools, now, actor, concerning },
      {
        kind: input.kind,
        purpose: input.purpose ?? null,
        words: input.words ?? '',
        persons: [asker, ...others],
        route: input.route,
        language,
        receivedAt,
        identity: 'asked',
      },
    )
    return { caseId }
  },
})
