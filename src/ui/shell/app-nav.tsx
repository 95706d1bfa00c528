import { NavLink } from 'react-router'
import { number } from '../../platform/language/format.ts'
import { Icon, type IconName } from './icon.tsx'

export interface NavItem {
  readonly to: string
  readonly words: string
  /** Said at the bottom of a phone, where there is a quarter of its width. */
  readonly short?: string
  readonly icon: IconName
  /** How many things wait there. */
  readonly count?: number
  /** What is counted is overdue: said in words for who does not see the red. */
  readonly late?: string
  /** Current only at exactly this address. */
  readonly exact?: boolean
  /** Under a heading of its own, with the others of the same one. */
  readonly group?: string
}

const railLook =
  'flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1 no-underline text-quiet hover:bg-paper hover:text-ink ' +
  'aria-[current=page]:bg-accent-wash aria-[current=page]:font-medium aria-[current=page]:text-accent-strong'

/** The places of an area, one under the other. */
export function NavList({ items }: { items: readonly NavItem[] }) {
  const groups = [...new Set(items.map((item) => item.group ?? ''))]
  return (
    <>
      {groups.map((group) => (
        <div key={group}>
          {group && <p className="mt-4 mb-1 px-2.5 text-small text-quiet">{group}</p>}
          <ul className="grid gap-0.5">
            {items
              .filter((item) => (item.group ?? '') === group)
              .map((item) => (
                <li key={item.to}>
                  <NavLink to={item.to} end={item.exact ?? false} className={railLook}>
                    <Icon name={item.icon} />
                    <span className="min-w-0 grow">{item.words}</span>
                    <Count value={item.count} late={item.late} />
                  </NavLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </>
  )
}

/** The first places of an area along the bottom of a phone. */
export function BottomNav({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav aria-label={label} className="bottom-nav">
      <ul className="grid auto-cols-fr grid-flow-col">
        {items.slice(0, 4).map((item) => (
          <li key={item.to}>
            <NavLink
              to={item.to}
              end={item.exact ?? false}
              className="relative grid justify-items-center gap-0.5 px-1 pt-2 pb-1.5 text-small text-quiet no-underline aria-[current=page]:font-medium aria-[current=page]:text-accent"
            >
              <Icon name={item.icon} />
              <span className="max-w-full truncate">{item.short ?? item.words}</span>
              {item.count ? (
                <span className="absolute top-1 left-[calc(50%+0.5rem)]">
                  <Count value={item.count} late={item.late} />
                </span>
              ) : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function Count({ value, late }: { value: number | undefined; late?: string | undefined }) {
  if (!value) return null
  const look = late === undefined ? 'bg-amber-wash text-amber' : 'bg-red text-on-red'
  return (
    <span title={late} className={`tabular min-w-5 rounded-full px-1.5 text-center text-small/5 font-semibold ${look}`}>
      {number(value)}
      {late !== undefined && <span className="sr-only"> {late}</span>}
    </span>
  )
}
