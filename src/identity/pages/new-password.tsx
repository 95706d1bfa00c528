import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import type { setNewPassword, showReset } from '../sign-in/set-new-password.ts'
import type { Route } from './+types/new-password.ts'
import { Door } from './door.tsx'
import { doorOf } from './door-loader.ts'
import { field } from './sign-in-request.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const here = visit(context)
  const { email } = await here.call<typeof showReset>('password.show_reset', { token: params.token })
  return { ...doorOf(here), email }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    await call<typeof setNewPassword>('password.reset', { token: params.token, password: field(form, 'password') })
    throw redirect('/sign-in?done=password')
  })
}

export default function NewPassword({ loaderData, actionData }: Route.ComponentProps) {
  const { email, ...door } = loaderData
  if (email === null) {
    return (
      <Door {...door} title={m.identity_link_gone_title()} lead={m.identity_reset_gone()}>
        <LinkButton to="/password">{m.identity_forgotten_title()}</LinkButton>
      </Door>
    )
  }
  return (
    <Door {...door} title={m.identity_new_password_title()} lead={m.identity_new_password_lead({ email })}>
      <Form answer={actionData}>
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <Field name="password" label={m.identity_new_password()} hint={m.identity_password_rule()}>
          <TextInput type="password" autoComplete="new-password" />
        </Field>
        <Submit aside={m.identity_new_password_aside()}>{m.identity_new_password_save()}</Submit>
      </Form>
    </Door>
  )
}
