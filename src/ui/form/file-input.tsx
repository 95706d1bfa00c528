import { useField } from './field-state.ts'

/** Files, as the browser asks for them. Say in the field's hint how many and how large they may be. */
export function FileInput({ multiple = false, accept }: { multiple?: boolean; accept?: string }) {
  const field = useField()
  return (
    <input
      type="file"
      id={field.id}
      name={field.name}
      required={field.required}
      multiple={multiple}
      accept={accept}
      aria-invalid={field.error ? true : undefined}
      aria-describedby={field.describedBy}
      className={
        'block w-full rounded-md border border-dashed border-edge px-3 py-2 text-small text-quiet file:mr-3 file:rounded-md ' +
        'file:border file:border-edge file:bg-paper file:px-3 file:py-1 file:font-medium file:text-ink aria-invalid:border-red'
      }
    />
  )
}
