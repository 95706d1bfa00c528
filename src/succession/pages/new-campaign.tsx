import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { isFresh } from '../../platform/http/is-fresh.ts'
import { notAllowed } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { countryChoices } from '../../platform/language/countries.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { ProveFirst } from '../../ui/form/prove-first.tsx'
import { Select } from '../../ui/form/select.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { startSuccession } from '../start-campaign.ts'
import type { Route } from './+types/new-campaign.ts'

export function loader({ context }: Route.LoaderArgs) {
  const { actor, can, locale } = visit(context)
  if (!can('succession.start')) throw notAllowed()
  return { fresh: isFresh(actor), countries: countryChoices(locale) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const typed = (name: string) => String(form.get(name) ?? '')
  return answerForm(form, async () => {
    const { campaignId } = await visit(context).call<typeof startSuccession>('succession.start', {
      successor: typed('successor'),
      country: typed('country'),
      whyRo: typed('whyRo'),
      whyEn: typed('whyEn'),
      closesOn: typed('closesOn'),
    })
    throw redirect(`/staff/succession/${campaignId}?done=started`)
  })
}

export default function NewCampaign({ loaderData: { fresh, countries }, actionData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader title={m.succession_new_title()} trail={[{ to: '/staff/succession', words: m.succession_title() }]} />
      <p className="mb-6 max-w-prose">{m.succession_new_lead()}</p>
      {fresh ? (
        <Form answer={actionData}>
          <Field name="successor" label={m.succession_successor()} hint={m.succession_successor_hint()}>
            <TextInput maxLength={160} />
          </Field>
          <Field name="country" label={m.succession_country()}>
            <Select choices={countries} defaultValue="RO" />
          </Field>
          <Field name="whyRo" label={m.succession_why_ro()} hint={m.succession_why_hint()}>
            <TextArea rows={4} maxLength={2000} lang="ro" />
          </Field>
          <Field name="whyEn" label={m.succession_why_en()}>
            <TextArea rows={4} maxLength={2000} lang="en" />
          </Field>
          <Field name="closesOn" label={m.succession_closes()} hint={m.succession_closes_hint()}>
            <TextInput type="date" room="short" />
          </Field>
          <Submit aside={m.succession_start_aside()}>{m.succession_start()}</Submit>
        </Form>
      ) : (
        <ProveFirst to="/staff/succession/new">{m.succession_prove_first()}</ProveFirst>
      )}
    </Page>
  )
}
