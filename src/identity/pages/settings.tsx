import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { countryChoices } from '../../platform/language/countries.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Select } from '../../ui/form/select.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { changeProvider, showProvider } from '../provider/show-provider.ts'
import type { Route } from './+types/settings.ts'
import { OfficerFields, officerFrom } from './officer-fields.tsx'
import { field } from './sign-in-request.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, actor, locale } = visit(context)
  const { provider } = await call<typeof showProvider>('provider.show', {})
  const isOwner = actor.kind === 'staff' && actor.roles.includes('owner')
  const done = new URL(request.url).searchParams.get('done') === 'saved'
  return { provider, isOwner, done, countries: countryChoices(locale) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    await call<typeof changeProvider>('provider.change', {
      name: field(form, 'name'),
      address: field(form, 'address'),
      privacyEmail: field(form, 'privacyEmail'),
      country: field(form, 'country'),
      language: field(form, 'language') === 'en' ? 'en' : 'ro',
      officer: officerFrom(form),
    })
    throw redirect('/staff/settings?done=saved')
  })
}

export default function Settings({ loaderData, actionData }: Route.ComponentProps) {
  const { provider, isOwner, done, countries } = loaderData
  if (!provider) return null
  return (
    <Page>
      <PageHeader title={m.identity_settings_title()} state={m.identity_settings_lead()} />
      {done && (
        <div className="mb-6">
          <Notice tone="done" announce title={m.identity_done_saved()} />
        </div>
      )}
      <p className="mb-6 text-small">
        <TextLink to="/staff/settings/enrichment">{m.enrichment_title()}</TextLink>
        {' · '}
        <TextLink to="/staff/settings/terms">{m.identity_terms_title()}</TextLink>
      </p>
      {isOwner ? (
        <Form answer={actionData}>
          <Field name="name" label={m.identity_provider_name()} hint={m.identity_provider_name_hint()}>
            <TextInput defaultValue={provider.name} maxLength={160} />
          </Field>
          <Field name="address" label={m.identity_provider_address()} hint={m.identity_provider_address_hint()}>
            <TextInput defaultValue={provider.address} maxLength={250} />
          </Field>
          <Field name="privacyEmail" label={m.identity_privacy_email()} hint={m.identity_privacy_email_hint()}>
            <TextInput type="email" defaultValue={provider.privacyEmail} maxLength={254} />
          </Field>
          <Field name="country" label={m.identity_country()} hint={m.identity_provider_country_hint()}>
            <Select choices={countries} defaultValue={provider.country} />
          </Field>
          <Field name="language" label={m.identity_language()} hint={m.identity_provider_language_hint()}>
            <Select
              defaultValue={provider.language}
              choices={[
                { value: 'ro', label: 'Română' },
                { value: 'en', label: 'English' },
              ]}
            />
          </Field>
          <OfficerFields officer={provider.officer} />
          <Submit>{m.identity_save()}</Submit>
        </Form>
      ) : (
        <Facts
          items={[
            { term: m.identity_provider_name(), value: provider.name },
            { term: m.identity_provider_address(), value: provider.address },
            { term: m.identity_privacy_email(), value: provider.privacyEmail },
            {
              term: m.identity_officer(),
              value: provider.officer
                ? [provider.officer.name, provider.officer.email, provider.officer.phone].filter(Boolean).join(', ')
                : m.identity_officer_none(),
            },
          ]}
        />
      )}
    </Page>
  )
}
