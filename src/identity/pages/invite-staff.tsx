import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { notAllowed } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { formNotices } from '../form-notices.ts'
import type { inviteStaff as invite } from '../staff/invite-staff.ts'
import type { Route } from './+types/invite-staff.ts'
import { InviteFields } from './invite-fields.tsx'
import { staffRoleChoices } from './role-words.ts'
import { field } from './sign-in-request.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, can, locale } = visit(context)
  if (!can('staff.invite')) throw notAllowed()
  const { notices } = await call<typeof formNotices>('identity.form_notices', { form: 'staff' })
  return { notices, locale }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    await call<typeof invite>('staff.invite', {
      name: field(form, 'name'),
      email: field(form, 'email'),
      roles: form.getAll('roles').map(String) as ['owner'],
      language: field(form, 'language') === 'en' ? 'en' : 'ro',
    })
    throw redirect('/staff/team?done=invited')
  })
}

export default function InviteStaff({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader
        title={m.identity_invite_staff_title()}
        trail={[{ to: '/staff/team', words: m.identity_team_title() }]}
        state={m.identity_invite_staff_lead()}
      />
      <Form answer={actionData}>
        <InviteFields {...loaderData} roles={staffRoleChoices()} defaultRoles={['technician']} />
        <Submit aside={m.identity_invite_aside()}>{m.identity_invite_send()}</Submit>
      </Form>
    </Page>
  )
}
