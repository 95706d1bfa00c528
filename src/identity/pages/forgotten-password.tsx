import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { askForReset } from '../sign-in/ask-for-reset.ts'
import type { Route } from './+types/forgotten-password.ts'
import { Door } from './door.tsx'
import { doorOf } from './door-loader.ts'
import { field, noSooner } from './sign-in-request.ts'

export function loader({ context, request }: Route.LoaderArgs) {
  return { ...doorOf(visit(context)), isSent: new URL(request.url).searchParams.get('done') === 'sent' }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    // A known address costs a letter, an unknown one nothing: neither the words nor the time may tell.
    await noSooner(600, call<typeof askForReset>('password.ask_for_reset', { email: field(form, 'email') }))
    throw redirect('/password?done=sent')
  })
}

export default function ForgottenPassword({ loaderData, actionData }: Route.ComponentProps) {
  const { isSent, ...door } = loaderData
  if (isSent) {
    return (
      <Door {...door} title={m.identity_forgotten_title()}>
        <Notice tone="done" announce title={m.identity_forgotten_sent()}>
          {m.identity_forgotten_sent_more()}
        </Notice>
        <p className="mt-6">
          <TextLink to="/sign-in">{m.identity_to_sign_in()}</TextLink>
        </p>
      </Door>
    )
  }
  return (
    <Door {...door} title={m.identity_forgotten_title()} lead={m.identity_forgotten_lead()}>
      <Form answer={actionData}>
        <Field name="email" label={m.identity_email()}>
          <TextInput type="email" autoComplete="username" inputMode="email" />
        </Field>
        <Submit aside={<TextLink to="/sign-in">{m.identity_to_sign_in()}</TextLink>}>{m.identity_send_link()}</Submit>
      </Form>
    </Door>
  )
}
