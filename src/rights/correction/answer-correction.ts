/** What a person corrected by themselves is a request that was answered at once: its case, its answer, its recipients. */
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { answerDocument } from '../answer/answer-frame.ts'
import { type Change, correctionPart, toldPart } from '../answer/change.answers.ts'
import { findProvider } from '../answer/provider.queries.ts'
import { recordAnswer } from '../answer/record-answer.ts'
import { lockCase, recipientsOf } from '../request/case.queries.ts'
import { closeCase } from '../request/handle-request.ts'
import { openRequest } from '../request/open-request.ts'
import { personAndSame } from '../request/persons.queries.ts'
import type { Running } from '../request/running.ts'
import { noteRecipients } from '../request/tell-recipients.ts'

export async function answerCorrection(
  running: Running,
  actor: MemberActor,
  locale: 'ro' | 'en' | undefined,
  changes: readonly Change[],
): Promise<string> {
  const { trx, tools, now } = running
  const [own] = await personAndSame(trx, actor.accountId, actor.personId)
  const provider = await findProvider(trx)
  if (!own || !provider) throw new NotFound('person')
  const { caseId } = await openRequest(running, {
    kind: 'rectification',
    purpose: null,
    words: changes.map(({ field }) => field).join(', '),
    persons: [own],
    route: 'web',
    language: locale ?? own.language,
    receivedAt: now,
    identity: 'session',
  })
  const row = await lockCase(trx, caseId)
  await noteRecipients(trx, row, now)
  const told = toldPart(await recipientsOf(trx, row), row.language)
  const answering = { row, language: row.language, provider, persons: [own], now }
  const document = answerDocument(answering, [correctionPart(changes, row.language), told])
  const by = own.email === null ? 'post' : 'mail'
  const sending = { kind: 'answer', document, reasons: '', staffId: null, by } as const
  const answerId = await recordAnswer(trx, tools, { row, person: own, provider }, sending)
  await closeCase(running, row, 'done', answerId)
  return caseId
}
