/** One of the staff answers a request: does it, does part of it, or refuses it, with reasons where it is not all done. */
import { z } from 'zod'
import type { PurposeName } from '../../../policy/policy.ts'
import { m } from '../../platform/language/words.ts'
import { setLimit } from '../../privacy/limits/set-limit.ts'
import { Conflict, Invalid } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { answerDocument, reasonsPart } from '../answer/answer-frame.ts'
import type { Part } from '../answer/document.ts'
import { recordAnswer, shortestReasons } from '../answer/record-answer.ts'
import { correctionsOf } from '../correction/correction.queries.ts'
import { recipientsOf } from '../request/case.queries.ts'
import { wordsField } from '../request/fields.ts'
import { grantedParts } from '../request/granted-parts.ts'
import { closeCase } from '../request/handle-request.ts'
import { passOnByHand } from '../request/pass-on.ts'
import { type Deciding, needIdentity, startDeciding } from './deciding.ts'
import { objectedApart } from './objected-apart.ts'

export const byField = z.enum(['mail', 'post'])
const reasonsField = wordsField.refine((words) => words === '' || words.length >= shortestReasons, {
  error: () => m.rights_expect_reasons(),
})

export const decideRequest = writeOperation({
  name: 'request.decide',
  purpose: 'rights',
  http: 'POST /rights/requests/{caseId}/decision',
  says: 'Answer a request: do it, do part of it, or refuse it; the last two with reasons',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({
    caseId: z.uuid(),
    decision: z.enum(['grant', 'partly', 'refuse']),
    /** Why not, or not all of it. */
    reasons: reasonsField.optional(),
    /** What else the person is told. */
    words: wordsField.optional(),
    by: byField,
  }),
  output: z.object({ answerId: z.uuid() }),
  async run({ trx, actor, input, tools, now, concerning }) {
    const running = { trx, tools, now, actor, concerning }
    const deciding = await startDeciding(running, input.caseId)
    const { row, asker, persons, ours, provider, answering } = deciding
    const refused = input.decision === 'refuse'
    // A request may be refused because nobody showed who asks; anything else waits for it.
    if (!refused) needIdentity(row)
    if (!refused && row.kind === 'erasure') throw new Conflict('erase_by_plan', m.rights_erase_by_plan())
    const reasons = input.reasons ?? ''
    const corrects = !refused && row.kind === 'rectification'
    if (corrects) await needRecipients(deciding, running.trx)
    const isBare = corrects && (input.words ?? '') === '' && (await correctionsOf(trx, row.id)).length === 0
    const missing = {
      ...(input.decision !== 'grant' && reasons === '' ? { reasons: m.rights_expect_reasons() } : {}),
      ...(isBare ? { words: m.rights_expect_what_was_corrected() } : {}),
    }
    if (Object.keys(missing).length > 0) throw new Invalid(missing)
    if (refused) await undoObjection(deciding, running)
    await passOnByHand(running, row, persons)
    const parts: Part[] = refused ? [] : await grantedParts(running, row, persons)
    const also: Part[] = [
      ...(input.words ? [reasonsPart(m.rights_answer_words_title({}, { locale: row.language }), input.words)] : []),
      ...(reasons ? [reasonsPart(m.rights_answer_reasons_title({}, { locale: row.language }), reasons)] : []),
    ]
    const kind = { grant: 'answer', partly: 'partial', refuse: 'refusal' } as const
    const document = answerDocument(answering, [...parts, ...also])
    const sending = { kind: kind[input.decision], document, reasons, staffId: actor.staffId, by: input.by }
    const answerId = await recordAnswer(trx, tools, { row, person: asker, provider }, sending)
    const outcome = { grant: 'done', partly: 'partly', refuse: 'refused' } as const
    // What is held for clients alone is theirs to answer: that it was passed on is all of it.
    const isTheirs = !refused && ours.length === 0
    await closeCase(running, row, isTheirs ? 'passed_on' : outcome[input.decision], answerId)
    return { answerId }
  },
})

/** Corrected data was passed on, or is about to be: the answer says to whom, so that was settled first. */
async function needRecipients({ row }: Deciding, trx: Parameters<typeof recipientsOf>[0]): Promise<void> {
  const open = (await recipientsOf(trx, row)).filter((one) => one.status === 'to_tell')
  if (open.length > 0) throw new Conflict('recipients_to_tell', m.rights_recipients_first())
}

/**
 * An objection that compelling grounds outweigh (Art. 21(1)): the purpose goes on, and the person is told with this answer. What
 * they turned off by their own choice, or by another request that stands, was never this one's to turn on.
 */
async function undoObjection(
  { row, ours }: Deciding,
  { trx, actor }: Parameters<typeof startDeciding>[0],
): Promise<void> {
  if (row.kind !== 'objection' || row.identity === 'asked') return
  const purpose = row.purpose as PurposeName
  for (const { accountId, personId } of ours) {
    if (await objectedApart(trx, { accountId, personId }, { id: row.id, purpose })) continue
    await setLimit(trx, { accountId, personId }, { kind: 'lifted', purpose }, actor)
  }
}
