/** What every decision of the staff on a request begins with: the case held still, who asks, who answers. */

import { m } from '../../platform/language/words.ts'
import { Conflict, NotFound, Refused } from '../../privacy/operation/errors.ts'
import type { Answering, AnswerProvider } from '../answer/answer-frame.ts'
import { findProvider } from '../answer/provider.queries.ts'
import { type CaseRow, lockCase } from '../request/case.queries.ts'
import { askerFirst } from '../request/handle-request.ts'
import { type Gathered, personsOfCase } from '../request/persons.queries.ts'
import type { Running } from '../request/running.ts'

export interface Deciding {
  readonly row: CaseRow
  readonly asker: Gathered
  readonly persons: readonly Gathered[]
  readonly ours: readonly Gathered[]
  readonly provider: AnswerProvider
  readonly answering: Answering
}

/** @throws NotFound, Conflict `already_answered` */
export async function startDeciding(running: Running, caseId: string): Promise<Deciding> {
  const row = await lockCase(running.trx, caseId)
  if (row.status === 'closed') throw new Conflict('already_answered', m.rights_already_answered())
  return await whoAndWhom(running, row)
}

/** As `startDeciding`, also for a request that was answered. @throws NotFound */
export async function whoAndWhom(running: Running, row: CaseRow): Promise<Deciding> {
  const persons = askerFirst(await personsOfCase(running.trx, row.id), row)
  for (const { accountId, personId } of persons) running.concerning({ accountId, personIds: [personId] })
  running.concerning({ accountId: row.account_id })
  const provider = await findProvider(running.trx)
  const [asker] = persons
  if (!asker || !provider) throw new NotFound('person')
  const ours = persons.filter((one) => one.capacity === 'controller')
  const answering = { row, language: row.language, provider, persons, now: running.now }
  return { row, asker, persons, ours, provider, answering }
}

/** Nothing is changed, removed or told before it is known who asks (P33). @throws Refused `identity_asked` */
export function needIdentity(row: Pick<CaseRow, 'identity'>): void {
  if (row.identity === 'asked') throw new Refused('identity_asked', m.rights_identity_first())
}
