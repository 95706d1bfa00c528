import { getLocale, type Locale } from './words.ts'

/** Everything is said in the time of the provider's country, whatever the machine's own clock is set to. */
export const timeZone = 'Europe/Bucharest'

const tags: Record<Locale, string> = { ro: 'ro-RO', en: 'en-GB' }
const cache = new Map<string, unknown>()

function once<Formatter>(key: string, make: () => Formatter): Formatter {
  if (!cache.has(key)) cache.set(key, make())
  return cache.get(key) as Formatter
}

const dates = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  longDay: { day: 'numeric', month: 'long', year: 'numeric' },
  dayOfYear: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'long' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** "22/11/2026" in English: for reckoning, not for reading. */
  digits: { day: '2-digit', month: '2-digit', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

function written(at: Date, locale: Locale, how: keyof typeof dates): string {
  const format = once(`${how} ${locale}`, () => new Intl.DateTimeFormat(tags[locale], { timeZone, ...dates[how] }))
  return format.format(at)
}

/** "22 nov. 2026, 14:02" */
export function exactTime(at: Date, locale = getLocale()): string {
  return `${day(at, locale)}, ${clock(at, locale)}`
}

/** "22 nov. 2026" */
export function day(at: Date, locale = getLocale()): string {
  return written(at, locale, 'day')
}

/** A day of the calendar, 'YYYY-MM-DD', as "22 noiembrie 2026". */
export function civilDay(text: string, locale = getLocale()): string {
  return written(new Date(`${text}T12:00:00Z`), locale, 'longDay')
}

/** "14:02" */
export function clock(at: Date, locale = getLocale()): string {
  return written(at, locale, 'clock')
}

/** How many calendar days `at` lies after `now`, in Bucharest; negative before. */
function daysFrom(now: Date, at: Date): number {
  return Math.round((startOfDay(at) - startOfDay(now)) / 86_400_000)
}

function startOfDay(at: Date): number {
  const [day, month, year] = written(at, 'en', 'digits').split('/').map(Number)
  return Date.UTC(year!, month! - 1, day)
}

/** "chiar acum", "acum 5 minute", "peste 42 de minute", "azi, 14:02", "ieri, 14:02", "luni, 14:02", else the date. */
export function relativeTime(at: Date, now: Date, locale = getLocale()): string {
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000)
  const words = once(`relative ${locale}`, () => new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' }))
  if (minutes === 0) return locale === 'ro' ? 'chiar acum' : 'just now'
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute')
  const days = daysFrom(now, at)
  if (Math.abs(days) <= 1) return `${words.format(days, 'day')}, ${clock(at, locale)}`
  if (Math.abs(days) < 7) return `${written(at, locale, 'weekday')}, ${clock(at, locale)}`
  const sameYear = day(at, 'en').slice(-4) === day(now, 'en').slice(-4)
  return sameYear ? written(at, locale, 'dayOfYear') : day(at, locale)
}

/** Money from whole minor units (bani, cents), a number or digits, and an ISO 4217 currency: 123450, "RON" → "1.234,50 RON". */
export function money(minor: number | string, currency: string, locale = getLocale()): string {
  const format = once(
    `money ${locale} ${currency}`,
    () => new Intl.NumberFormat(tags[locale], { style: 'currency', currency, currencyDisplay: 'code' }),
  )
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(shifted(BigInt(minor), digits))
}

/** The point moved by digits, not by dividing: no amount passes through a fraction that a computer cannot hold. */
function shifted(minor: bigint, digits: number): `${number}` {
  const whole = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  const point = whole.length - digits
  return `${minor < 0n ? '-' : ''}${whole.slice(0, point)}.${whole.slice(point)}0` as `${number}`
}

/** "10.000" */
export function number(value: number, locale = getLocale()): string {
  return once(`number ${locale}`, () => new Intl.NumberFormat(tags[locale])).format(value)
}

/** Size of a file: "1,2 MB". */
export function fileSize(bytes: number, locale = getLocale()): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte']
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const options = {
    style: 'unit',
    unit: units[step]!,
    unitDisplay: 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  } as const
  return once(`size ${locale} ${step}`, () => new Intl.NumberFormat(tags[locale], options)).format(bytes / 1000 ** step)
}

/** "Ioana, Mihai și Ana" */
export function list(names: readonly string[], locale = getLocale()): string {
  return once(`list ${locale}`, () => new Intl.ListFormat(tags[locale])).format(names)
}
