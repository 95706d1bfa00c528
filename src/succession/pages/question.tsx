import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import { Button } from '../../ui/action/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { openSuccession } from '../answer-question.ts'

export type Asked = OutputOf<typeof openSuccession>

/** How the question stands: what was said and when, or until when it can be. */
export function QuestionState({ asked }: { asked: Asked }) {
  const { state, answer, answeredAt, closesOn } = asked
  if (state === 'cancelled') return <StateWord>{m.succession_state_cancelled()}</StateWord>
  if (answer && answeredAt) {
    return (
      <StateWord tone={answer === 'yes' ? 'live' : 'done'}>
        {answer === 'yes' ? m.succession_you_said_yes() : m.succession_you_said_no()} <When at={answeredAt} />
      </StateWord>
    )
  }
  if (state === 'asking') {
    return <StateWord tone="wait">{m.succession_answer_until({ day: civilDay(closesOn) })}</StateWord>
  }
  return <StateWord tone="done">{m.succession_silence_was_no()}</StateWord>
}

/** The exact words, and two buttons of the same size. */
export function Question({ asked, answer }: { asked: Asked; answer: FormAnswer | undefined }) {
  const { body, may, handedOverAt } = asked
  return (
    <>
      <div className="grid max-w-prose gap-3">
        {body.map((words) => (
          <p key={words} className="whitespace-pre-line">
            {words}
          </p>
        ))}
      </div>
      {handedOverAt && (
        <div className="mt-6">
          <Notice tone="wait" title={m.succession_handed_over_title()}>
            {m.succession_handed_over_words()} <When at={handedOverAt} />
          </Notice>
        </div>
      )}
      {may.length > 0 && (
        <div className="mt-8">
          <Form id={asked.campaignId} answer={answer}>
            <input type="hidden" name="campaignId" value={asked.campaignId} />
            <input type="hidden" name="text" value={asked.text} />
            <div className="flex flex-wrap gap-3">
              {may.map((one) => (
                <Button key={one} look="quiet" name="answer" value={one} className="min-w-40">
                  {buttonWords(one, asked)}
                </Button>
              ))}
            </div>
          </Form>
        </div>
      )}
    </>
  )
}

function buttonWords(one: 'yes' | 'no', { answer }: Asked): string {
  if (one === 'yes') return m.succession_say_yes()
  return answer === 'yes' ? m.succession_take_back() : m.succession_say_no()
}
