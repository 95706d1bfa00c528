import { Field } from './field.tsx'
import { useFormState } from './form-state.ts'
import { TextInput } from './text-input.tsx'

/** A field that only programs fill in. A browser that filled it by itself is shown it, so that nothing is lost silently. */
export function Trap({ label }: { label: string }) {
  const { answer } = useFormState()
  const isShown = Boolean(answer?.errors.website)
  return (
    <div className={isShown ? '' : 'hidden'}>
      <Field name="website" label={label} optional>
        <TextInput tabIndex={isShown ? undefined : -1} autoComplete="off" />
      </Field>
    </div>
  )
}
