import type { KeyboardEventHandler, ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import { fieldId } from '../form/field-state.ts'
import { useFormState } from '../form/form-state.ts'
import { inputLook } from '../form/text-input.tsx'
import { useDraft } from './use-draft.ts'

interface ComposerProps {
  name?: string
  label: string
  /** Names the draft kept in this browser tab until it is sent: "ticket-<id>-reply". */
  draft: string
  note?: boolean
  placeholder?: string
  /** One line at first, for a narrow window. */
  short?: boolean
  onKeyDown?: KeyboardEventHandler<HTMLTextAreaElement>
  children?: ReactNode
}

/** Where a message is written, inside a <Form>. What is typed outlives a reload and a lost connection. */
export function Composer(props: ComposerProps) {
  const { name = 'body', label, draft, note = false, placeholder, short = false, onKeyDown, children } = props
  const { id: form, answer, busy, names } = useFormState()
  const words = note ? m.ui_note_only_staff() : label
  names?.add(name, words)
  const id = fieldId(form, name)
  const error = answer?.errors[name]
  const typed = answer?.values[name]
  const area = useDraft(draft, { busy, refused: answer !== undefined })
  return (
    <div className={note ? 'border-l-2 border-amber bg-amber-wash p-3' : ''}>
      <label htmlFor={id} className={note ? 'block text-small font-semibold text-amber' : 'sr-only'}>
        {words}
      </label>
      <textarea
        ref={area}
        id={id}
        name={name}
        required
        readOnly={busy}
        placeholder={placeholder}
        onKeyDown={onKeyDown}
        defaultValue={typeof typed === 'string' ? typed : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        className={`${inputLook} field-sizing-content ${short ? 'max-h-40' : 'max-h-[50vh] min-h-24'} ${note ? 'mt-1' : ''}`}
      />
      {error && (
        <p id={`${id}-error`} className="mt-1 text-small font-medium text-red">
          {error}
        </p>
      )}
      {children && <div className="mt-2">{children}</div>}
    </div>
  )
}
