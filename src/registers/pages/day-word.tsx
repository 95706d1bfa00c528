import { civilDay } from '../../platform/language/format.ts'

/** A day of the calendar in words. */
export function DayWord({ day }: { day: string }) {
  return <time dateTime={day}>{civilDay(day)}</time>
}
