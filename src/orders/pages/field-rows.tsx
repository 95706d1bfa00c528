import { m } from '../../platform/language/words.ts'
import { Checkbox } from '../../ui/form/checkbox.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Select } from '../../ui/form/select.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import type { AnswerKind, FormField } from '../service/service.terms.ts'
import { Both } from './both.tsx'
import { Row } from './row.tsx'
import { said } from './said.ts'
import { choicesTyped } from './service-input.ts'

const kinds: Readonly<Record<AnswerKind, () => string>> = {
  authorised_email: m.orders_kind_authorised_email,
  billing_address: m.orders_kind_billing_address,
  chat_account: m.orders_kind_chat_account,
  server_detail: m.orders_kind_server_detail,
  support_detail: m.orders_kind_support_detail,
}

const inputs: Readonly<Record<FormField['input'], () => string>> = {
  line: m.orders_input_line,
  lines: m.orders_input_lines,
  email: m.orders_input_email,
  choice: m.orders_input_choice,
}

const choicesOf = <K extends string>(words: Readonly<Record<K, () => string>>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value]() }))

/** The fields of the order form, and an empty one for another. What kind a field is decides who may use the answer. */
export function FieldRows({ fields }: { fields: readonly FormField[] }) {
  const rows: readonly (FormField | undefined)[] = [...fields, undefined]
  return (
    <div className="grid gap-3">
      <input type="hidden" name="fields.rows" value={rows.length} />
      {rows.map((field, row) => {
        const at = `fields.${row}`
        return (
          <Row key={field?.name ?? ''} at={at} title={field ? said(field.label) : m.orders_row_new_field()}>
            {field && <input type="hidden" name={`${at}.name`} value={field.name} />}
            <Both name={`${at}.label`} label={m.orders_row_label()} words={field?.label} />
            <Both name={`${at}.hint`} label={m.orders_row_hint()} words={field?.hint} optional />
            <Field name={`${at}.kind`} label={m.orders_row_kind()} hint={m.orders_row_kind_hint()}>
              <Select choices={choicesOf(kinds)} defaultValue={field?.kind ?? 'server_detail'} />
            </Field>
            <Field name={`${at}.input`} label={m.orders_row_input()}>
              <Select choices={choicesOf(inputs)} defaultValue={field?.input ?? 'line'} />
            </Field>
            <Field name={`${at}.choices`} label={m.orders_row_choices()} hint={m.orders_row_choices_hint()} optional>
              <TextArea defaultValue={choicesTyped(field?.choices)} />
            </Field>
            <Checkbox
              name={`${at}.required`}
              label={m.orders_row_required()}
              defaultChecked={field?.required ?? true}
            />
            {field && <Checkbox name={`${at}.remove`} label={m.orders_row_remove()} />}
          </Row>
        )
      })}
    </div>
  )
}
