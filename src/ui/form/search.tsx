import { m } from '../../platform/language/words.ts'
import { Button } from '../action/button.tsx'
import { inputLook } from './text-input.tsx'

/** Search of a list, by its address: `?q=…`. The key `/` leads here. `keep` are other parameters of the list. */
export function Search({ label, q, keep = {} }: { label: string; q: string; keep?: Record<string, string> }) {
  return (
    <search>
      <form method="get" className="flex gap-2">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input
          type="search"
          name="q"
          defaultValue={q}
          aria-label={label}
          placeholder={label}
          data-search
          className={`${inputLook} max-w-96`}
        />
        <Button look="quiet">{m.ui_search()}</Button>
      </form>
    </search>
  )
}
