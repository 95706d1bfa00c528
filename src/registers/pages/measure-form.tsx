import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Select } from '../../ui/form/select.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'

interface MeasureFormProps {
  values?: { what: string; place: string; everyMonths: number; ownedBy: string | null }
  staff: readonly { id: string; name: string }[]
  answer?: FormAnswer | undefined
}

export function MeasureForm({ values, staff, answer }: MeasureFormProps) {
  return (
    <Form id="measure" answer={answer}>
      <Field name="what" label={m.registers_measure_what()} hint={m.registers_measure_what_hint()}>
        <TextInput defaultValue={values?.what} maxLength={300} />
      </Field>
      <Field name="place" label={m.registers_measure_where()}>
        <TextInput defaultValue={values?.place} maxLength={200} />
      </Field>
      <Field name="ownedBy" label={m.registers_measure_owner()} hint={m.registers_measure_owner_hint()} optional>
        <Select
          none={m.registers_measure_nobody()}
          defaultValue={values?.ownedBy ?? ''}
          choices={staff.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field name="everyMonths" label={m.registers_measure_every()} hint={m.registers_measure_every_hint()}>
        <TextInput type="number" min={1} max={60} room="short" defaultValue={String(values?.everyMonths ?? 6)} />
      </Field>
      <Submit look={values ? 'quiet' : 'primary'}>{m.registers_save()}</Submit>
    </Form>
  )
}

/** What the form sends, as the operations take it. */
export function measureFrom(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return {
    what: text('what'),
    place: text('place'),
    everyMonths: text('everyMonths'),
    ownedBy: text('ownedBy') || null,
  }
}
