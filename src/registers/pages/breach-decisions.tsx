import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'

interface Answered {
  answer?: FormAnswer | undefined
}

/** The authority was told. After 72 hours the reason for the delay goes with it. */
export function NotifyForm({ answer, now, isLate }: Answered & { now: string; isLate: boolean }) {
  return (
    <Form id="notify" answer={answer}>
      <Field name="notifiedAt" label={m.registers_breach_notified_at()}>
        <TextInput type="datetime-local" room="middle" defaultValue={now} />
      </Field>
      <Field name="reference" label={m.registers_breach_authority_number()} hint={m.registers_breach_authority_hint()}>
        <TextInput room="middle" maxLength={200} />
      </Field>
      <Field
        name="lateWhy"
        label={m.registers_breach_late_why()}
        hint={m.registers_breach_late_hint()}
        optional={!isLate}
      >
        <TextArea maxLength={2000} />
      </Field>
      <Submit>{m.registers_breach_notify()}</Submit>
    </Form>
  )
}

/** The authority need not be told: the reason stays in the register. */
export function LeaveForm({ answer }: Answered) {
  return (
    <details className="mt-8" open={answer !== undefined}>
      <summary className="link cursor-pointer">{m.registers_breach_leave_title()}</summary>
      <Form id="leave" answer={answer} className="@container mt-4 grid gap-6">
        <Field name="why" label={m.registers_breach_not_notified_why()} hint={m.registers_breach_leave_hint()}>
          <TextArea maxLength={2000} />
        </Field>
        <Submit look="danger">{m.registers_breach_leave()}</Submit>
      </Form>
    </details>
  )
}

/** Whoever a breach puts at risk is told in plain words, in their language. */
export function TellForm({ answer }: Answered) {
  return (
    <>
      <p className="mb-4 max-w-prose">{m.registers_breach_tell_lead()}</p>
      <Form id="tell" answer={answer}>
        <Field name="emails" label={m.registers_disclosure_whose()} hint={m.registers_breach_tell_hint()}>
          <TextArea />
        </Field>
        <Field name="ro" label={m.registers_breach_words_ro()} hint={m.registers_breach_words_hint()} optional>
          <TextArea tall maxLength={4000} />
        </Field>
        <Field name="en" label={m.registers_breach_words_en()} hint={m.registers_breach_words_hint()} optional>
          <TextArea tall maxLength={4000} />
        </Field>
        <Submit look="quiet">{m.registers_breach_tell()}</Submit>
      </Form>
    </>
  )
}
