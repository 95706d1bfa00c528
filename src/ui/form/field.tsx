import { type ReactNode, useContext } from 'react'
import { m } from '../../platform/language/words.ts'
import { classNames } from '../class-names.ts'
import { DataNotice, type NoticeWords } from '../text/data-notice.tsx'
import { FieldContext, fieldId, SharedNotice } from './field-state.ts'
import { useFormState } from './form-state.ts'

interface FieldProps {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** Why a personal thing is asked for. Every field for personal data has it. */
  notice?: NoticeWords | undefined
  optional?: boolean
  /** Several inputs under one question (cards, checkboxes). */
  group?: boolean
  children: ReactNode
}

/** A question: its label, a hint, the input, what is wrong with it, and beside it why it is asked. */
export function Field({ name, label, hint, notice, optional = false, group = false, children }: FieldProps) {
  const { id: form, answer, names } = useFormState()
  names?.add(name, label)
  const id = fieldId(form, name)
  const error = answer?.errors[name]
  const shared = useContext(SharedNotice)
  const parts = [hint && `${id}-hint`, error && `${id}-error`, notice ? `${id}-notice` : shared]
  const described = parts.filter(Boolean).join(' ')
  const state = {
    name,
    id: group ? `${id}-0` : id,
    required: !optional,
    error,
    describedBy: described || undefined,
    typed: answer?.values[name],
  }
  const title = (
    <>
      {label}
      {optional && (
        <span data-aside className="font-normal text-quiet">
          {' '}
          ({m.ui_optional()})
        </span>
      )}
    </>
  )
  const Box = group ? 'fieldset' : 'div'
  return (
    <FieldContext value={state}>
      <Box
        className={classNames(
          'grid min-w-0 gap-x-8 gap-y-1.5',
          !shared && '@min-[48rem]:grid-cols-[minmax(0,34rem)_minmax(0,1fr)]',
        )}
        {...(group ? { id, 'aria-labelledby': `${id}-label`, 'aria-describedby': state.describedBy } : {})}
      >
        <div className={error ? 'min-w-0 border-l-2 border-red pl-3' : 'min-w-0'}>
          {group ? (
            <p id={`${id}-label`} className="font-medium">
              {title}
            </p>
          ) : (
            <label htmlFor={id} className="block w-fit font-medium">
              {title}
            </label>
          )}
          {hint && (
            <p id={`${id}-hint`} className="text-small text-quiet">
              {hint}
            </p>
          )}
          {error && (
            <p id={`${id}-error`} className="text-small font-medium text-red">
              {error}
            </p>
          )}
          <div className="mt-1.5">{children}</div>
        </div>
        {notice && (
          <p
            id={`${id}-notice`}
            className="max-w-prose self-start pt-px text-small text-quiet @min-[48rem]:border-l @min-[48rem]:border-line @min-[48rem]:pl-4"
          >
            <DataNotice words={notice} />
          </p>
        )}
      </Box>
    </FieldContext>
  )
}
