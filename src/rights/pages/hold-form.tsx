import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { Section } from '../../ui/shell/page.tsx'

/** Keeps one client's data from ending. Reached from the client's page. */
export function HoldForm({ accountId, answer }: { accountId: string; answer: FormAnswer | undefined }) {
  return (
    <Section title={m.rights_hold_title()}>
      <p className="mb-4 max-w-prose text-quiet">{m.rights_hold_words()}</p>
      <Form id="hold" answer={answer?.values.formId === 'hold' ? answer : undefined}>
        <input type="hidden" name="accountId" value={accountId} />
        <Field name="reason" label={m.rights_hold_reason()} hint={m.rights_hold_reason_hint()}>
          <TextArea rows={3} maxLength={1_000} />
        </Field>
        <Submit>{m.rights_hold_submit()}</Submit>
      </Form>
    </Section>
  )
}
