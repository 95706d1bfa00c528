import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { Select } from '../../ui/form/select.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { languageNames } from '../../ui/shell/language-names.ts'
import { Facts } from '../../ui/text/facts.tsx'
import type { findAsker } from '../desk/note-request.ts'
import { kindNames } from './case-words.ts'
import type { Options } from './request-fields.tsx'
import { kinds } from './request-words.ts'
import { said } from './said.ts'

interface NoteFormProps {
  /** Null for somebody who is not on file. */
  person: OutputOf<typeof findAsker>['people'][number] | null
  options: Options
  today: string
  answer: FormAnswer | undefined
}

export function NoteForm({ person, options, today, answer }: NoteFormProps) {
  const purposes = [...options.objection, ...options.withdrawal].filter(
    (one, at, all) => all.findIndex((other) => other.purpose === one.purpose) === at,
  )
  return (
    <Form answer={answer}>
      {person ? (
        <>
          <Facts
            items={[
              { term: m.rights_note_person(), value: `${person.name}, ${person.accountName}`, note: person.email },
            ]}
          />
          <input type="hidden" name="accountId" value={person.accountId} />
          <input type="hidden" name="personId" value={person.personId} />
        </>
      ) : (
        <>
          <Field name="name" label={m.rights_note_name()}>
            <TextInput maxLength={120} />
          </Field>
          <Field
            name="email"
            label={m.rights_note_email()}
            hint={m.rights_note_new_hint()}
            notice={options.notices.email}
          >
            <TextInput type="email" maxLength={254} />
          </Field>
        </>
      )}
      <Field name="kind" label={m.rights_note_kind()}>
        <Select choices={kinds.map((kind) => ({ value: kind, label: kindNames[kind]() }))} />
      </Field>
      <Field name="purpose" label={m.rights_note_purpose()} hint={m.rights_note_purpose_hint()} optional>
        <Select
          choices={purposes.map((one) => ({ value: one.purpose, label: said(one.words) }))}
          none={m.rights_note_purpose_none()}
        />
      </Field>
      <Field name="words" label={m.rights_note_words()} notice={options.notices.words} optional>
        <TextArea rows={4} maxLength={4000} />
      </Field>
      <Field group name="route" label={m.rights_note_route()}>
        <RadioCards
          choices={[
            { value: 'phone', label: m.rights_note_route_phone() },
            { value: 'letter', label: m.rights_note_route_letter() },
          ]}
          defaultValue="phone"
        />
      </Field>
      <Field name="language" label={m.rights_note_language()}>
        <Select
          choices={(['ro', 'en'] as const).map((one) => ({ value: one, label: languageNames[one] }))}
          defaultValue={getLocale()}
        />
      </Field>
      <Field name="receivedAt" label={m.rights_note_day()}>
        <TextInput type="date" defaultValue={today} max={today} room="middle" />
      </Field>
      <Submit aside={m.rights_note_next()}>{m.rights_note_submit()}</Submit>
    </Form>
  )
}
