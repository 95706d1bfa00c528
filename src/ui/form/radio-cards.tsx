import { useField } from './field-state.ts'
import type { Choice } from './select.tsx'

/** One of few, each with what it means. Inside a <Field group>. */
export function RadioCards({ choices, defaultValue }: { choices: readonly Choice[]; defaultValue?: string }) {
  const field = useField()
  const chosen = typeof field.typed === 'string' ? field.typed : defaultValue
  return (
    <div className="divide-y divide-line rounded-md border border-edge bg-raised">
      {choices.map((choice, index) => (
        <label
          key={choice.value}
          className="grid cursor-pointer grid-cols-[1.125rem_1fr] gap-x-3 px-3 py-2.5 has-checked:bg-accent-wash"
        >
          <input
            type="radio"
            id={`${field.id.slice(0, -1)}${index}`}
            name={field.name}
            value={choice.value}
            required={field.required}
            defaultChecked={choice.value === chosen}
            aria-describedby={choice.hint ? `${field.id}-${index}-hint` : undefined}
            className="mt-[0.2em] size-4.5 accent-accent"
          />
          <span className="font-medium">{choice.label}</span>
          {choice.hint && (
            <span id={`${field.id}-${index}-hint`} className="col-start-2 text-small text-quiet">
              {choice.hint}
            </span>
          )}
        </label>
      ))}
    </div>
  )
}
