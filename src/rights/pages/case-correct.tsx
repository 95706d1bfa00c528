import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { isFresh } from '../../platform/http/is-fresh.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Section } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { correctFor } from '../desk/correct-for.ts'
import type { showAskedParticulars } from '../desk/show-asked-particulars.ts'
import type { showCase } from '../desk/show-case.ts'
import type { Route } from './+types/case-correct.ts'
import { textIn } from './by-field.tsx'
import { CaseStep } from './case-frame.tsx'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, actor } = visit(context)
  const { caseId } = params
  const [shown, { persons }] = await Promise.all([
    call<typeof showCase>('request.show_case', { caseId }),
    call<typeof showAskedParticulars>('request.particulars', { caseId }),
  ])
  return { shown, persons, fresh: isFresh(actor) }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    await visit(context).call<typeof correctFor>('request.correct', {
      caseId: params.caseId,
      personId: textIn(form, 'personId'),
      name: textIn(form, 'name'),
      phone: textIn(form, 'phone'),
      jobTitle: textIn(form, 'jobTitle'),
    })
    throw redirect(`/staff/rights/${params.caseId}?done=corrected`)
  })
}

export default function CaseCorrect({ loaderData: { shown, persons, fresh }, actionData }: Route.ComponentProps) {
  return (
    <CaseStep
      shown={shown}
      title={m.rights_correct_for_title()}
      lead={m.rights_correct_for_lead()}
      fresh={fresh}
      here={`/staff/rights/${shown.id}/correct`}
    >
      {persons.length === 0 && <EmptyState>{m.rights_correct_for_nobody()}</EmptyState>}
      {persons.map(({ personId, accountName, name, phone, jobTitle }, at) => (
        <Section key={personId} title={accountName}>
          <Form id={personId} answer={actionData?.values.formId === personId ? actionData : undefined}>
            <input type="hidden" name="personId" value={personId} />
            <Field name="name" label={m.rights_field_name()}>
              <TextInput defaultValue={name} maxLength={120} />
            </Field>
            <Field name="phone" label={m.rights_field_phone()} optional>
              <TextInput type="tel" defaultValue={phone ?? ''} maxLength={25} room="middle" />
            </Field>
            <Field name="jobTitle" label={m.rights_field_job()} optional>
              <TextInput defaultValue={jobTitle ?? ''} maxLength={100} />
            </Field>
            <Submit look={at === 0 ? 'primary' : 'quiet'}>{m.rights_case_correct()}</Submit>
          </Form>
        </Section>
      ))}
    </CaseStep>
  )
}
