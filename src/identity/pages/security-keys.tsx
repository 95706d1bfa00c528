import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { day } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { ProveFirst } from '../../ui/form/prove-first.tsx'
import { Select } from '../../ui/form/select.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Exact } from '../../ui/text/exact.tsx'
import { ActButton } from './act-button.tsx'

interface Key {
  readonly id: string
  readonly name: string
  readonly ending: string
  readonly since: Date
  readonly until: Date | null
  readonly lastUsedOn: string | null
}

interface ApiKeysProps {
  keys: readonly Key[]
  answer: FormAnswer | undefined
  /** Where to come back to, for somebody who must first show again who they are. Null for who just has. */
  proveAt: string | null
}

/** Keys for programs that call the API in this person's name. */
export function ApiKeys({ keys, answer, proveAt }: ApiKeysProps) {
  return (
    <div className="grid gap-6">
      <p className="max-w-prose text-quiet">
        {m.identity_keys_why()}{' '}
        <a className="link" href="/api/v1/openapi.json">
          {m.identity_keys_docs()}
        </a>
      </p>
      {keys.length > 0 && (
        <ul className="border-t border-line">
          {keys.map((key) => (
            <li key={key.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5">
              <span className="min-w-0 grow break-words">
                {key.name} <Exact>…{key.ending}</Exact>
              </span>
              <span className="text-small text-quiet">
                {key.until && m.identity_key_until({ day: day(key.until) })}
                {' · '}
                {key.lastUsedOn
                  ? m.identity_key_used({ day: day(new Date(`${key.lastUsedOn}T12:00:00Z`)) })
                  : m.identity_key_unused()}
              </span>
              <ActButton formId="key_end" id={key.id} look="danger" about={key.name}>
                {m.identity_end()}
              </ActButton>
            </li>
          ))}
        </ul>
      )}
      {proveAt && !answer ? (
        <ProveFirst to={proveAt}>{m.identity_key_prove_first()}</ProveFirst>
      ) : (
        <Form id="key_make" answer={answer}>
          <Field name="name" label={m.identity_key_name()} hint={m.identity_key_name_hint()}>
            <TextInput room="middle" maxLength={60} autoComplete="off" />
          </Field>
          <Field name="days" label={m.identity_key_life()}>
            <Select
              defaultValue="90"
              choices={[30, 90, 365].map((count) => ({ value: String(count), label: m.identity_days({ count }) }))}
            />
          </Field>
          <Submit look="quiet">{m.identity_key_make()}</Submit>
        </Form>
      )}
    </div>
  )
}
