/** Requests that are open when the data of who made them ends: nobody could answer them afterwards, and no clock stops by itself. */
import type { PurposeName } from '../../../policy/policy.ts'
import { m } from '../../platform/language/words.ts'
import { answerDocument, reasonsPart } from '../answer/answer-frame.ts'
import { findProvider } from '../answer/provider.queries.ts'
import { recordAnswer } from '../answer/record-answer.ts'
import { type CaseRow, countryOf, insertCase, lockCase } from '../request/case.queries.ts'
import { askerFirst, closeCase } from '../request/handle-request.ts'
import { type Gathered, personsOfCase } from '../request/persons.queries.ts'
import type { Running } from '../request/running.ts'

/**
 * Answers and closes them, before the data ends: that nothing is held any more is the whole answer, and the receipt of the
 * erasure tells it. What such a request asks about other accounts of the same human goes on there, under the same deadline.
 * The persons must be locked and living.
 */
export async function closeRequests(running: Running, accountId: string, personIds: readonly string[]): Promise<void> {
  const { trx } = running
  const open = await trx
    .selectFrom('rights_case')
    .select('id')
    .where('account_id', '=', accountId)
    .where('person_id', 'in', personIds)
    .where('status', '=', 'open')
    .orderBy('id')
    .execute()
  const provider = open.length > 0 ? await findProvider(trx) : undefined
  if (!provider) return
  for (const { id } of open) {
    const row = await lockCase(trx, id)
    const persons = askerFirst(await personsOfCase(trx, id), row)
    const [asker] = persons
    if (!asker || row.status === 'closed') continue
    await carryOn(
      running,
      row,
      persons.filter((one) => one.accountId !== accountId || !personIds.includes(one.personId)),
    )
    const to = { locale: row.language }
    const answering = { row, language: row.language, provider, persons, now: running.now }
    const nothingLeft = reasonsPart(m.rights_answer_words_title({}, to), m.rights_ended_with_data({}, to))
    const document = answerDocument(answering, [nothingLeft])
    const sending = { kind: 'answer', document, reasons: '', staffId: null, by: 'receipt' } as const
    const answerId = await recordAnswer(trx, running.tools, { row, person: asker, provider }, sending)
    await closeCase(running, row, 'done', answerId)
  }
}

async function carryOn({ trx, actor, now }: Running, row: CaseRow, rest: readonly Gathered[]): Promise<void> {
  const [asker, ...others] = rest
  if (!asker) return
  const same = {
    kind: row.kind,
    route: row.route,
    purpose: row.purpose as PurposeName | null,
    words: row.words,
    language: row.language,
    receivedAt: row.received_at,
    identity: row.identity,
  }
  await insertCase(trx, { ...same, persons: [asker, ...others] }, actor, now, await countryOf(trx))
}
