import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { invitePerson as invite } from '../account/invite-person.ts'
import type { formNotices } from '../form-notices.ts'
import type { Route } from './+types/invite-person.ts'
import { InviteFields } from './invite-fields.tsx'
import { memberRoleChoices } from './role-words.ts'
import { field } from './sign-in-request.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, locale } = visit(context)
  const { notices } = await call<typeof formNotices>('identity.form_notices', { form: 'person' })
  return { notices, locale }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    await call<typeof invite>('people.invite', {
      name: field(form, 'name'),
      email: field(form, 'email'),
      roles: form.getAll('roles').map(String) as ['owner'],
      language: field(form, 'language') === 'en' ? 'en' : 'ro',
    })
    throw redirect('/desk/account?done=invited')
  })
}

export default function InvitePerson({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader
        title={m.identity_invite_title()}
        trail={[{ to: '/desk/account', words: m.identity_account_title() }]}
        state={m.identity_invite_lead()}
      />
      <Form answer={actionData}>
        <InviteFields {...loaderData} roles={memberRoleChoices()} defaultRoles={['technical']} />
        <Submit aside={m.identity_invite_aside()}>{m.identity_invite_send()}</Submit>
      </Form>
    </Page>
  )
}
