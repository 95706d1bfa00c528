import { redirect } from 'react-router'
import { policy } from '../../../policy/policy.ts'
import type { showProvider } from '../../identity/provider/show-provider.ts'
import { answerForm } from '../../platform/http/form-answer.ts'
import { notAllowed } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import type { Officer } from '../../privacy/officer/officer.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { operatorOf } from '../breaches/breach.form.ts'
import type { listBreaches } from '../breaches/list-breaches.ts'
import type { noteBreach } from '../breaches/note-breach.ts'
import type { Route } from './+types/new-breach.ts'
import { BreachFields, breachFrom } from './breach-fields.tsx'
import { localOf, momentOf } from './local-time.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, can, locale, person, provider } = visit(context)
  if (!can('breach.note')) throw notAllowed()
  const { breaches } = await call<typeof listBreaches>('breach.list', {})
  const { provider: running } = await call<typeof showProvider>('provider.show', {})
  const before = breaches.toSorted((a, b) => b.number - a.number)[0]
  return {
    // Who notifies is known: with the clock running nobody should look for it.
    known: {
      ...(before
        ? operatorOf(before.form)
        : { contactName: person?.name ?? '', contactEmail: provider?.privacyEmail ?? '' }),
      ...(running?.officer ? officerContact(running.officer, locale) : {}),
    },
    now: localOf(new Date()),
    categories: Object.entries(policy.categories).map(([value, words]) => ({ value, label: words[locale] })),
  }
}

/** Art. 33(3)(b): whoever is named tells more, and not who was the contact of the breach before. */
function officerContact({ name, email, phone }: Officer, locale: 'ro' | 'en') {
  const role = m.registers_officer({}, { locale })
  return { contactName: name ?? role, contactRole: role, contactEmail: email, contactPhone: phone ?? '' }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    const { breachId } = await visit(context).call<typeof noteBreach>('breach.note', {
      discoveredAt: momentOf(String(form.get('discoveredAt') ?? '')),
      form: breachFrom(form),
    })
    throw redirect(`/staff/registers/breaches/${breachId}?done=noted`)
  })
}

export default function NewBreach({ loaderData: { known, now, categories }, actionData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader
        title={m.registers_breach_note()}
        trail={[
          { to: '/staff/registers', words: m.registers_title() },
          { to: '/staff/registers/breaches', words: m.registers_breaches_title() },
        ]}
      />
      <p className="mb-6 max-w-prose">{m.registers_breach_note_lead()}</p>
      <Form answer={actionData}>
        <Field name="discoveredAt" label={m.registers_breach_discovered()} hint={m.registers_breach_discovered_hint()}>
          <TextInput type="datetime-local" room="middle" defaultValue={now} />
        </Field>
        <BreachFields values={known} categories={categories} />
        <Submit aside={m.registers_breach_note_aside()}>{m.registers_breach_note_submit()}</Submit>
      </Form>
    </Page>
  )
}
