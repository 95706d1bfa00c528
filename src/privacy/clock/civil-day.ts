/** Days as a calendar has them, in the time of Bucharest: what a period of months is counted in. Pure. */

/** 'YYYY-MM-DD'. Sorts and compares as text. */
export type CivilDay = string

const zone = 'Europe/Bucharest'
const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day that it is in Bucharest at a moment. */
export function civilDayOf(at: Date): CivilDay {
  return parts.format(at)
}

/** The moment at which a day is over in Bucharest: the first of the next. */
export function endOfDay(day: CivilDay): Date {
  const next = addDays(day, 1)
  // Midnight in Bucharest is 22:00 or 21:00 of the day before in UTC, as it is winter or summer there.
  const inWinter = new Date(`${next}T00:00:00+02:00`)
  const inSummer = new Date(`${next}T00:00:00+03:00`)
  return civilDayOf(inSummer) === next ? inSummer : inWinter
}

export function addDays(day: CivilDay, days: number): CivilDay {
  return textOf(atNoon(day) + days * 86_400_000)
}

/** The same date so many months on; where the month has no such date, its last day (Regulation 1182/71, Art. 3(2)(c)). */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return textOf(Date.UTC(year, month - 1 + months, Math.min(date, last), 12))
}

/** How many days `to` lies after `from`; negative before. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
  return Math.round((atNoon(to) - atNoon(from)) / 86_400_000)
}

export function isWeekend(day: CivilDay): boolean {
  return [0, 6].includes(new Date(atNoon(day)).getUTCDay())
}

function atNoon(day: CivilDay): number {
  return Date.parse(`${day}T12:00:00Z`)
}

function textOf(time: number): CivilDay {
  return new Date(time).toISOString().slice(0, 10)
}
