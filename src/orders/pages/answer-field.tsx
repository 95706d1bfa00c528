import { Field } from '../../ui/form/field.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import type { NoticeWords } from '../../ui/text/data-notice.tsx'
import type { FormField } from '../service/service.terms.ts'
import { said } from './said.ts'

interface AnswerFieldProps {
  field: FormField
  /** Why it is asked, from the data map. A preview has none to show yet and says so by leaving it out. */
  notice?: NoticeWords | undefined
  /** What stands in it to begin with. */
  known?: string | undefined
}

/** One field of an order form, as the service declares it. */
export function AnswerField({ field, notice, known }: AnswerFieldProps) {
  const choices = field.choices?.map((choice) => ({ value: choice.name, label: said(choice.label) }))
  return (
    <Field
      name={`answers.${field.name}`}
      label={said(field.label)}
      hint={field.hint && said(field.hint)}
      notice={notice}
      optional={!field.required}
      group={field.input === 'choice'}
    >
      {choices && field.input === 'choice' && <RadioCards choices={choices} />}
      {field.input === 'lines' && <TextArea maxLength={8000} defaultValue={known} />}
      {field.input === 'line' && <TextInput maxLength={300} defaultValue={known} />}
      {field.input === 'email' && <TextInput type="email" autoComplete="email" maxLength={254} defaultValue={known} />}
    </Field>
  )
}
