import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { doneAgain, limitLine } from '../../privacy/ledger/know-line.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { answerDocument } from '../answer/answer-frame.ts'
import { findProvider } from '../answer/provider.queries.ts'
import { recordAnswer } from '../answer/record-answer.ts'
import {
  addStep,
  type CaseRow,
  countryOf,
  findCase,
  insertCase,
  refreshDue,
  stepsOf,
  updateCase,
} from './case.queries.ts'
import { grantedParts } from './granted-parts.ts'
import { closeCase } from './handle-request.ts'
import { type Gathered, lockPersons, personAlone } from './persons.queries.ts'
import type { Running } from './running.ts'
import { noteRecipients } from './tell-recipients.ts'

/**
 * After a restore, before anything serves: the request of a restriction that acts again, with whom to tell of it (Art. 19) as far as
 * this database still knows who received what. A lost one is made again under its own id, and answered as the person has it
 * in writing; one that the backup knows as open stays for the staff to answer. Who was told since has a line of their
 * own, later. Done again it adds nothing.
 */
export const replayRestriction = writeOperation({
  name: 'request.replay_restriction',
  purpose: 'rights',
  who: { system: true },
  input: limitLine.extend({ limit: z.literal('restricted'), caseId: z.uuid() }),
  output: doneAgain,
  async run({ trx, actor, input: { accountId, personId, caseId, at }, tools, now, concerning }) {
    const gone = { done: 'nobody' as const }
    await lockPersons(trx, [{ accountId, personId }])
    const person = await personAlone(trx, accountId, personId)
    if (person?.capacity !== 'controller') return gone
    concerning({ accountId, personIds: [personId] })
    const running = { trx, tools, now, actor, concerning }
    const row = await findCase(trx, caseId)
    if (row) await stood(running, row, person)
    else if (!(await madeAgain(running, caseId, person, new Date(at)))) return gone
    return { done: 'again' as const }
  },
})

async function stood(running: Running, row: CaseRow, person: Gathered): Promise<void> {
  const { trx, actor, now } = running
  await trx
    .insertInto('rights_case_person')
    .values({
      account_id: person.accountId,
      id: newId(),
      person_id: person.personId,
      case_account_id: row.account_id,
      case_id: row.id,
      capacity: 'controller',
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'case_id', 'person_id']).doNothing())
    .execute()
  // It was known then who asks, or nothing would have been restricted.
  if (row.identity === 'asked') {
    await updateCase(trx, row, { identity: 'known_contact', identity_at: now })
    await addStep(trx, row, 'identity_shown', actor, now)
    await refreshDue(trx, row.id, await countryOf(trx))
  }
  const steps = await stepsOf(trx, row)
  if (!steps.some(({ kind }) => kind === 'applied')) await addStep(trx, row, 'applied', actor, now)
  await noteRecipients(trx, row, now)
}

async function madeAgain(running: Running, id: string, person: Gathered, receivedAt: Date): Promise<boolean> {
  const { trx, tools, actor, now } = running
  const provider = await findProvider(trx)
  if (!provider) return false
  const persons = [person] as const
  const asked = {
    persons,
    kind: 'restriction',
    route: 'web',
    purpose: null,
    words: '',
    language: person.language,
  } as const
  await insertCase(trx, { ...asked, id, receivedAt, identity: 'known_contact' }, actor, now, provider.country)
  const row = await findCase(trx, id)
  if (!row) return false
  await addStep(trx, row, 'applied', actor, now)
  await noteRecipients(trx, row, now)
  const answering = { row, language: row.language, provider, persons, now }
  const document = answerDocument(answering, await grantedParts(running, row, persons))
  // Nobody is written to: they have the answer of then.
  const sending = { kind: 'answer', document, reasons: '', staffId: null, by: 'receipt' } as const
  const answerId = await recordAnswer(trx, tools, { row, person, provider }, sending)
  await closeCase(running, row, 'done', answerId)
  return true
}
