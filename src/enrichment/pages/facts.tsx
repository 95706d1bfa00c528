import { redirect } from 'react-router'
import type { showClient } from '../../desk/clients/show-client.ts'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Select } from '../../ui/form/select.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { EnrichmentField } from '../enrichment.rules.ts'
import type { addFact, listFacts, removeFact } from '../facts.ts'
import type { Route } from './+types/facts.ts'

export async function loader({ context, params: { accountId }, request }: Route.LoaderArgs) {
  const { call } = visit(context)
  const [{ client, people }, { state, facts }] = await Promise.all([
    call<typeof showClient>('client.show', { accountId }),
    call<typeof listFacts>('enrichment.of_client', { accountId }),
  ])
  const done = new URL(request.url).searchParams.has('done')
  return { client, people: people.map(({ id, name }) => ({ value: id, label: name })), state, facts, done }
}

export async function action({ context, params: { accountId }, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  const typed = (name: string) => String(form.get(name) ?? '')
  return answerForm(form, async () => {
    if (typed('formId') === 'add') {
      await call<typeof addFact>('enrichment.add', {
        accountId,
        personId: typed('personId'),
        field: typed('field') as EnrichmentField,
        value: typed('value'),
        source: typed('source'),
        sourceOn: typed('sourceOn'),
      })
    } else await call<typeof removeFact>('enrichment.remove', { accountId, factId: typed('formId') })
    throw redirect(`/staff/clients/${accountId}/facts?done`)
  })
}

const fieldWords: Readonly<Record<EnrichmentField, () => string>> = {
  website: m.enrichment_field_website,
  industry: m.enrichment_field_industry,
  size: m.enrichment_field_size,
  registration: m.enrichment_field_registration,
  address: m.enrichment_field_address,
  role: m.enrichment_field_role,
  other: m.enrichment_field_other,
}

export default function Facts({ loaderData, actionData }: Route.ComponentProps) {
  const of = (id: string) => (actionData?.values.formId === id ? actionData : undefined)
  const { client, people, state, facts, done } = loaderData
  return (
    <Page>
      <PageHeader
        title={m.enrichment_facts_title()}
        trail={[{ to: `/staff/clients/${client.id}`, words: client.name }]}
      />
      {done && (
        <div className="mb-6">
          <Notice tone="done" announce title={m.enrichment_done_fact()} />
        </div>
      )}
      {state === 'off' ? (
        <Notice title={m.enrichment_is_off()}>
          <TextLink to="/staff/settings/enrichment">{m.enrichment_title()}</TextLink>
        </Notice>
      ) : (
        <>
          <p className="mb-6 max-w-prose text-quiet">{m.enrichment_facts_lead()}</p>
          {facts.length === 0 && <p className="text-quiet">{m.enrichment_facts_none()}</p>}
          <ul className="border-t border-line empty:hidden">
            {facts.map((one) => (
              <li
                key={one.id}
                className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 border-b border-line py-3"
              >
                <span className="min-w-0 break-words">
                  <span className="text-small text-quiet">
                    {fieldWords[one.field]()} · {nameOf(people, one.personId)}
                  </span>
                  <span className="block">{one.value}</span>
                  <span className="block text-small text-quiet">
                    {m.enrichment_from({ source: one.source, day: civilDay(one.sourceOn) })}
                  </span>
                </span>
                <Form id={one.id} answer={of(one.id)} className="shrink-0">
                  <Submit look="quiet">{m.enrichment_remove()}</Submit>
                </Form>
              </li>
            ))}
          </ul>
          <Section title={m.enrichment_add_title()}>
            <Form id="add" answer={of('add')}>
              <Field name="personId" label={m.enrichment_person()} hint={m.enrichment_person_hint()}>
                <Select choices={people} />
              </Field>
              <Field name="field" label={m.enrichment_field()}>
                <Select choices={Object.entries(fieldWords).map(([value, words]) => ({ value, label: words() }))} />
              </Field>
              <Field name="value" label={m.enrichment_value()}>
                <TextInput maxLength={500} />
              </Field>
              <Field name="source" label={m.enrichment_source()} hint={m.enrichment_source_hint()}>
                <TextInput maxLength={300} />
              </Field>
              <Field name="sourceOn" label={m.enrichment_source_on()}>
                <TextInput type="date" room="short" />
              </Field>
              <Submit aside={m.enrichment_add_aside()}>{m.enrichment_add()}</Submit>
            </Form>
          </Section>
        </>
      )}
    </Page>
  )
}

function nameOf(people: readonly { value: string; label: string }[], id: string): string {
  return people.find((one) => one.value === id)?.label ?? '—'
}
