import { day } from '../../platform/language/format.ts'
import { When } from '../../ui/text/when.tsx'
import { said } from './said.ts'
import type { HeldView } from './why-held.tsx'

type Value = string | { readonly ro: string; readonly en: string } | null

interface HeldCellProps {
  column: HeldView['columns'][number]
  value: Value
  /** As a run of words, for a list of many. */
  short?: boolean
}

/** One value as it is held. */
export function HeldCell({ column, value, short }: HeldCellProps) {
  if (value === null) return <span className="text-quiet">—</span>
  if (typeof value !== 'string') return <>{said(value)}</>
  if (column.kind === 'time') return <When at={value} exact />
  if (column.kind === 'day') return <time dateTime={value}>{day(new Date(value))}</time>
  return (
    <span className={short ? 'wrap-anywhere' : 'wrap-anywhere whitespace-pre-line'}>{value === '' ? '—' : value}</span>
  )
}
