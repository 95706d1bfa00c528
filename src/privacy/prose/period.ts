/** An ISO 8601 duration of whole years, months or days, in words: 'P3Y' is '3 ani', '3 years'. */
import type { Language } from './block.ts'

const units = { Y: 'year', M: 'month', D: 'day' } as const
const atOnce = { ro: 'imediat', en: 'at once' } as const

/** @throws RangeError for a duration of several units, or a malformed one */
export function periodWords(period: string, language: Language): string {
  const [, count, unit] = /^P(\d+)([YMD])$/.exec(period) ?? []
  if (count === undefined || unit === undefined) throw new RangeError(`not a period of one unit: ${period}`)
  if (Number(count) === 0) return atOnce[language]
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[unit as keyof typeof units],
    unitDisplay: 'long',
  }).format(Number(count))
}
