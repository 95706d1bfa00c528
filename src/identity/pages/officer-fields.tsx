import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Section } from '../../ui/shell/page.tsx'
import { field } from './sign-in-request.ts'

interface OfficerFieldsProps {
  officer?: { readonly name: string | null; readonly email: string; readonly phone: string | null } | null
}

/** The data protection officer, where there is one: all empty where there is none. */
export function OfficerFields({ officer }: OfficerFieldsProps) {
  return (
    <Section title={m.identity_officer()}>
      <p className="mb-4 max-w-prose text-quiet">{m.identity_officer_lead()}</p>
      <div className="@container grid gap-6">
        <Field name="officer.email" label={m.identity_officer_email()} hint={m.identity_officer_email_hint()} optional>
          <TextInput type="email" inputMode="email" defaultValue={officer?.email} maxLength={254} />
        </Field>
        <Field name="officer.name" label={m.identity_officer_name()} hint={m.identity_officer_name_hint()} optional>
          <TextInput defaultValue={officer?.name ?? undefined} maxLength={120} />
        </Field>
        <Field name="officer.phone" label={m.identity_officer_phone()} optional>
          <TextInput type="tel" room="middle" defaultValue={officer?.phone ?? undefined} maxLength={30} />
        </Field>
      </div>
    </Section>
  )
}

/** What the fields send: null when all are empty. */
export function officerFrom(form: FormData) {
  const given = {
    name: field(form, 'officer.name').trim(),
    email: field(form, 'officer.email').trim(),
    phone: field(form, 'officer.phone').trim(),
  }
  return Object.values(given).every((value) => value === '') ? null : given
}
