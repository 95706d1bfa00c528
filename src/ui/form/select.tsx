import type { ComponentProps } from 'react'
import { useField } from './field-state.ts'
import { inputLook } from './text-input.tsx'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

type SelectProps = Omit<ComponentProps<'select'>, 'name' | 'id' | 'required' | 'defaultValue'> & {
  choices: readonly Choice[]
  defaultValue?: string | undefined
  /** The line shown while nothing is chosen. */
  none?: string
}

export function Select({ choices, defaultValue, none, className = '', ...rest }: SelectProps) {
  const field = useField()
  const typed = typeof field.typed === 'string' ? field.typed : undefined
  return (
    <select
      {...rest}
      id={field.id}
      name={field.name}
      required={field.required}
      defaultValue={typed ?? defaultValue ?? ''}
      aria-invalid={field.error ? true : undefined}
      aria-describedby={field.describedBy}
      className={`${inputLook} select w-auto max-w-full pr-9 ${className}`}
    >
      {none !== undefined && <option value="">{none}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}
