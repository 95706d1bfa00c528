import type { ComponentProps } from 'react'
import { useInput } from './field-state.ts'

export const inputLook =
  'block w-full min-h-10 rounded-md border border-edge bg-raised px-3 py-1.5 text-ink placeholder:text-quiet ' +
  'aria-invalid:border-red [&[readonly]]:bg-sunk'

type TextInputProps = Omit<ComponentProps<'input'>, 'name' | 'id' | 'required' | 'defaultValue' | 'size'> & {
  defaultValue?: string | undefined
  /** About how much is expected; the field shows it by its width. */
  room?: 'short' | 'middle' | 'long'
  /** Host names, keys, codes. */
  exact?: boolean
}

const widths = { short: 'max-w-40', middle: 'max-w-72', long: '' }

export function TextInput({ defaultValue, room = 'long', exact = false, className = '', ...rest }: TextInputProps) {
  const input = useInput(defaultValue)
  const machine = exact ? ({ spellCheck: false, autoCapitalize: 'none', autoCorrect: 'off' } as const) : {}
  const look = `${inputLook} ${widths[room]} ${exact ? 'font-mono' : ''} ${className}`
  return <input type="text" {...machine} {...rest} {...input} className={look} />
}
