import type { ReactNode } from 'react'
import { number } from '../../platform/language/format.ts'
import { PlaceLink } from '../action/place-link.tsx'

export interface TabLink {
  readonly to: string
  readonly words: ReactNode
  readonly current: boolean
  readonly count?: number
}

/** Views of the same thing, each with an address of its own. */
export function TabLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="tab-links">
      <ul className="flex gap-x-5">
        {items.map((item) => (
          <li key={item.to} className="shrink-0">
            <PlaceLink
              to={item.to}
              aria-current={item.current ? 'page' : undefined}
              className="inline-flex items-baseline gap-1.5 border-b-2 border-transparent py-2 text-quiet hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
            >
              {item.words}
              {item.count !== undefined && <span className="tabular text-small text-quiet">{number(item.count)}</span>}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
