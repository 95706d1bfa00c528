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

/** What is said of a code that has not the shape of one. */
export function codeExpected(kind: unknown): string {
  return kind === 'recovery' ? m.identity_expect_recovery_code() : m.identity_expect_app_code()
}

export function wrongCode(kind: 'app' | 'recovery'): string {
  return kind === 'recovery' ? m.identity_recovery_code_wrong() : m.identity_code_wrong()
}
