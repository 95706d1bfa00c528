import { m } from '../../platform/language/words.ts'
import { Button } from '../../ui/action/button.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Select } from '../../ui/form/select.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import type { DepositKind } from '../sealed/deposit-kinds.ts'
import type { TargetView } from '../target/target.view.ts'
import { kindChoices } from './kind-choices.ts'

export const mostAsked = 20

interface AskedFieldsProps {
  /** How many things can be asked for on this page. */
  count: number
  /** A target that is known already, as the first of them. */
  target: TargetView | null
}

/** What is asked for, one thing after the other. */
export function AskedFields({ count, target }: AskedFieldsProps) {
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the things of a form are counted, not moved
        <fieldset key={at} className="grid gap-4 border-l-2 border-line pl-4">
          <legend className="mb-2 font-semibold">{m.access_asked_thing({ number: at + 1 })}</legend>
          <Field name={`kind-${at}`} label={m.access_head_kind()}>
            <Select choices={kindChoices()} defaultValue={at === 0 ? (target?.kind ?? 'server') : 'server'} />
          </Field>
          <Field name={`name-${at}`} label={m.access_offer_name()} hint={m.access_asked_name_hint()}>
            <TextInput maxLength={200} defaultValue={at === 0 ? target?.name : undefined} />
          </Field>
          <Field name={`detail-${at}`} label={m.access_asked_detail()} hint={m.access_asked_detail_hint()} optional>
            <TextArea maxLength={2000} />
          </Field>
          {at === 0 && target && <input type="hidden" name="target-0" value={target.id} />}
        </fieldset>
      ))}
      {count < mostAsked && (
        <div>
          <Button look="plain" small name="more" value="yes">
            {m.access_asked_more()}
          </Button>
        </div>
      )}
    </>
  )
}

/** The things that a sent form asks for. */
export function askedFrom(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return [...form.keys()]
    .filter((name) => /^name-\d+$/.test(name))
    .map((name) => name.slice('name-'.length))
    .map((at) => ({
      kind: text(`kind-${at}`) as DepositKind,
      name: text(`name-${at}`),
      ...(text(`detail-${at}`) ? { detail: text(`detail-${at}`) } : {}),
      ...(text(`target-${at}`) ? { targetId: text(`target-${at}`) } : {}),
    }))
}

/** From the names of the operation to those of the form. */
export function renameAsked(count: number): Record<string, string> {
  const names = Array.from({ length: count }, (_, at) =>
    ['kind', 'name', 'detail'].map((field) => [`items.${at}.${field}`, `${field}-${at}`]),
  )
  return Object.fromEntries(names.flat())
}
