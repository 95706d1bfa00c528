import type { ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import { DataNotice, type NoticeWords } from '../text/data-notice.tsx'
import { fieldId, useField } from './field-state.ts'
import { useFormState } from './form-state.ts'
import type { Choice } from './select.tsx'

interface CheckboxProps {
  name: string
  label: ReactNode
  hint?: ReactNode
  value?: string
  defaultChecked?: boolean
  notice?: NoticeWords
}

/** One yes. Never ticked beforehand for a consent. */
export function Checkbox({ name, label, hint, value = 'on', defaultChecked = false, notice }: CheckboxProps) {
  const { id: form, answer, names } = useFormState()
  names?.add(name, label)
  const id = fieldId(form, name)
  const error = answer?.errors[name]
  const typed = answer ? [answer.values[name]].flat().includes(value) : undefined
  return (
    <div className={error ? 'border-l-2 border-red pl-3' : ''}>
      <TickBox
        id={id}
        name={name}
        value={value}
        checked={typed ?? defaultChecked}
        error={error}
        label={label}
        hint={hint}
      />
      {notice && (
        <p id={`${id}-notice`} className="ml-7.5 max-w-prose text-small text-quiet">
          <DataNotice words={notice} />
        </p>
      )}
    </div>
  )
}

/** Several of several, inside a <Field group>. */
export function Checkboxes({
  choices,
  defaultValue = [],
}: {
  choices: readonly Choice[]
  defaultValue?: readonly string[]
}) {
  const field = useField()
  const { answer } = useFormState()
  const ticked = answer ? [field.typed ?? []].flat() : defaultValue
  return (
    <div className="grid gap-1">
      {choices.map((choice, index) => (
        <TickBox
          key={choice.value}
          id={`${field.id.slice(0, -1)}${index}`}
          name={field.name}
          value={choice.value}
          checked={ticked.includes(choice.value)}
          label={choice.label}
          hint={choice.hint}
        />
      ))}
    </div>
  )
}

interface TickBoxProps {
  id: string
  name: string
  value: string
  checked: boolean
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
}

function TickBox({ id, name, value, checked, label, hint, error }: TickBoxProps) {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="grid grid-cols-[1.125rem_1fr] gap-x-3 py-1">
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className="mt-[0.2em] size-4.5 accent-accent"
      />
      <label htmlFor={id} className="max-w-prose">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="col-start-2 max-w-prose text-small text-quiet">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="col-start-2 text-small font-medium text-red">
          {error || m.ui_problem_invalid()}
        </p>
      )}
    </div>
  )
}
