import { day as shortDay } from '../../platform/language/format.ts'

/** A day of the calendar in words. */
export function DayWord({ day }: { day: string }) {
  return (
    <time dateTime={day} className="whitespace-nowrap">
      {shortDay(new Date(`${day}T12:00:00Z`))}
    </time>
  )
}
