import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { isFresh } from '../../platform/http/is-fresh.ts'
import { ownFields } from '../../platform/http/kept-place.ts'
import { visit } from '../../platform/http/visit.ts'
import { countryChoices } from '../../platform/language/countries.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Select } from '../../ui/form/select.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import type { correctCompany, correctOwn } from '../correction/correct.ts'
import type { showParticulars } from '../correction/show-particulars.ts'
import type { Route } from './+types/correct.ts'
import { AskAgain } from './ask-again.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, actor } = visit(context)
  return { ...(await call<typeof showParticulars>('particulars.show', {})), fresh: isFresh(actor) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const { call } = visit(context)
  const given = Object.fromEntries(
    [...form].filter(([name]) => !ownFields.has(name)).map(([name, value]) => [name, String(value)]),
  )
  return answerForm(form, async () => {
    if (form.get('formId') === 'company') await call<typeof correctCompany>('particulars.correct_company', given)
    else await call<typeof correctOwn>('particulars.correct', given)
    throw redirect('/desk/privacy?done=corrected')
  })
}

export default function Correct({ loaderData, actionData }: Route.ComponentProps) {
  const { person, company, notices, fresh } = loaderData
  // What was typed while the proof went stale stays; before that nothing is shown that would be refused.
  const open = fresh || actionData !== undefined
  const answer = (id: string) => (actionData?.values.formId === id ? actionData : undefined)
  return (
    <Page>
      <PageHeader title={m.rights_correct_title()} trail={[{ to: '/desk/privacy', words: m.rights_title() }]} />
      <p className="mb-6 max-w-prose">{m.rights_correct_words()}</p>
      {!fresh && <AskAgain to="/desk/privacy/correct">{m.rights_again_correct()}</AskAgain>}
      {open && (
        <Section title={m.rights_correct_you()}>
          <Form id="person" answer={answer('person')}>
            <Field name="name" label={m.rights_field_name()} notice={notices.person}>
              <TextInput defaultValue={person.name} autoComplete="name" maxLength={120} />
            </Field>
            <Field name="phone" label={m.rights_field_phone()} optional>
              <TextInput type="tel" defaultValue={person.phone ?? ''} autoComplete="tel" maxLength={25} room="middle" />
            </Field>
            <Field name="jobTitle" label={m.rights_field_job()} optional>
              <TextInput defaultValue={person.jobTitle ?? ''} autoComplete="organization-title" maxLength={100} />
            </Field>
            <Submit aside={m.rights_correct_email()}>{m.rights_correct_save()}</Submit>
          </Form>
        </Section>
      )}
      {open && company && (
        <Section title={m.rights_correct_company()}>
          <Form id="company" answer={answer('company')}>
            <Field name="name" label={m.rights_field_company()}>
              <TextInput defaultValue={company.name} autoComplete="organization" maxLength={160} />
            </Field>
            <Field name="taxNumber" label={m.rights_field_tax()} optional>
              <TextInput defaultValue={company.taxNumber ?? ''} maxLength={20} room="middle" exact />
            </Field>
            <Field name="registrationNumber" label={m.rights_field_registration()} optional>
              <TextInput defaultValue={company.registrationNumber ?? ''} maxLength={100} room="middle" />
            </Field>
            <Field name="address" label={m.rights_field_address()} notice={notices.company}>
              <TextInput defaultValue={company.address ?? ''} autoComplete="street-address" maxLength={250} />
            </Field>
            <Field name="city" label={m.rights_field_city()}>
              <TextInput
                defaultValue={company.city ?? ''}
                autoComplete="address-level2"
                maxLength={100}
                room="middle"
              />
            </Field>
            <Field name="county" label={m.rights_field_county()} optional>
              <TextInput
                defaultValue={company.county ?? ''}
                autoComplete="address-level1"
                maxLength={100}
                room="middle"
              />
            </Field>
            <Field name="postalCode" label={m.rights_field_postal()}>
              <TextInput
                defaultValue={company.postalCode ?? ''}
                autoComplete="postal-code"
                maxLength={12}
                room="short"
              />
            </Field>
            <Field name="country" label={m.rights_field_country()}>
              <Select
                choices={countryChoices(getLocale())}
                defaultValue={company.country ?? undefined}
                autoComplete="country"
              />
            </Field>
            <Field name="phone" label={m.rights_field_company_phone()} optional>
              <TextInput type="tel" defaultValue={company.phone ?? ''} maxLength={25} room="middle" />
            </Field>
            <Submit>{m.rights_correct_save()}</Submit>
          </Form>
        </Section>
      )}
    </Page>
  )
}
