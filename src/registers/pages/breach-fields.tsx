import type { ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import { Checkboxes } from '../../ui/form/checkbox.tsx'
import { Field } from '../../ui/form/field.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import type { Choice } from '../../ui/form/select.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import type { BreachForm } from '../breaches/breach.form.ts'
import { natureWords, sectorWords, toldWords } from '../breaches/breach.words.ts'
import { localOf, momentOf } from './local-time.ts'

const line = (name: keyof BreachForm) => `form.${name}`

/** The fields of the authority's form. All but the discovery may be completed later. */
export function BreachFields({ values, categories }: { values?: Partial<BreachForm>; categories: readonly Choice[] }) {
  const words = (name: LongField) => <TextArea defaultValue={values?.[name]} maxLength={4000} />
  return (
    <>
      <Part title={m.registers_breach_part_what()}>
        <Field name={line('nature')} label={m.registers_breach_nature()} group optional>
          <Checkboxes
            defaultValue={values?.nature ?? []}
            choices={(Object.keys(natureWords) as (keyof typeof natureWords)[]).map((value) => ({
              value,
              label: natureWords[value](),
            }))}
          />
        </Field>
        <Field
          name={line('circumstances')}
          label={m.registers_breach_circumstances()}
          hint={m.registers_breach_circumstances_hint()}
          optional
        >
          {words('circumstances')}
        </Field>
        <Field name={line('place')} label={m.registers_breach_place()} hint={m.registers_breach_place_hint()} optional>
          {words('place')}
        </Field>
        <Field name={line('happenedFrom')} label={m.registers_breach_from()} optional>
          <TextInput type="datetime-local" room="middle" defaultValue={localOf(values?.happenedFrom ?? null)} />
        </Field>
        <Field name={line('happenedUntil')} label={m.registers_breach_until()} optional>
          <TextInput type="datetime-local" room="middle" defaultValue={localOf(values?.happenedUntil ?? null)} />
        </Field>
      </Part>
      <Part title={m.registers_breach_part_whose()}>
        <Field name={line('categories')} label={m.registers_breach_categories()} group optional>
          <Checkboxes choices={categories} defaultValue={values?.categories ?? []} />
        </Field>
        <Field name={line('content')} label={m.registers_breach_content()} optional>
          {words('content')}
        </Field>
        <Field
          name={line('protection')}
          label={m.registers_breach_protection()}
          hint={m.registers_breach_protection_hint()}
          optional
        >
          {words('protection')}
        </Field>
        <Field name={line('personKinds')} label={m.registers_breach_person_kinds()} optional>
          {words('personKinds')}
        </Field>
        <Field name={line('persons')} label={m.registers_breach_persons()} hint={m.registers_breach_about()} optional>
          <TextInput type="number" min={0} room="short" defaultValue={values?.persons?.toString()} />
        </Field>
        <Field name={line('records')} label={m.registers_breach_records()} hint={m.registers_breach_about()} optional>
          <TextInput type="number" min={0} room="short" defaultValue={values?.records?.toString()} />
        </Field>
      </Part>
      <Part title={m.registers_breach_part_done()}>
        <Field name={line('consequences')} label={m.registers_breach_consequences()} optional>
          {words('consequences')}
        </Field>
        <Field name={line('measures')} label={m.registers_breach_measures()} optional>
          {words('measures')}
        </Field>
        <Field name={line('personsTold')} label={m.registers_breach_persons_told()} group>
          <RadioCards
            defaultValue={values?.personsTold ?? 'later'}
            choices={(Object.keys(toldWords) as (keyof typeof toldWords)[]).map((value) => ({
              value,
              label: toldWords[value](),
            }))}
          />
        </Field>
        <Field name={line('personsToldWhy')} label={m.registers_breach_persons_told_why()} optional>
          {words('personsToldWhy')}
        </Field>
        <Field
          name={line('others')}
          label={m.registers_breach_others()}
          hint={m.registers_breach_others_hint()}
          optional
        >
          {words('others')}
        </Field>
      </Part>
      <Part title={m.registers_breach_part_abroad()}>
        <Field
          name={line('otherStates')}
          label={m.registers_breach_other_states()}
          hint={m.registers_breach_other_states_hint()}
          optional
        >
          {words('otherStates')}
        </Field>
        <Field name={line('otherAuthorities')} label={m.registers_breach_other_authorities()} optional>
          {words('otherAuthorities')}
        </Field>
      </Part>
      <Part title={m.registers_breach_part_contact()}>
        <Field name={line('sector')} label={m.registers_breach_sector()} group>
          <RadioCards
            defaultValue={values?.sector ?? 'private'}
            choices={(Object.keys(sectorWords) as (keyof typeof sectorWords)[]).map((value) => ({
              value,
              label: sectorWords[value](),
            }))}
          />
        </Field>
        <Field name={line('taxNumber')} label={m.registers_breach_tax_number()} optional>
          <TextInput room="middle" defaultValue={values?.taxNumber} maxLength={200} />
        </Field>
        <Field name={line('contactName')} label={m.registers_breach_contact_name()} optional>
          <TextInput defaultValue={values?.contactName} maxLength={200} />
        </Field>
        <Field name={line('contactRole')} label={m.registers_breach_contact_role()} optional>
          <TextInput room="middle" defaultValue={values?.contactRole} maxLength={200} />
        </Field>
        <Field name={line('contactPhone')} label={m.registers_breach_contact_phone()} optional>
          <TextInput room="middle" type="tel" defaultValue={values?.contactPhone} maxLength={200} />
        </Field>
        <Field name={line('contactEmail')} label={m.registers_breach_contact_email()} optional>
          <TextInput room="middle" type="email" defaultValue={values?.contactEmail} maxLength={254} />
        </Field>
        <Field
          name={line('contactAddress')}
          label={m.registers_breach_contact_address()}
          hint={m.registers_breach_contact_address_hint()}
          optional
        >
          <TextInput defaultValue={values?.contactAddress} maxLength={200} />
        </Field>
      </Part>
    </>
  )
}

type LongField =
  | 'circumstances'
  | 'place'
  | 'content'
  | 'protection'
  | 'personKinds'
  | 'consequences'
  | 'measures'
  | 'personsToldWhy'
  | 'others'
  | 'otherStates'
  | 'otherAuthorities'

/** Fields of one question of the form, under its name. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-6">
      <legend className="mb-4 text-lead font-semibold">{title}</legend>
      {children}
    </fieldset>
  )
}

/** What the fields send, as the operations take it. */
export function breachFrom(form: FormData) {
  const text = (name: keyof BreachForm) => String(form.get(line(name)) ?? '').trim()
  const moment = (name: keyof BreachForm) => (text(name) === '' ? null : momentOf(text(name)))
  const all = (name: keyof BreachForm) => form.getAll(line(name)).map(String)
  return {
    sector: text('sector') as BreachForm['sector'],
    taxNumber: text('taxNumber'),
    contactName: text('contactName'),
    contactRole: text('contactRole'),
    contactPhone: text('contactPhone'),
    contactEmail: text('contactEmail'),
    contactAddress: text('contactAddress'),
    happenedFrom: moment('happenedFrom'),
    happenedUntil: moment('happenedUntil'),
    circumstances: text('circumstances'),
    place: text('place'),
    nature: all('nature') as BreachForm['nature'],
    categories: all('categories'),
    content: text('content'),
    protection: text('protection'),
    personKinds: text('personKinds'),
    persons: text('persons') === '' ? null : text('persons'),
    records: text('records') === '' ? null : text('records'),
    consequences: text('consequences'),
    measures: text('measures'),
    personsTold: text('personsTold') as BreachForm['personsTold'],
    personsToldWhy: text('personsToldWhy'),
    others: text('others'),
    otherStates: text('otherStates'),
    otherAuthorities: text('otherAuthorities'),
  }
}
