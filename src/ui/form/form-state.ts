import { createContext, useContext } from 'react'
import type { FormAnswer } from '../../platform/http/form-answer.ts'

export interface FormState {
  readonly id: string
  readonly answer: FormAnswer | undefined
  /** Under way: sent, and not answered yet. */
  readonly busy: boolean
}

export const FormContext = createContext<FormState>({ id: 'form', answer: undefined, busy: false })

/** The form that a field stands in. */
export function useFormState(): FormState {
  return useContext(FormContext)
}
