import { createContext, useContext } from 'react'
import type { FormAnswer } from '../../platform/http/form-answer.ts'
import type { FieldNames } from './field-names.ts'

export interface FormState {
  readonly id: string
  readonly answer: FormAnswer | undefined
  /** Under way: sent, and not answered yet. */
  readonly busy: boolean
  /** Where each field says what it is called, while a server renders them. */
  readonly names: FieldNames | null
}

export const FormContext = createContext<FormState>({ id: 'form', answer: undefined, busy: false, names: null })

/** The form that a field stands in. */
export function useFormState(): FormState {
  return useContext(FormContext)
}
