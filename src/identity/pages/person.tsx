import { data, redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { day } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { Checkboxes } from '../../ui/form/checkbox.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import type { changeRoles } from '../account/change-roles.ts'
import type { endPlace } from '../account/end-place.ts'
import type { listPeople } from '../account/list-people.ts'
import type { Route } from './+types/person.ts'
import { memberRoleChoices } from './role-words.ts'
import { field } from './sign-in-request.ts'
import { StatusWord } from './status-word.tsx'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { people } = await visit(context).call<typeof listPeople>('people.list', {})
  const person = people.find((one) => one.personId === params.personId)
  if (!person) throw nothingHere()
  return { person }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  const formId = field(form, 'formId')
  const { personId } = params
  const answer = await answerForm(form, async () => {
    if (formId === 'end') {
      await call<typeof endPlace>('people.end', { personId })
      throw redirect('/desk/account?done=ended')
    }
    const roles = form.getAll('roles').map(String) as ['owner']
    await call<typeof changeRoles>('people.change_roles', { personId, roles })
    throw redirect('/desk/account?done=roles')
  })
  return data({ formId, answer: answer.data }, answer.init ?? {})
}

export default function Person({ loaderData, actionData }: Route.ComponentProps) {
  const { person } = loaderData
  const answerOf = (formId: string) => (actionData?.formId === formId ? actionData.answer : undefined)
  return (
    <Page>
      <PageHeader
        title={person.name}
        trail={[{ to: '/desk/account', words: m.identity_account_title() }]}
        state={
          <>
            <StatusWord status={person.status} />
            {person.since && <span>{m.identity_since({ day: day(person.since) })}</span>}
            <span>{person.email}</span>
          </>
        }
      />
      {person.status !== 'ended' && (
        <>
          <Form id="roles" answer={answerOf('roles')}>
            <Field group name="roles" label={m.identity_roles()}>
              <Checkboxes choices={memberRoleChoices()} defaultValue={person.roles} />
            </Field>
            <Submit>{m.identity_roles_save()}</Submit>
          </Form>
          <Section title={person.status === 'invited' ? m.identity_withdraw_title() : m.identity_end_place_title()}>
            <Form id="end" answer={answerOf('end')}>
              <p className="max-w-prose">
                {person.status === 'invited' ? m.identity_withdraw_words() : m.identity_end_place_words()}
              </p>
              <Submit look="danger">
                {person.status === 'invited' ? m.identity_withdraw() : m.identity_end_place()}
              </Submit>
            </Form>
          </Section>
        </>
      )}
    </Page>
  )
}
