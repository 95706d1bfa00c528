import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { Checkboxes } from '../../ui/form/checkbox.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { type Choice, Select } from '../../ui/form/select.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'

export interface EntryValues {
  readonly recipient: string
  readonly name: string | null
  readonly country: string | null
  readonly purposes: readonly string[]
  readonly categories: readonly string[]
  readonly groundId: string | null
  readonly contractKind: 'agreement' | 'terms' | 'own' | null
  readonly contractReference: string | null
  readonly contractOn: string | null
}

export interface EntryChoices {
  readonly countries: readonly Choice[]
  readonly grounds: readonly Choice[]
  readonly purposes: readonly Choice[]
  readonly categories: readonly Choice[]
}

interface EntryFormProps {
  values: EntryValues
  choices: EntryChoices
  answer?: FormAnswer | undefined
}

/** Who fills a role: everything may be completed later, and all of it is there before it is enabled. */
export function EntryForm({ values, choices, answer }: EntryFormProps) {
  return (
    <Form id="entry" answer={answer}>
      <input type="hidden" name="recipient" value={values.recipient} />
      <Field name="name" label={m.registers_recipient_name()} hint={m.registers_recipient_name_hint()}>
        <TextInput defaultValue={values.name ?? ''} maxLength={160} />
      </Field>
      <Field name="country" label={m.registers_recipient_country()} hint={m.registers_recipient_country_hint()}>
        <Select choices={choices.countries} defaultValue={values.country ?? ''} none="—" />
      </Field>
      <Field name="groundId" label={m.registers_recipient_ground()} hint={m.registers_recipient_ground_hint()}>
        <Select choices={choices.grounds} defaultValue={values.groundId ?? ''} none="—" />
      </Field>
      <Field name="contractKind" label={m.registers_contract_kind()} group>
        <RadioCards
          defaultValue={values.contractKind ?? ''}
          choices={[
            {
              value: 'agreement',
              label: m.registers_contract_agreement(),
              hint: m.registers_contract_agreement_hint(),
            },
            { value: 'terms', label: m.registers_contract_terms(), hint: m.registers_contract_terms_hint() },
            { value: 'own', label: m.registers_contract_own(), hint: m.registers_contract_own_hint() },
          ]}
        />
      </Field>
      <Field
        name="contractReference"
        label={m.registers_contract_reference()}
        hint={m.registers_contract_reference_hint()}
      >
        <TextInput defaultValue={values.contractReference ?? ''} maxLength={200} />
      </Field>
      <Field name="contractOn" label={m.registers_contract_on()}>
        <TextInput type="date" room="short" defaultValue={values.contractOn ?? ''} />
      </Field>
      <Field
        name="purposes"
        label={m.registers_recipient_purposes()}
        hint={m.registers_recipient_purposes_hint()}
        group
      >
        <Checkboxes choices={choices.purposes} defaultValue={values.purposes} />
      </Field>
      <Field name="categories" label={m.registers_recipient_categories()} group>
        <Checkboxes choices={choices.categories} defaultValue={values.categories} />
      </Field>
      <Submit aside={m.registers_recipient_save_aside()}>{m.registers_save()}</Submit>
    </Form>
  )
}

/** What the form sends, as the operation takes it: what is empty is not known yet. */
export function entryFrom(form: FormData) {
  const text = (name: string) => {
    const value = String(form.get(name) ?? '').trim()
    return value === '' ? null : value
  }
  const all = (name: string) => form.getAll(name).map(String)
  return {
    recipient: String(form.get('recipient') ?? ''),
    name: text('name'),
    country: text('country'),
    purposes: all('purposes'),
    categories: all('categories'),
    groundId: text('groundId'),
    contractKind: text('contractKind') as EntryValues['contractKind'],
    contractReference: text('contractReference'),
    contractOn: text('contractOn'),
  }
}
