import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'

export function Password({ email, answer }: { email: string; answer: FormAnswer | undefined }) {
  return (
    <Form id="password" answer={answer}>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field name="current" label={m.identity_password_now()}>
        <TextInput type="password" autoComplete="current-password" />
      </Field>
      <Field name="password" label={m.identity_new_password()} hint={m.identity_password_rule()}>
        <TextInput type="password" autoComplete="new-password" />
      </Field>
      <Submit look="quiet" aside={m.identity_password_change_aside()}>
        {m.identity_password_change()}
      </Submit>
    </Form>
  )
}
