/** Who is told of an erasure (Article 19), and under which request it stands whether they were. */
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { type Disclosed, disclosedOf } from '../../registers/recipients.facade.ts'
import { answerDocument } from '../answer/answer-frame.ts'
import { toldPart } from '../answer/change.answers.ts'
import { findProvider } from '../answer/provider.queries.ts'
import { recordAnswer } from '../answer/record-answer.ts'
import { addStep, findCase, insertCase, recipientsOf } from '../request/case.queries.ts'
import { closeCase } from '../request/handle-request.ts'
import { type Gathered, personAlone, personsOfAccount } from '../request/persons.queries.ts'
import type { Db } from '../request/request-db.ts'
import type { Running } from '../request/running.ts'
import { noteRecipients, recipientsToTell } from '../request/tell-recipients.ts'
import type { EndScope } from './ending.rules.ts'

/** The request under which it is noted who is told, and to whom data of each person was disclosed. */
export interface Telling {
  readonly caseId: string
  readonly disclosed: readonly Disclosed[]
}

export interface Whose {
  readonly person: Pick<Gathered, 'accountId' | 'personId'>
  readonly scope: EndScope
}

/** To whom data of all whom this ends was disclosed. Those held for a client are left out: their client tells, whose data it is. */
export async function disclosedOfEnd(db: Db, { person, scope }: Whose): Promise<Disclosed[]> {
  const { accountId, personId } = person
  if (scope === 'person') return await disclosedOf(db, accountId, [personId])
  const people = await personsOfAccount(db, accountId)
  const ours = people.filter(({ capacity }) => capacity === 'controller')
  return await disclosedOf(
    db,
    accountId,
    ours.map((one) => one.personId),
  )
}

/** Those of whom one person reads, before the end and after it: whom the policy names, and who was given data of theirs. */
export function namesFor(disclosed: readonly Disclosed[], personId: string): string[] {
  const own = disclosed.filter((one) => one.personId === personId)
  return [...recipientsToTell().map((one) => one.recipient), ...own.map((one) => one.recipient)]
}

/**
 * Whoever ends their own account or place asks for an erasure (Art. 17) that is granted in the same breath: it stands among
 * the requests as any other, answered by its receipt, and the rights desk sees there who is still to be told of it.
 * What ends because its period is over is not passed on: it was right while it was held, nobody asked for anything, and
 * whoever received it has a period of their own.
 */
export async function requestOwnEnd(running: Running, actor: MemberActor, scope: EndScope): Promise<Telling> {
  const person = await personAlone(running.trx, actor.accountId, actor.personId)
  if (!person) throw new NotFound('person')
  return await requestEnd(running, [{ person, scope }], 'session')
}

/** What such a request adds to what stays as proof, by table: a plan counts it before it is there. */
export const rowsOfRequest = (recipients: number): Record<string, number> => ({
  rights_case: 1,
  rights_case_person: 1,
  rights_step: 3,
  rights_answer: 1,
  rights_recipient: recipients,
})

type Ends = readonly [{ person: Gathered; scope: EndScope }, ...{ person: Gathered; scope: EndScope }[]]

/**
 * The persons must be locked and living, and end in the same transaction.
 * @param identity how it is known whose data it is
 * @param again the request of an erasure that is done once more after a restore
 */
export async function requestEnd(
  running: Running,
  ends: Ends,
  identity: 'session' | 'known_contact',
  again?: { readonly id: string; readonly receivedAt: Date },
): Promise<Telling> {
  const { trx, tools, now, actor } = running
  const [{ person }, ...others] = ends
  const provider = await findProvider(trx)
  if (!provider) throw new NotFound('provider')
  const persons = [person, ...others.map((one) => one.person)] as const
  const asked = { persons, route: 'web', purpose: null, words: '', language: person.language, receivedAt: now } as const
  const caseId = await insertCase(trx, { ...asked, ...again, kind: 'erasure', identity }, actor, now, provider.country)
  const row = await findCase(trx, caseId)
  if (!row) throw new NotFound('request')
  const disclosed = (await Promise.all(ends.map((one) => disclosedOfEnd(trx, one)))).flat()
  await noteRecipients(trx, row, now, disclosed)
  const answering = { row, language: row.language, provider, persons, now }
  const document = answerDocument(answering, [toldPart(await recipientsOf(trx, row), row.language)])
  const staffId = actor.kind === 'staff' ? actor.staffId : null
  const sending = { kind: 'answer', document, reasons: '', staffId, by: 'receipt' } as const
  const answerId = await recordAnswer(trx, tools, { row, person, provider }, sending)
  await addStep(trx, row, 'applied', actor, now)
  await closeCase(running, row, 'done', answerId)
  return { caseId, disclosed }
}

/**
 * After a restore, before the erasure is done once more: the request of then, with whom to tell as far as this database still
 * knows who received what. Where it is lost it is made again, under its own id; what an open one was answered stands anew.
 * Null: nobody is to be told. The account must be locked.
 */
export async function requestAgain(
  running: Running,
  line: { readonly accountId: string; readonly personId: string | null; readonly caseId: string; readonly at: string },
): Promise<Telling | null> {
  const { trx, now } = running
  const { accountId, personId, caseId } = line
  const people = await personsOfAccount(trx, accountId)
  const ours = people.filter((one) => one.capacity === 'controller' && (personId === null || one.personId === personId))
  const [person] = ours
  if (!person || !(await findProvider(trx))) return null
  const ends = [{ person, scope: personId === null ? 'account' : 'person' }] as const
  const row = await findCase(trx, caseId)
  if (!row) return await requestEnd(running, ends, 'known_contact', { id: caseId, receivedAt: new Date(line.at) })
  const disclosed = await disclosedOfEnd(trx, ends[0])
  await noteRecipients(trx, row, now, disclosed)
  return { caseId, disclosed }
}
