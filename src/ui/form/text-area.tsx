import type { ComponentProps } from 'react'
import { useInput } from './field-state.ts'
import { inputLook } from './text-input.tsx'

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'name' | 'id' | 'required' | 'defaultValue'> & {
  defaultValue?: string | undefined
  exact?: boolean
  tall?: boolean
}

/** Grows with what is written in it. */
export function TextArea({ defaultValue, exact = false, tall = false, className = '', ...rest }: TextAreaProps) {
  const input = useInput(defaultValue)
  const look = `${inputLook} field-sizing-content max-h-[60vh] ${tall ? 'min-h-40' : 'min-h-24'} ${exact ? 'font-mono' : ''} ${className}`
  return <textarea {...rest} {...input} className={look} />
}
