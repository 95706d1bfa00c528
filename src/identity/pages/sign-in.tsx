import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { livePage } from '../../ui/live-page.ts'
import { Notice } from '../../ui/text/notice.tsx'
import type { signInWithPassword } from '../sign-in/sign-in-with-password.ts'
import type { Route } from './+types/sign-in.ts'
import { Door } from './door.tsx'
import { doorOf } from './door-loader.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { returnPath } from './return-path.ts'
import { SignInFields } from './sign-in-fields.tsx'
import { browserFacts, field, stepAnswer } from './sign-in-request.ts'

export const handle = livePage

export function loader({ context, request }: Route.LoaderArgs) {
  const here = visit(context)
  const { searchParams } = new URL(request.url)
  const to = returnPath(searchParams.get('to'))
  if (here.actor.kind === 'member') throw redirect(to ?? '/desk')
  if (here.actor.kind === 'staff') throw redirect(to ?? '/staff')
  return { ...doorOf(here), to, done: searchParams.get('done'), isSetUp: here.provider !== undefined }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    const email = field(form, 'email')
    const keep = form.get('keep') === 'on'
    const given = { email, password: field(form, 'password'), keep, ...browserFacts(request) }
    const answer = await call<typeof signInWithPassword>('sign_in.password', given)
    return stepAnswer(answer, { to: field(form, 'to'), keep, email }, m.identity_sign_in_wrong())
  })
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { to, done, isSetUp, ...door } = loaderData
  return (
    <Door {...door} title={m.identity_sign_in_title()}>
      <div className="grid gap-6">
        {!isSetUp && <Notice tone="wait" title={m.identity_not_set_up()} />}
        {done === 'password' && <Notice tone="done" announce title={m.identity_done_password()} />}
        {done === 'out' && <Notice tone="done" announce title={m.identity_done_out()} />}
        {done === 'expired' && <Notice tone="wait" announce title={m.identity_done_expired()} />}
        <Form answer={actionData}>
          {to && <input type="hidden" name="to" value={to} />}
          <SignInFields />
          <Submit aside={<TextLink to="/password">{m.identity_forgotten()}</TextLink>}>{m.identity_sign_in()}</Submit>
        </Form>
      </div>
      <PasskeyButton to={to} />
      <p className="mt-8 border-t border-line pt-6">
        {m.identity_no_account()}{' '}
        <a className="link" href={`/${getLocale()}/register`}>
          {m.identity_open_account()}
        </a>
      </p>
    </Door>
  )
}
