import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { Section } from '../../ui/shell/page.tsx'
import { When } from '../../ui/text/when.tsx'
import type { OrderView } from '../order/order.view.ts'
import { answerOf } from './answer-of.ts'

const ratings: readonly (readonly [string, () => string])[] = [
  ['5', m.orders_rating_5],
  ['4', m.orders_rating_4],
  ['3', m.orders_rating_3],
  ['2', m.orders_rating_2],
  ['1', m.orders_rating_1],
]

/** What the client thought of the finished work: asked once, then shown. */
export function FeedbackPart({ order, answer }: { order: OrderView; answer?: FormAnswer | undefined }) {
  if (order.feedback) return <FeedbackGiven feedback={order.feedback} />
  if (!order.may.includes('feedback')) return null
  return (
    <Section title={m.orders_feedback_title()}>
      <Form id="feedback" answer={answerOf(answer, 'feedback')}>
        <Field name="rating" label={m.orders_feedback_rating()} group>
          <RadioCards choices={ratings.map(([value, words]) => ({ value, label: words() }))} />
        </Field>
        <Field name="words" label={m.orders_feedback_words()} optional notice={order.feedbackNotice ?? undefined}>
          <TextArea maxLength={4000} />
        </Field>
        <Submit look="quiet">{m.orders_feedback_send()}</Submit>
      </Form>
    </Section>
  )
}

export function FeedbackGiven({ feedback }: { feedback: NonNullable<OrderView['feedback']> }) {
  const words = ratings.find(([value]) => value === String(feedback.rating))?.[1]()
  return (
    <Section title={m.orders_feedback_given()} aside={<When at={feedback.at} />}>
      <p className="font-medium">{m.orders_feedback_of({ rating: feedback.rating, words: words ?? '' })}</p>
      {feedback.words && <p className="mt-1 max-w-prose break-words whitespace-pre-line">{feedback.words}</p>}
    </Section>
  )
}
