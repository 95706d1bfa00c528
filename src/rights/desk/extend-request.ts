import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { answerClock, canExtend } from '../../privacy/clock/answer-clock.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { answerDocument, reasonsPart } from '../answer/answer-frame.ts'
import { text } from '../answer/document.ts'
import { recordAnswer, shortestReasons } from '../answer/record-answer.ts'
import { civilDayIn } from '../answer/said-in.ts'
import { addStep, clockFacts, refreshDue, stepsOf, updateCase } from '../request/case.queries.ts'
import { wordsField } from '../request/fields.ts'
import { byField } from './decide-request.ts'
import { startDeciding } from './deciding.ts'

/** Takes up to two months more (Art. 12(3)): once, told with reasons within the first month. */
export const extendRequest = writeOperation({
  name: 'request.extend',
  purpose: 'rights',
  http: 'POST /rights/requests/{caseId}/extension',
  says: 'Take two months more for an answer, telling the person why',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({
    caseId: z.uuid(),
    reasons: wordsField.refine((words) => words.length >= shortestReasons, { error: () => m.rights_expect_reasons() }),
    by: byField,
  }),
  output: z.object({ dueOn: z.string() }),
  async run({ trx, actor, input, tools, now, concerning }) {
    const running = { trx, tools, now, actor, concerning }
    const { row, asker, provider, answering } = await startDeciding(running, input.caseId)
    const facts = clockFacts(row, await stepsOf(trx, row), provider.country)
    if (!canExtend(facts, now)) throw new Conflict('cannot_extend', m.rights_cannot_extend())
    const dueOn = answerClock({ ...facts, extendedAt: now }).dueOn ?? ''
    const to = { locale: row.language }
    const longer = {
      heading: m.rights_extension_title({}, to),
      blocks: [text(m.rights_extension_until({ day: civilDayIn(dueOn, row.language) }, to))],
    }
    const why = reasonsPart(m.rights_answer_reasons_title({}, to), input.reasons)
    const document = answerDocument(answering, [longer, why])
    const sending = {
      kind: 'extension',
      document,
      reasons: input.reasons,
      staffId: actor.staffId,
      by: input.by,
    } as const
    await recordAnswer(trx, tools, { row, person: asker, provider }, sending)
    await updateCase(trx, row, { extended_at: now })
    await addStep(trx, row, 'extended', actor, now)
    await refreshDue(trx, row.id, provider.country)
    return { dueOn }
  },
})
