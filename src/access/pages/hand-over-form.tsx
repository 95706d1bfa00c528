import { type SubmitEvent, useState } from 'react'
import { useSubmit } from 'react-router'
import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import { Button } from '../../ui/action/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { PrivateMark } from '../../ui/text/private-mark.tsx'
import type { prepareDeposit } from '../deposit/prepare-deposit.ts'
import { type SecretFault, secretFaults } from '../sealed/check-secret.ts'
import { depositKinds, type Secret } from '../sealed/deposit-kinds.ts'
import { sealForBroker } from '../sealed/seal-for-broker.ts'
import type { TargetView } from '../target/target.view.ts'
import { FactFields } from './fact-fields.tsx'
import { ScriptNeeded } from './script-needed.tsx'
import { SecretFields } from './secret-fields.tsx'
import { useScript } from './use-script.ts'

interface HandOverFormProps {
  sealing: OutputOf<typeof prepareDeposit>
  target: TargetView | null
  answer: FormAnswer | undefined
  /** Something stands there already, and goes. */
  replaces: boolean
}

const formId = 'form'

/** Seals the secret in this browser, and sends only what came of it. */
export function HandOverForm({ sealing, target, answer, replaces }: HandOverFormProps) {
  const submit = useSubmit()
  const script = useScript()
  const [here, setHere] = useState<FormAnswer>()
  const { place, brokerKey, notices } = sealing

  async function seal(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const secret = secretOf(form)
    const errors = { ...unfilled(form), ...saidFaults(secretFaults(place.kind, secret)) }
    setHere(Object.keys(errors).length > 0 ? { errors, values: {} } : undefined)
    if (Object.keys(errors).length > 0) return
    data.set('depositId', place.depositId)
    data.set('version', String(place.version))
    data.set('sealed', await sealForBroker(brokerKey, place, secret))
    await submit(data, { method: 'post' })
  }

  function secretOf(form: HTMLFormElement): Secret {
    const values: [string, string][] = depositKinds[place.kind].secrets.map((field) => {
      const input = form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${formId}-${field}`)
      return [field, input?.value ?? '']
    })
    return Object.fromEntries(values.filter(([, value]) => value !== ''))
  }

  return (
    <Form id={formId} answer={here ?? answer} onSubmit={seal}>
      <FactFields kind={place.kind} target={target} notice={notices.facts} />
      <PrivateMark words={m.access_sealed_here()}>
        <p className="mb-4 max-w-prose text-quiet">{m.access_sealed_explained()}</p>
        <ScriptNeeded>{m.access_script_to_seal()}</ScriptNeeded>
        <SecretFields kind={place.kind} notice={notices.secret} />
      </PrivateMark>
      {script ? (
        <Submit aside={replaces ? m.access_replace_aside() : m.access_give_aside({ views: place.views })}>
          {m.access_seal_and_send()}
        </Submit>
      ) : (
        <Button disabled className="w-fit">
          {m.access_seal_and_send()}
        </Button>
      )}
    </Form>
  )
}

/** What is sent as it is typed and stands empty: said together with what is wrong with the secret. */
function unfilled(form: HTMLFormElement): Record<string, string> {
  const wanted = form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name][required]')
  const empty = [...wanted].filter(({ value }) => value.trim() === '')
  return Object.fromEntries(empty.map(({ name }) => [name, m.ui_expect_something()]))
}

function saidFaults(faults: Readonly<Record<string, SecretFault>>): Record<string, string> {
  const words = {
    missing: m.access_fault_missing,
    payment_details: m.access_fault_payment,
    too_long: m.access_fault_too_long,
  }
  return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, words[fault]()]))
}
