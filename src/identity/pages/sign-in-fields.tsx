import { m } from '../../platform/language/words.ts'
import { Checkbox } from '../../ui/form/checkbox.tsx'
import { Field } from '../../ui/form/field.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'

/** Whom one is, on the first step of signing in. */
export function SignInFields() {
  return (
    <>
      <Field name="email" label={m.identity_email()}>
        <TextInput type="email" autoComplete="username webauthn" inputMode="email" />
      </Field>
      <PasswordField />
      <Checkbox name="keep" label={m.identity_keep()} hint={m.identity_keep_hint()} />
    </>
  )
}

export function PasswordField() {
  return (
    <Field name="password" label={m.identity_password()}>
      <TextInput type="password" autoComplete="current-password" />
    </Field>
  )
}
