import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'

/** The second step's one field: six digits of an app, or a recovery code. */
export function CodeField({ kind }: { kind: 'app' | 'recovery' }) {
  const isApp = kind === 'app'
  return (
    <Field name="code" label={isApp ? m.identity_code() : m.identity_recovery_code()}>
      {isApp ? (
        <TextInput exact room="short" inputMode="numeric" autoComplete="one-time-code" maxLength={12} />
      ) : (
        <TextInput exact room="middle" autoComplete="off" maxLength={20} />
      )}
    </Field>
  )
}
