import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Section } from '../../ui/shell/page.tsx'
import { When } from '../../ui/text/when.tsx'
import type { followRequest } from '../request/link-request.ts'
import { RequestState } from './request-state.tsx'

type Followed = OutputOf<typeof followRequest>

/** How it stands, as much as the link alone may say. */
export function Standing({ of }: { of: Followed }) {
  const { outcome, dueOn, identityShown, receivedAt } = of
  const identity = identityShown ? 'code' : 'asked'
  return (
    <>
      <RequestState of={{ outcome, dueOn, identity, extendedAt: null }} />
      <span>
        {m.rights_link_received()} <When at={receivedAt} />
      </span>
    </>
  )
}

/** The code opens the request; the first one that is right also shows who asks. */
export function EnterCode({ standing, answer }: { standing: Followed; answer: FormAnswer | undefined }) {
  const own = (id: string) => (answer?.values.formId === id ? answer : undefined)
  return (
    <>
      <p className="mb-6 max-w-prose">
        {standing.identityShown ? m.rights_link_open_words() : m.rights_link_first_words()}
      </p>
      <Form id="enter" answer={own('enter')}>
        <Field name="code" label={m.rights_link_code()} hint={m.rights_link_code_hint()}>
          <TextInput room="short" exact autoComplete="one-time-code" autoCapitalize="characters" maxLength={40} />
        </Field>
        <Submit>{m.rights_link_open()}</Submit>
      </Form>
      <Section title={m.rights_link_no_code()}>
        <p className="mb-4 max-w-prose text-quiet">{m.rights_link_no_code_words()}</p>
        <Form id="send" answer={own('send')}>
          <Submit look="quiet">{m.rights_link_send()}</Submit>
        </Form>
      </Section>
    </>
  )
}
