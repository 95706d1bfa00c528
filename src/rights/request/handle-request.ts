/**
 * What happens once it is known who asks: what takes effect does so at once, in this transaction; what a program can
 * answer in full is answered; what is held for clients is passed to them. All else waits for one of the staff.
 */

import type { PurposeName } from '../../../policy/policy.ts'
import { recordConsent } from '../../privacy/limits/record-consent.ts'
import { setLimit } from '../../privacy/limits/set-limit.ts'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { answerDocument } from '../answer/answer-frame.ts'
import { findProvider } from '../answer/provider.queries.ts'
import { recordAnswer } from '../answer/record-answer.ts'
import { addStep, type CaseRow, findCase, lockCase, updateCase } from './case.queries.ts'
import { grantedParts } from './granted-parts.ts'
import { passOn } from './pass-on.ts'
import { type Gathered, personsOfCase } from './persons.queries.ts'
import { isAnsweredAtOnce, limitOf, type Outcome } from './request.rules.ts'
import type { Running } from './running.ts'
import { noteRecipients } from './tell-recipients.ts'

/** `fresh`: the persons of a case that this transaction opened, and which nobody else can see yet. */
export async function handleRequest(
  running: Running,
  caseId: string,
  fresh: readonly Gathered[] | null = null,
): Promise<'answered' | 'waits'> {
  const { trx, tools, now } = running
  const row = fresh ? await findCase(trx, caseId) : await lockCase(trx, caseId)
  if (!row) throw new NotFound('request')
  const persons = askerFirst(fresh ?? (await personsOfCase(trx, caseId)), row)
  const [asker] = persons
  if (!asker || row.status === 'closed') return 'answered'
  if (row.identity === 'asked') throw new Conflict('identity_asked')
  const ours = persons.filter((one) => one.capacity === 'controller')
  const theirs = persons.filter((one) => one.capacity === 'processor')
  const unreached = await passOn(running, row, theirs)
  await applyLimit(running, row, ours)
  const all = { ...row, purpose: row.purpose as PurposeName | null }
  if (asker.email === null || unreached > 0 || (ours.length > 0 && !isAnsweredAtOnce(all))) return 'waits'
  const provider = await findProvider(trx)
  if (!provider) throw new NotFound('provider')
  const answering = { row, language: row.language, provider, persons, now }
  const document = answerDocument(answering, await grantedParts(running, row, persons))
  const sending = { kind: 'answer', document, reasons: '', staffId: null, by: 'mail' } as const
  const answerId = await recordAnswer(trx, tools, { row, person: asker, provider }, sending)
  await closeCase(running, row, ours.length === 0 ? 'passed_on' : 'done', answerId)
  return 'answered'
}

/** The one place where a case closes, and it takes an answer to do it. */
export async function closeCase(running: Running, row: CaseRow, outcome: Outcome, answerId: string): Promise<void> {
  await addStep(running.trx, row, 'answered', running.actor, running.now)
  const closed = { status: 'closed', outcome, answer_id: answerId, closed_at: running.now } as const
  await updateCase(running.trx, row, closed)
}

export function askerFirst(persons: readonly Gathered[], row: Pick<CaseRow, 'person_id'>): Gathered[] {
  return [...persons].sort((a, b) => Number(b.personId === row.person_id) - Number(a.personId === row.person_id))
}

async function applyLimit(running: Running, row: CaseRow, ours: readonly Gathered[]): Promise<void> {
  const limit = limitOf({ kind: row.kind, purpose: row.purpose as PurposeName | null })
  if (!limit || ours.length === 0) return
  for (const { accountId, personId } of ours) {
    const person = { accountId, personId }
    if (limit.kind === 'consent_missing') await withdraw(running, row, person, limit.purpose)
    else {
      const asked = limit.kind === 'restricted' ? { ...limit, requestId: row.id } : limit
      await setLimit(running.trx, person, asked, running.actor)
    }
  }
  await addStep(running.trx, row, 'applied', running.actor, running.now)
  if (row.kind === 'restriction') await noteRecipients(running.trx, row, running.now)
}

async function withdraw(
  { trx, actor }: Running,
  row: CaseRow,
  person: { accountId: string; personId: string },
  purpose: PurposeName,
): Promise<void> {
  const consent = {
    purpose,
    decision: 'withdrawn',
    method: 'withdraw',
    language: row.language,
    surface: `request ${row.number}`,
  } as const
  await recordConsent(trx, person, consent, actor)
}
