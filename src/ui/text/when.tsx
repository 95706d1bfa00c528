import { exactTime, relativeTime } from '../../platform/language/format.ts'

/** A moment in words, with the exact time on hover and for machines. `exact` writes the exact time out. */
export function When({ at, exact = false }: { at: Date | string; exact?: boolean }) {
  const date = typeof at === 'string' ? new Date(at) : at
  const full = exactTime(date)
  // The words age between server and browser; the difference of a moment is no fault.
  return (
    <time dateTime={date.toISOString()} title={full} className="whitespace-nowrap" suppressHydrationWarning>
      {exact ? full : relativeTime(date, new Date())}
    </time>
  )
}
