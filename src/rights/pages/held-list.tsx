import { classNames } from '../../ui/class-names.ts'
import { HeldCell } from './held-cell.tsx'
import { said } from './said.ts'
import type { HeldView, Overview } from './why-held.tsx'

interface HeldListProps {
  columns: HeldView['columns']
  rows: Overview['tables'][number]['rows']
  /** The beginning of each value, for an overview. */
  short?: boolean
}

/** Rows as runs of named values: what is not held is not named. */
export function HeldList({ columns, rows, short }: HeldListProps) {
  return (
    <ul className="border-t border-line">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows as they were read, never reordered
        <li key={at} className="flex flex-wrap gap-x-4 gap-y-0.5 border-b border-line py-2">
          {row.map((value, place) => {
            const column = columns[place]
            if (!column || value === null) return null
            return (
              <span
                key={column.name}
                className={classNames('min-w-0 max-w-prose wrap-anywhere', short && 'line-clamp-2')}
              >
                <span className="text-small text-quiet">{said(column.label)}: </span>
                <HeldCell column={column} value={value} {...(short ? { short } : {})} />
              </span>
            )
          })}
        </li>
      ))}
    </ul>
  )
}
