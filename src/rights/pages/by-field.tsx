import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import type { Case } from './case-words.ts'

/** How an answer leaves: by mail where there is an address on file. */
export function ByField({ shown }: { shown: Case }) {
  const hasMail = shown.persons.some((one) => one.asks && one.email !== null)
  const post = { value: 'post', label: m.rights_case_by_post(), hint: m.rights_case_by_post_hint() }
  const mail = { value: 'mail', label: m.rights_case_by_mail(), hint: m.rights_case_by_mail_hint() }
  return (
    <Field group name="by" label={m.rights_case_by_field()}>
      <RadioCards choices={hasMail ? [mail, post] : [post]} defaultValue={hasMail ? 'mail' : 'post'} />
    </Field>
  )
}

/** Why: the person reads it. */
export function ReasonsField({ optional = false, hint }: { optional?: boolean; hint?: string }) {
  return (
    <Field
      name="reasons"
      label={m.rights_case_reasons()}
      hint={hint ?? m.rights_case_reasons_hint()}
      optional={optional}
    >
      <TextArea rows={4} maxLength={4000} />
    </Field>
  )
}

export const byIn = (form: FormData) => (form.get('by') === 'post' ? ('post' as const) : ('mail' as const))
export const textIn = (form: FormData, name: string) => String(form.get(name) ?? '').trim()
