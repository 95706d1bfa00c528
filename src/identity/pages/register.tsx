import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { countryChoices } from '../../platform/language/countries.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Checkbox } from '../../ui/form/checkbox.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Fields } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { Select } from '../../ui/form/select.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { register } from '../account/register.ts'
import type { formNotices } from '../form-notices.ts'
import type { Route } from './+types/register.ts'
import { field, noSooner } from './sign-in-request.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, locale, origin } = visit(context)
  const asked = await call<typeof formNotices>('identity.form_notices', { form: 'register' })
  const done = new URL(request.url).searchParams.get('done')
  return { ...asked, origin, countries: countryChoices(locale), done }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call, locale } = visit(context)
  const form = await request.formData()
  const taxNumber = field(form, 'taxNumber').trim()
  return answerForm(form, async () => {
    const work = call<typeof register>('account.register', {
      name: field(form, 'name'),
      email: field(form, 'email'),
      phone: field(form, 'phone'),
      company: field(form, 'company'),
      ...(taxNumber ? { taxNumber } : {}),
      address: field(form, 'address'),
      city: field(form, 'city'),
      postalCode: field(form, 'postalCode'),
      country: field(form, 'country'),
      language: locale,
      // What was not chosen is refused by the operation, which says so at its field.
      age: field(form, 'age') as 'old_enough',
      terms: field(form, 'terms') as '2026-11',
      notice: field(form, 'notice'),
    })
    await noSooner(400, work)
    throw redirect(`/${locale}/register?done=sent`)
  })
}

export default function Register({ loaderData, actionData }: Route.ComponentProps) {
  const { notices, notice, age, terms, countries, done, origin } = loaderData
  if (done === 'sent') {
    return (
      <Page>
        <Head origin={origin} />
        <PageHeader title={m.identity_register_title()} windowTitle="" />
        <Notice tone="done" announce title={m.identity_register_sent()}>
          {m.identity_register_sent_more()}
        </Notice>
      </Page>
    )
  }
  return (
    <Page>
      <Head origin={origin} />
      <PageHeader
        title={m.identity_register_title()}
        windowTitle=""
        state={<p className="max-w-prose">{m.identity_register_lead()}</p>}
      />
      <Form answer={actionData}>
        <Fields notices={[notices.contact]}>
          <Field name="name" label={m.identity_your_name()}>
            <TextInput autoComplete="name" maxLength={120} />
          </Field>
          <Field name="email" label={m.identity_email()} hint={m.identity_email_hint()}>
            <TextInput type="email" autoComplete="email" inputMode="email" maxLength={254} />
          </Field>
          <Field name="phone" label={m.identity_phone()}>
            <TextInput type="tel" autoComplete="tel" room="middle" maxLength={25} />
          </Field>
          <Field name="company" label={m.identity_company()} hint={m.identity_company_hint()}>
            <TextInput autoComplete="organization" maxLength={160} />
          </Field>
        </Fields>
        <Fields notices={[notices.company]}>
          <Field name="taxNumber" label={m.identity_tax_number()} hint={m.identity_tax_number_hint()} optional>
            <TextInput exact room="middle" maxLength={20} />
          </Field>
          <Field name="address" label={m.identity_address()}>
            <TextInput autoComplete="street-address" maxLength={250} />
          </Field>
          <Field name="city" label={m.identity_city()}>
            <TextInput autoComplete="address-level2" room="middle" maxLength={100} />
          </Field>
          <Field name="postalCode" label={m.identity_postal_code()}>
            <TextInput autoComplete="postal-code" room="short" maxLength={12} />
          </Field>
          <Field name="country" label={m.identity_country()}>
            <Select choices={countries} defaultValue="RO" autoComplete="country" />
          </Field>
        </Fields>
        <Field group name="age" label={m.identity_age()} notice={notices.age}>
          <RadioCards
            choices={[
              { value: 'old_enough', label: m.identity_age_old_enough({ age }) },
              { value: 'younger', label: m.identity_age_younger({ age }) },
            ]}
          />
        </Field>
        <Checkbox
          name="terms"
          value={terms}
          label={
            <>
              {m.identity_terms_read()}{' '}
              <a className="link" href={`/${getLocale()}/terms`}>
                {m.identity_terms_link()}
              </a>
            </>
          }
        />
        <input type="hidden" name="notice" value={notice} />
        <Submit aside={m.identity_register_aside()}>{m.identity_register_submit()}</Submit>
      </Form>
    </Page>
  )
}

function Head({ origin }: { origin: string }) {
  return (
    <PublicHead
      title={m.identity_register_title()}
      description={m.identity_register_description()}
      origin={origin}
      path="/register"
    />
  )
}
