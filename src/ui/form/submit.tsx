import type { ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import { Button, type ButtonLook } from '../action/button.tsx'
import { useFormState } from './form-state.ts'

interface SubmitProps {
  children: ReactNode
  look?: ButtonLook
  /** Sent with the form when this button is the one pressed. */
  name?: string
  value?: string
  /** Beside the button: what happens next, or another way out. */
  aside?: ReactNode
}

/** The button that sends a form. While it is under way it says so and cannot be pressed again. */
export function Submit({ children, look = 'primary', name, value, aside }: SubmitProps) {
  const { busy } = useFormState()
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button look={look} name={name} value={value} aria-disabled={busy || undefined} disabled={busy}>
        {busy ? m.ui_sending() : children}
      </Button>
      {aside && <p className="text-small text-quiet">{aside}</p>}
    </div>
  )
}
