import { createContext, useContext } from 'react'
import { useFormState } from './form-state.ts'

/** The id of a field's input: where a link in the error summary leads. */
export function fieldId(form: string, name: string): string {
  return `${form}-${name}`
}

export interface FieldState {
  readonly name: string
  readonly id: string
  readonly required: boolean
  readonly error: string | undefined
  readonly describedBy: string | undefined
  /** What was typed before the form came back; undefined the first time. */
  readonly typed: string | readonly string[] | undefined
}

/** The id of a notice that stands beside several fields. */
export const SharedNotice = createContext<string | undefined>(undefined)

export const FieldContext = createContext<FieldState | null>(null)

/** The field that an input stands in. Throws when it stands in none: no input without a label. */
export function useField(): FieldState {
  const field = useContext(FieldContext)
  if (!field) throw new Error('an input needs a <Field> around it')
  return field
}

/** The attributes that tie an input to its label, hint, notice and error. */
export function useInput(first?: string) {
  const field = useField()
  const { busy } = useFormState()
  const typed = typeof field.typed === 'string' ? field.typed : field.typed?.[0]
  return {
    id: field.id,
    name: field.name,
    required: field.required,
    readOnly: busy || undefined,
    defaultValue: typed ?? first,
    'aria-invalid': field.error ? true : undefined,
    'aria-describedby': field.describedBy,
  }
}
