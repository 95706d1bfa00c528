import { data, redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import type { changeRoles } from '../account/change-roles.ts'
import type { endPlace } from '../account/end-place.ts'
import type { listPeople } from '../account/list-people.ts'
import type { Route } from './+types/person.ts'
import { PlacePage } from './place-page.tsx'
import { memberRoleChoices } from './role-words.ts'
import { field } from './sign-in-request.ts'

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

export default function Person({ loaderData: { person }, actionData }: Route.ComponentProps) {
  return (
    <PlacePage
      person={person}
      among={{ to: '/desk/account', words: m.identity_account_title() }}
      choices={memberRoleChoices()}
      end={{ title: m.identity_end_place_title(), words: m.identity_end_place_words() }}
      given={actionData}
    />
  )
}
