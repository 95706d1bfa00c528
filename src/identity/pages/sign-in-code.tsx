import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import type { signInWithCode } from '../sign-in/sign-in-with-code.ts'
import type { Route } from './+types/sign-in-code.ts'
import { CodeField, codeExpected, wrongCode } from './code-field.tsx'
import { Door } from './door.tsx'
import { doorOf } from './door-loader.ts'
import { returnPath } from './return-path.ts'
import { browserFacts, field, isFirstStepOver, stepAnswer, withCookies } from './sign-in-request.ts'

export function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const to = returnPath(searchParams.get('to'))
  const kind = searchParams.get('kind') === 'recovery' ? ('recovery' as const) : ('app' as const)
  return { ...doorOf(visit(context)), to, kind, keep: searchParams.get('keep') === '1' }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  return answerForm(
    form,
    async () => {
      const keep = form.get('keep') === '1'
      const kind = form.get('kind') === 'recovery' ? 'recovery' : 'app'
      const given = { code: field(form, 'code'), kind, keep, ...browserFacts(request) } as const
      const answer = await call<typeof signInWithCode>('sign_in.code', given)
      if (isFirstStepOver(answer)) throw redirect('/sign-in?done=expired', { headers: withCookies(answer.cookies) })
      return stepAnswer(answer, { to: field(form, 'to'), keep }, wrongCode(kind))
    },
    { expect: { code: codeExpected(form.get('kind')) } },
  )
}

export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
  const { to, kind, keep, ...door } = loaderData
  const isApp = kind === 'app'
  const other = new URLSearchParams({
    ...(to ? { to } : {}),
    ...(keep ? { keep: '1' } : {}),
    ...(isApp ? { kind: 'recovery' } : {}),
  })
  return (
    <Door {...door} title={m.identity_code_title()} lead={isApp ? m.identity_code_lead() : m.identity_recovery_lead()}>
      <Form answer={actionData}>
        <input type="hidden" name="kind" value={kind} />
        {to && <input type="hidden" name="to" value={to} />}
        {keep && <input type="hidden" name="keep" value="1" />}
        <CodeField kind={kind} />
        <Submit
          aside={
            <a className="link" href={`/sign-in/code?${other}`}>
              {isApp ? m.identity_use_recovery() : m.identity_use_app()}
            </a>
          }
        >
          {m.identity_sign_in()}
        </Submit>
      </Form>
    </Door>
  )
}
