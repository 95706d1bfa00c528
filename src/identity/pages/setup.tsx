import { useEffect } from 'react'
import { data, redirect } from 'react-router'
import { answerForm, type FormAnswer } from '../../platform/http/form-answer.ts'
import { problemOf } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { countryChoices } from '../../platform/language/countries.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Fields } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Select } from '../../ui/form/select.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { livePage } from '../../ui/live-page.ts'
import { Section } from '../../ui/shell/page.tsx'
import type { formNotices } from '../form-notices.ts'
import type { setUpProvider, showSetup } from '../provider/set-up-provider.ts'
import type { Route } from './+types/setup.ts'
import { Door } from './door.tsx'
import { doorOf } from './door-loader.ts'
import { OfficerFields, officerFrom } from './officer-fields.tsx'
import { signInAfter } from './sign-in-after.ts'
import { field } from './sign-in-request.ts'

export const handle = livePage

export async function loader({ context }: Route.LoaderArgs) {
  const here = visit(context)
  const { isOpen } = await here.call<typeof showSetup>('provider.show_setup', {})
  if (!isOpen) throw redirect('/sign-in')
  const { notices } = await here.call<typeof formNotices>('identity.form_notices', { form: 'staff' })
  return { ...doorOf(here), notices, locale: here.locale, countries: countryChoices(here.locale) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  const password = field(form, 'password')
  return answerForm(form, async () => {
    try {
      const { email } = await call<typeof setUpProvider>('provider.set_up', {
        token: field(form, 'token'),
        name: field(form, 'name'),
        address: field(form, 'address'),
        privacyEmail: field(form, 'privacyEmail'),
        country: field(form, 'country'),
        language: field(form, 'language') === 'en' ? 'en' : 'ro',
        officer: officerFrom(form),
        ownerName: field(form, 'ownerName'),
        ownerEmail: field(form, 'ownerEmail'),
        password,
      })
      throw redirect(...(await signInAfter(call, request, { email, password, to: '/staff/welcome' })))
    } catch (thrown) {
      if (problemOf(thrown)?.status !== 404) throw thrown
      const values = Object.fromEntries(
        [...typed, 'officer.name', 'officer.email', 'officer.phone'].map((key) => [key, field(form, key)]),
      )
      return data<FormAnswer>({ errors: { token: m.identity_setup_token_wrong() }, values }, { status: 422 })
    }
  })
}

export default function Setup({ loaderData, actionData }: Route.ComponentProps) {
  const { notices, locale, countries, ...door } = loaderData
  useEffect(() => {
    const token = window.location.hash.slice(1)
    const input = document.querySelector<HTMLInputElement>('input[name=token]')
    if (token && input) input.value = token
  }, [])
  return (
    <Door {...door} wide title={m.identity_setup_title()} lead={m.identity_setup_lead()}>
      <Form answer={actionData}>
        <Field name="token" label={m.identity_setup_token()} hint={m.identity_setup_token_hint()}>
          <TextInput exact autoComplete="off" maxLength={200} />
        </Field>
        <Section title={m.identity_setup_provider()}>
          <div className="@container grid gap-6">
            <Field name="name" label={m.identity_provider_name()} hint={m.identity_provider_name_hint()}>
              <TextInput autoComplete="organization" maxLength={160} />
            </Field>
            <Field name="address" label={m.identity_provider_address()} hint={m.identity_provider_address_hint()}>
              <TextInput autoComplete="street-address" maxLength={250} />
            </Field>
            <Field name="privacyEmail" label={m.identity_privacy_email()} hint={m.identity_privacy_email_hint()}>
              <TextInput type="email" inputMode="email" maxLength={254} />
            </Field>
            <Field name="country" label={m.identity_country()} hint={m.identity_provider_country_hint()}>
              <Select choices={countries} defaultValue="RO" />
            </Field>
            <Field name="language" label={m.identity_language()} hint={m.identity_provider_language_hint()}>
              <Select choices={languages} defaultValue={locale} />
            </Field>
          </div>
        </Section>
        <OfficerFields />
        <Section title={m.identity_setup_owner()}>
          <div className="@container grid gap-6">
            <Fields notices={[notices.contact]}>
              <Field name="ownerName" label={m.identity_your_name()}>
                <TextInput autoComplete="name" maxLength={120} />
              </Field>
              <Field name="ownerEmail" label={m.identity_email()} hint={m.identity_setup_email_hint()}>
                <TextInput type="email" autoComplete="username" inputMode="email" maxLength={254} />
              </Field>
            </Fields>
            <Field
              name="password"
              label={m.identity_new_password()}
              hint={m.identity_password_rule()}
              notice={notices.password}
            >
              <TextInput type="password" autoComplete="new-password" />
            </Field>
          </div>
        </Section>
        <Submit aside={m.identity_setup_aside()}>{m.identity_setup_submit()}</Submit>
      </Form>
    </Door>
  )
}

const typed = ['name', 'address', 'privacyEmail', 'country', 'language', 'ownerName', 'ownerEmail']

const languages = [
  { value: 'ro', label: 'Română' },
  { value: 'en', label: 'English' },
]
