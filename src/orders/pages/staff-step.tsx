import type { ReactNode } from 'react'
import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import type { OrderView } from '../order/order.view.ts'
import { answerOf } from './answer-of.ts'
import { Checklist } from './checklist.tsx'

interface StaffStepProps {
  order: OrderView
  answer: FormAnswer | undefined
}

/** The step at hand for the staff: the one button, or for whom the order waits. */
export function StaffStep({ order, answer }: StaffStepProps) {
  const { may, duty } = order
  const access = order.checklist.length > 0 && <Checklist order={order} />
  if (may.includes('accept')) {
    const says = order.checklist.length > 0 ? m.orders_now_staff_accept() : m.orders_now_staff_accept_ready()
    return (
      <Act id="accept" answer={answer} says={says} button={m.orders_accept_button()}>
        {access}
      </Act>
    )
  }
  if (may.includes('start')) {
    return (
      <Act id="start" answer={answer} says={m.orders_now_staff_start()} button={m.orders_start_button()}>
        {access}
      </Act>
    )
  }
  if (may.includes('deliver')) return <Deliver answer={answer} />
  if (may.includes('ask_again')) {
    return (
      <Act id="ask_again" answer={answer} says={m.orders_now_staff_ask_again()} button={m.orders_ask_again_button()}>
        {access}
      </Act>
    )
  }
  if (duty?.what === 'give_access') {
    return (
      <div className="grid gap-3">
        <p>{m.orders_now_staff_give()}</p>
        {access}
      </div>
    )
  }
  return <p>{duty?.what === 'confirm' ? m.orders_now_staff_confirm() : m.orders_now_staff_other()}</p>
}

interface ActProps {
  id: string
  answer: FormAnswer | undefined
  says: string
  button: string
  children?: ReactNode
}

function Act({ id, answer, says, button, children }: ActProps) {
  return (
    <div className="grid gap-3">
      <p>{says}</p>
      {children}
      <Form id={id} answer={answerOf(answer, id)}>
        <Submit>{button}</Submit>
      </Form>
    </div>
  )
}

function Deliver({ answer }: Pick<StaffStepProps, 'answer'>) {
  return (
    <div className="grid gap-4">
      <p>{m.orders_now_staff_deliver()}</p>
      <Form id="deliver" answer={answerOf(answer, 'deliver')}>
        <Field name="words" label={m.orders_deliver_words()} hint={m.orders_deliver_hint()}>
          <TextArea tall maxLength={20_000} />
        </Field>
        <Submit>{m.orders_deliver_button()}</Submit>
      </Form>
    </div>
  )
}
