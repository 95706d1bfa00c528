import { useState } from 'react'
import { m } from '../../platform/language/words.ts'
import { Button } from '../../ui/action/button.tsx'
import { Field } from '../../ui/form/field.tsx'
import { useField } from '../../ui/form/field-state.ts'
import { useFormState } from '../../ui/form/form-state.ts'
import { inputLook } from '../../ui/form/text-input.tsx'
import type { NoticeWords } from '../../ui/text/data-notice.tsx'
import type { DepositKind } from '../sealed/deposit-kinds.ts'
import { useScript } from './use-script.ts'

/** The fields of a secret. They have no name and stay shut without script: nothing can send them as they are typed. */
export function SecretFields({ kind, notice }: { kind: DepositKind; notice: NoticeWords }) {
  return (
    <div className="grid gap-6">
      <Field
        name="password"
        label={m.access_secret_password()}
        hint={
          kind === 'server'
            ? m.access_secret_either_key()
            : kind === 'ticketing'
              ? m.access_secret_either_token()
              : undefined
        }
        notice={notice}
        optional={kind !== 'database'}
      >
        <SecretLine />
      </Field>
      {kind === 'ticketing' && (
        <Field name="token" label={m.access_secret_token()} optional>
          <SecretLine />
        </Field>
      )}
      {kind === 'server' && (
        <>
          <Field name="privateKey" label={m.access_secret_key()} hint={m.access_secret_key_hint()} optional>
            <SecretText />
          </Field>
          <Field name="passphrase" label={m.access_secret_passphrase()} optional>
            <SecretLine />
          </Field>
        </>
      )}
    </div>
  )
}

function useSecretInput() {
  const field = useField()
  const { busy } = useFormState()
  const script = useScript()
  return {
    id: field.id,
    disabled: !script || busy,
    autoComplete: 'off',
    spellCheck: false,
    autoCapitalize: 'none',
    'aria-invalid': field.error ? true : undefined,
    'aria-describedby': field.describedBy,
    // Keeps password managers from storing a client's server login as their own.
    'data-1p-ignore': true,
    'data-lpignore': 'true',
  } as const
}

function SecretLine() {
  const [shown, setShown] = useState(false)
  const input = useSecretInput()
  return (
    <div className="flex max-w-md gap-2">
      <input {...input} type={shown ? 'text' : 'password'} className={`${inputLook} font-mono`} />
      <Button
        type="button"
        look="quiet"
        aria-pressed={shown}
        disabled={input.disabled}
        onClick={() => setShown(!shown)}
      >
        {shown ? m.access_hide() : m.access_show()}
      </Button>
    </div>
  )
}

function SecretText() {
  const input = useSecretInput()
  const look = `${inputLook} field-sizing-content max-h-[40vh] min-h-24 font-mono text-small`
  return <textarea {...input} className={look} />
}
