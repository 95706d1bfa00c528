/**
 * Public holidays, as Regulation 1182/71 asks for them (Art. 2(1)): those of the Member State in which the action is to be
 * taken. The days on which the institutions of the Union rest (9 May, the days before Easter, the end of December) count
 * only for what an institution has to do: a company that counted them would answer too late.
 */
import { createRequire } from 'node:module'
import type HolidaysOf from 'date-holidays'
import { addDays, type CivilDay, isWeekend } from './civil-day.ts'

const union = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ')

/** Where the regulation holds by the EEA Agreement. */
const area = [...union, 'IS', 'LI', 'NO']

/** The rules of every country of the world take 40 MB: read when a deadline is first counted, not by each process at its start. */
const require = createRequire(import.meta.url)

const years = new Map<string, ReadonlySet<CivilDay>>()

/** Public holidays of a year, every day of those that last two. None for a country where the regulation does not hold. */
export function holidaysOf(country: string, year: number): ReadonlySet<CivilDay> {
  const key = `${country} ${year}`
  let days = years.get(key)
  if (!days) {
    days = area.includes(country) ? readHolidays(country, year) : new Set()
    years.set(key, days)
  }
  return days
}

export function isWorkingDay(day: CivilDay, country: string): boolean {
  return !isWeekend(day) && !holidaysOf(country, Number(day.slice(0, 4))).has(day)
}

/** The day itself where it is a working day, else the next one that is (Art. 3(4)). */
export function workingDayFrom(day: CivilDay, country: string): CivilDay {
  let found = day
  while (!isWorkingDay(found, country)) found = addDays(found, 1)
  return found
}

function readHolidays(country: string, year: number): ReadonlySet<CivilDay> {
  const Holidays: typeof HolidaysOf = require('date-holidays')
  const days = new Set<CivilDay>()
  for (const { type, date, start, end } of new Holidays(country).getHolidays(year)) {
    if (type !== 'public') continue
    const lasts = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000))
    for (let at = 0; at < lasts; at++) days.add(addDays(date.slice(0, 10), at))
  }
  return days
}
