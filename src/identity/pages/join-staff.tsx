import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { problemOf } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import type { formNotices } from '../form-notices.ts'
import type { joinStaff, showStaffInvitation } from '../staff/join-staff.ts'
import type { Route } from './+types/join-staff.ts'
import { Door } from './door.tsx'
import { doorOf } from './door-loader.ts'
import { GoneLink } from './gone-link.tsx'
import { JoinPassword } from './join-password.tsx'
import { signInAfter } from './sign-in-after.ts'
import { field } from './sign-in-request.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const here = visit(context)
  try {
    const invitation = await here.call<typeof showStaffInvitation>('staff_invitation.show', { token: params.token })
    const { notices } = await here.call<typeof formNotices>('identity.form_notices', { form: 'staff' })
    return { ...doorOf(here), invitation, notices }
  } catch (thrown) {
    if (problemOf(thrown)?.status !== 404) throw thrown
    return { ...doorOf(here), invitation: null, notices: {} }
  }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  const password = field(form, 'password')
  return answerForm(form, async () => {
    const joined = await call<typeof joinStaff>('staff_invitation.accept', { token: params.token, password })
    throw redirect(...(await signInAfter(call, request, { email: joined.email, password, to: '/staff' })))
  })
}

export default function JoinStaff({ loaderData, actionData }: Route.ComponentProps) {
  const { invitation, notices, ...door } = loaderData
  if (!invitation) return <GoneLink door={door} />
  const { provider, email, isKnown } = invitation
  return (
    <Door {...door} wide title={m.identity_join_staff_title({ provider })} lead={m.identity_join_staff_lead({ email })}>
      <Form answer={actionData}>
        <JoinPassword email={email} isKnown={isKnown} notice={notices.password} />
        <Submit aside={m.identity_join_staff_aside()}>{m.identity_join_submit()}</Submit>
      </Form>
    </Door>
  )
}
