/** Erasure by request (Art. 17): the plan first, for each person of the address; then it is done and answered in one transaction. */
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../../privacy/operation/operation.ts'
import { answerDocument, reasonsPart } from '../answer/answer-frame.ts'
import { erasureParts, passedOnPart, toldPart } from '../answer/change.answers.ts'
import { recordAnswer, shortestReasons } from '../answer/record-answer.ts'
import { endChosen, endScopes, lockChosen, onceEach, outcomeFor, waysFor } from '../ending/end-chosen.ts'
import { lockAccounts } from '../ending/ending.queries.ts'
import { alwaysKept, outcomeView } from '../ending/ending.rules.ts'
import { disclosedOfEnd } from '../ending/told-of-end.ts'
import { addStep, findCase, recipientsOf } from '../request/case.queries.ts'
import { wordsField } from '../request/fields.ts'
import { closeCase } from '../request/handle-request.ts'
import { passOnByHand } from '../request/pass-on.ts'
import { personsOfCase } from '../request/persons.queries.ts'
import { noteRecipients } from '../request/tell-recipients.ts'
import { needIdentity, startDeciding } from './deciding.ts'

/** Of one address: far above what there is. All of them end in one transaction, and the request closes with the last. */
const mostPersons = 5000

const ways = z.object({ scope: z.enum(endScopes), outcome: outcomeView })

export const erasurePlan = readOperation({
  name: 'request.erasure_plan',
  purpose: 'rights',
  http: 'GET /rights/requests/{caseId}/erasure',
  says: 'What an erasure by request would erase, and what a law would keep',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ caseId: z.uuid() }),
  output: z.object({
    persons: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        accountName: z.string(),
        /** What may be done: a person who is the last owner takes the account along, a prospect always does. */
        ways: z.array(ways),
        held: z.boolean(),
      }),
    ),
  }),
  async run({ db, input, tools, now, concerning }) {
    const row = await findCase(db, input.caseId)
    if (row?.kind !== 'erasure') throw new NotFound('request')
    const ours = (await personsOfCase(db, row.id)).filter((one) => one.capacity === 'controller')
    for (const { accountId, personId } of ours) concerning({ accountId, personIds: [personId] })
    return {
      persons: await Promise.all(
        ours.map(async (person) => ({
          personId: person.personId,
          name: person.name,
          accountName: person.accountName,
          ...(await waysFor(db, tools, person, now)),
        })),
      ),
    }
  },
})

export const eraseFor = writeOperation({
  name: 'request.erase',
  purpose: 'rights',
  http: 'POST /rights/requests/{caseId}/erasure',
  says: 'Erase what a person asked to have erased, and answer them; cannot be undone',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({
    caseId: z.uuid(),
    /** Those named are erased, in the scope named; who is left out stays, with reasons. */
    persons: z
      .array(z.strictObject({ personId: z.uuid(), scope: z.enum(endScopes) }))
      .min(1, { error: () => m.rights_expect_whom_to_erase() })
      .max(mostPersons),
    reasons: wordsField
      .refine((words) => words === '' || words.length >= shortestReasons, { error: () => m.rights_expect_reasons() })
      .optional(),
    understood: z.literal('yes', { error: () => m.rights_expect_understood() }),
  }),
  output: z.object({
    erased: z.number(),
    /** Opens the receipt where no letter can carry it to who asked: to be printed and posted now, as nobody can open it later. */
    toPost: z.object({ receiptToken: z.string(), language: z.enum(['ro', 'en']) }).nullable(),
  }),
  async run({ trx, actor, input, tools, now, concerning, enqueue }) {
    const running = { trx, tools, now, actor, concerning }
    const known = await personsOfCase(trx, input.caseId)
    await lockAccounts(
      trx,
      known.map((one) => one.accountId),
    )
    const { row, asker, ours, persons, provider, answering } = await startDeciding(running, input.caseId)
    if (row.kind !== 'erasure') throw new Conflict('other_kind', m.rights_other_kind())
    needIdentity(row)
    const chosen = input.persons.map(({ personId, scope }) => {
      const person = ours.find((one) => one.personId === personId)
      if (!person) throw new NotFound('person')
      return { person, scope }
    })
    await lockChosen(trx, chosen)
    const isWhole = ours.every((one) => chosen.some(({ person }) => person.personId === one.personId))
    const reasons = input.reasons ?? ''
    if (!isWhole && reasons === '') throw new Conflict('reasons', m.rights_expect_reasons())
    const ends = onceEach(chosen)
    const given = await Promise.all(ends.map((one) => disclosedOfEnd(trx, one)))
    const disclosed = given.flat()
    await noteRecipients(trx, row, now, disclosed)
    const outcomes = await Promise.all(ends.map((one) => outcomeFor(trx, tools, one, now)))
    const merged = {
      erased: outcomes.flatMap((one) => one.erased),
      kept: [...outcomes.flatMap((one) => one.kept), ...alwaysKept(now)],
    }
    await passOnByHand(running, row, persons)
    const theirs = persons.filter((one) => one.capacity === 'processor')
    const document = answerDocument(answering, [
      ...erasureParts(merged, row.language),
      toldPart(await recipientsOf(trx, row), row.language),
      ...(theirs.length > 0 ? [passedOnPart(theirs, row.language)] : []),
      ...(reasons ? [reasonsPart(m.rights_answer_reasons_title({}, { locale: row.language }), reasons)] : []),
    ])
    const kind = isWhole ? 'answer' : 'partial'
    const sending = { kind, document, reasons, staffId: actor.staffId, by: 'receipt' } as const
    const answerId = await recordAnswer(trx, tools, { row, person: asker, provider }, sending)
    await addStep(trx, row, 'applied', actor, now)
    await closeCase(running, row, isWhole ? 'done' : 'partly', answerId)
    const proven = new Set(chosen.map(({ person }) => person.personId))
    const ended = await endChosen({ ...running, enqueue }, chosen, { proven, telling: { caseId: row.id, disclosed } })
    const receipt = ended.find(({ persons: gone }) => gone.includes(asker.personId)) ?? ended[0]
    const isMailed = asker.email !== null && tools.letters.server !== null
    const toPost = receipt && !isMailed ? { receiptToken: receipt.receiptToken, language: row.language } : null
    return { erased: chosen.length, toPost }
  },
})
