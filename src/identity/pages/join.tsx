import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { problemOf } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import type { joinAccount, showInvitation } from '../account/join-account.ts'
import type { formNotices } from '../form-notices.ts'
import type { Route } from './+types/join.ts'
import { Door } from './door.tsx'
import { doorOf } from './door-loader.ts'
import { GoneLink } from './gone-link.tsx'
import { JoinPassword } from './join-password.tsx'
import { signInAfter } from './sign-in-after.ts'
import { field } from './sign-in-request.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const here = visit(context)
  try {
    const invitation = await here.call<typeof showInvitation>('invitation.show', { token: params.token })
    const { notices, age } = await here.call<typeof formNotices>('identity.form_notices', { form: 'person' })
    return { ...doorOf(here), invitation, notices, age }
  } catch (thrown) {
    if (problemOf(thrown)?.status !== 404) throw thrown
    return { ...doorOf(here), invitation: null, notices: {}, age: 0 }
  }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  const password = field(form, 'password')
  const age = field(form, 'age')
  return answerForm(form, async () => {
    const joined = await call<typeof joinAccount>('invitation.accept', {
      token: params.token,
      password,
      ...(age ? { age: age as 'old_enough' } : {}),
    })
    throw redirect(...(await signInAfter(call, request, { email: joined.email, password, to: '/desk' })))
  })
}

export default function Join({ loaderData, actionData }: Route.ComponentProps) {
  const { invitation, notices, age, ...door } = loaderData
  if (!invitation) return <GoneLink door={door} />
  const { company, email, isKnown, statedAge, isRegistration } = invitation
  const title = isRegistration ? m.identity_join_own_title({ company }) : m.identity_join_title({ company })
  return (
    <Door {...door} wide title={title} lead={m.identity_join_lead({ email })}>
      <Form answer={actionData}>
        <JoinPassword email={email} isKnown={isKnown} notice={notices.password} />
        {!statedAge && (
          <Field group name="age" label={m.identity_age()} notice={notices.age}>
            <RadioCards
              choices={[
                { value: 'old_enough', label: m.identity_age_old_enough({ age }) },
                { value: 'younger', label: m.identity_age_younger({ age }) },
              ]}
            />
          </Field>
        )}
        <Submit aside={m.identity_join_aside()}>
          {isRegistration ? m.identity_join_own_submit() : m.identity_join_submit()}
        </Submit>
      </Form>
    </Door>
  )
}
