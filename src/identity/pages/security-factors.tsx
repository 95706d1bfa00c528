import { useEffect, useState } from 'react'
import { writerField } from '../../platform/http/kept-place.ts'
import { day } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { Button, LinkButton } from '../../ui/action/button.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { ActButton } from './act-button.tsx'
import { canUsePasskeys, makePasskey, postJson } from './passkey-client.ts'

interface SecondStepProps {
  app: { recoveryCodesLeft: number } | null
  area: string
  /** Staff cannot turn it off. */
  isRequired: boolean
}

/** The app with codes: on, with how many recovery codes are left, or off. */
export function SecondStep({ app, area, isRequired }: SecondStepProps) {
  const to = `/sign-in/second-factor?${new URLSearchParams({ to: `${area}/account/security` })}`
  if (!app) {
    return (
      <div className="grid justify-items-start gap-3">
        <StateWord>{m.identity_app_off()}</StateWord>
        <p className="max-w-prose text-quiet">{m.identity_app_why()}</p>
        <LinkButton look="quiet" to={to}>
          {m.identity_app_turn_on()}
        </LinkButton>
      </div>
    )
  }
  const few = app.recoveryCodesLeft < 4
  return (
    <div className="grid justify-items-start gap-3">
      <StateWord tone="done">{m.identity_app_on()}</StateWord>
      <p className={few ? 'text-amber' : 'text-quiet'}>{m.identity_codes_left({ count: app.recoveryCodesLeft })}</p>
      <div className="flex flex-wrap gap-2">
        <ActButton formId="codes">{m.identity_codes_renew()}</ActButton>
        <LinkButton look="quiet" small to={to}>
          {m.identity_app_move()}
        </LinkButton>
        {!isRequired && (
          <ActButton formId="app_end" look="danger">
            {m.identity_app_turn_off()}
          </ActButton>
        )}
      </div>
    </div>
  )
}

interface PasskeysProps {
  passkeys: readonly { id: string; name: string; since: Date | null }[]
  area: string
}

export function Passkeys({ passkeys, area }: PasskeysProps) {
  return (
    <div className="grid gap-4">
      <p className="max-w-prose text-quiet">{m.identity_passkeys_why()}</p>
      {passkeys.length > 0 && (
        <ul className="border-t border-line">
          {passkeys.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5">
              <span className="min-w-0 grow break-words">{one.name || m.identity_passkey_unnamed()}</span>
              {one.since && <span className="text-small text-quiet">{m.identity_since({ day: day(one.since) })}</span>}
              <ActButton formId="passkey_remove" id={one.id} look="danger" about={one.name}>
                {m.identity_remove()}
              </ActButton>
            </li>
          ))}
        </ul>
      )}
      <NewPasskey area={area} />
    </div>
  )
}

/** Making a passkey needs script and a browser that knows how. */
function NewPasskey({ area }: { area: string }) {
  const [able, setAble] = useState<boolean | null>(null)
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready')
  useEffect(() => setAble(canUsePasskeys()), [])
  if (able === null) return <p className="text-small text-quiet">{m.identity_passkey_needs_script()}</p>
  if (!able) return <p className="text-small text-quiet">{m.identity_passkey_unable()}</p>

  async function add(form: HTMLFormElement) {
    setState('busy')
    const typed = new FormData(form)
    const name = String(typed.get('passkeyName') ?? '').trim()
    const writer = typed.get(writerField)
    const asked = await postJson('/passkey', { writer })
    if (asked?.to) return window.location.assign(String(asked.to))
    const answer = asked && (await makePasskey(asked.question))
    const done = answer
      ? await postJson('/passkey', { writer, answer, name: name || m.identity_passkey_unnamed() })
      : null
    if (done) window.location.assign(typeof done.to === 'string' ? done.to : `${area}/account/security?done=passkey`)
    else setState('failed')
  }

  return (
    <Form id="passkey_add">
      <Field name="passkeyName" label={m.identity_passkey_name()} hint={m.identity_passkey_name_hint()} optional>
        <TextInput room="middle" maxLength={60} autoComplete="off" />
      </Field>
      <div>
        <Button
          type="button"
          look="quiet"
          disabled={state === 'busy'}
          onClick={(event) => void (event.currentTarget.form && add(event.currentTarget.form))}
        >
          {m.identity_passkey_add()}
        </Button>
        {state === 'failed' && (
          <p role="alert" className="mt-2 text-small text-red">
            {m.identity_passkey_refused()}
          </p>
        )}
      </div>
    </Form>
  )
}
