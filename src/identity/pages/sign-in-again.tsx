import { data, redirect } from 'react-router'
import { answerForm, type FormAnswer } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import type { confirmAgain } from '../sign-in/confirm-again.ts'
import type { Route } from './+types/sign-in-again.ts'
import { Door } from './door.tsx'
import { doorOf } from './door-loader.ts'
import { returnPath } from './return-path.ts'
import { PasswordField } from './sign-in-fields.tsx'
import { browserFacts, field } from './sign-in-request.ts'

export function loader({ context, request }: Route.LoaderArgs) {
  const here = visit(context)
  const to = returnPath(new URL(request.url).searchParams.get('to'))
  if (here.actor.kind === 'visitor') throw redirect(`/sign-in${to ? `?${new URLSearchParams({ to })}` : ''}`)
  return { ...doorOf(here), to, person: here.person?.name ?? '' }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call, actor } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    const { cookie } = browserFacts(request)
    const given = { password: field(form, 'password'), cookie }
    const { outcome } = await call<typeof confirmAgain>('sign_in.again', given)
    const home = actor.kind === 'staff' ? '/staff' : '/desk'
    if (outcome === 'confirmed') throw redirect(returnPath(field(form, 'to')) ?? home)
    const answer: FormAnswer = { errors: { password: m.identity_password_wrong() }, values: {} }
    return data(answer, { status: 422 })
  })
}

export default function SignInAgain({ loaderData, actionData }: Route.ComponentProps) {
  const { to, person, ...door } = loaderData
  return (
    <Door {...door} title={m.identity_again_title()} lead={m.identity_again_lead({ name: person })}>
      <Form answer={actionData}>
        {to && <input type="hidden" name="to" value={to} />}
        <PasswordField />
        <Submit aside={<TextLink to="/password">{m.identity_forgotten()}</TextLink>}>{m.identity_confirm()}</Submit>
      </Form>
    </Door>
  )
}
