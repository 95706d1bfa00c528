import { data, redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { notAllowed, nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import type { changeStaffRoles, endStaff } from '../staff/change-staff.ts'
import type { listStaff } from '../staff/list-staff.ts'
import type { Route } from './+types/staff-person.ts'
import { PlacePage } from './place-page.tsx'
import { staffRoleChoices } from './role-words.ts'
import { field } from './sign-in-request.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  if (!can('staff.change_roles')) throw notAllowed()
  const { staff } = await call<typeof listStaff>('staff.list', {})
  const person = staff.find((one) => one.staffId === params.staffId)
  if (!person) throw nothingHere()
  return { person }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  const formId = field(form, 'formId')
  const { staffId } = params
  const answer = await answerForm(form, async () => {
    if (formId === 'end') {
      await call<typeof endStaff>('staff.end', { staffId })
      throw redirect('/staff/team?done=ended')
    }
    const roles = form.getAll('roles').map(String) as ['owner']
    await call<typeof changeStaffRoles>('staff.change_roles', { staffId, roles })
    throw redirect('/staff/team?done=roles')
  })
  return data({ formId, answer: answer.data }, answer.init ?? {})
}

export default function StaffPerson({ loaderData: { person }, actionData }: Route.ComponentProps) {
  return (
    <PlacePage
      person={person}
      among={{ to: '/staff/team', words: m.identity_team_title() }}
      choices={staffRoleChoices()}
      end={{ title: m.identity_end_staff_title(), words: m.identity_end_staff_words() }}
      given={actionData}
    />
  )
}
