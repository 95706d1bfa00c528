import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { Checkbox, Checkboxes } from '../form/checkbox.tsx'
import { Field } from '../form/field.tsx'
import { FileInput } from '../form/file-input.tsx'
import { Form } from '../form/form.tsx'
import { RadioCards } from '../form/radio-cards.tsx'
import { Select } from '../form/select.tsx'
import { Submit } from '../form/submit.tsx'
import { TextArea } from '../form/text-area.tsx'
import { TextInput } from '../form/text-input.tsx'
import { PageHeader } from '../shell/page.tsx'
import { notice } from './gallery-words.ts'

export function FormRoom({ answer }: { answer: FormAnswer | undefined }) {
  return (
    <>
      <PageHeader
        title="Comandați: administrare lunară"
        trail={[{ to: '/dev/gallery?room=order', words: 'Servicii' }]}
      />
      <Form answer={answer}>
        <Field name="email" label="E-mailul celui care poate decide" notice={notice}>
          <TextInput type="email" autoComplete="email" />
        </Field>
        <Field name="phone" label="Telefon" optional notice={notice} hint="Doar dacă doriți să fiți sunat.">
          <TextInput type="tel" room="middle" autoComplete="tel" />
        </Field>
        <Field name="host" label="Serverul" hint="Un nume sau o adresă, cu portul dacă nu este 22.">
          <TextInput exact placeholder="mail1.example.com:22" />
        </Field>
        <Field name="system" label="Sistemul">
          <Select
            none="Alegeți"
            choices={[
              { value: 'debian', label: 'Debian' },
              { value: 'other', label: 'Altul' },
            ]}
          />
        </Field>
        <Field name="kind" label="Cum ajungem la el" group>
          <RadioCards
            choices={[
              {
                value: 'password',
                label: 'Cu parolă',
                hint: 'Se criptează în browserul dumneavoastră, înainte de a pleca.',
              },
              { value: 'key', label: 'Cu o cheie SSH', hint: 'Primiți partea publică; cea privată nu iese din seif.' },
            ]}
          />
        </Field>
        <Field name="hours" label="Când putem lucra" group optional>
          <Checkboxes
            choices={[
              { value: 'day', label: 'Ziua, între 9 și 18' },
              { value: 'night', label: 'Noaptea', hint: 'Când îl folosesc cei mai puțini.' },
            ]}
          />
        </Field>
        <Field name="message" label="Ce să știm" notice={notice} optional>
          <TextArea />
        </Field>
        <Field name="files" label="Fișiere" hint="Cel mult 20, fiecare de cel mult 25 MB." optional>
          <FileInput multiple />
        </Field>
        <Checkbox
          name="updates"
          label="Doresc noutăți despre servicii, cel mult una pe lună"
          notice={{ ...notice, basis: 'consimțământ', purposes: ['noutăți'], period: 'până vă retrageți' }}
        />
        <Submit aside="Nu plătiți nimic acum. Echipa confirmă în aceeași zi.">Trimiteți comanda</Submit>
      </Form>
    </>
  )
}
