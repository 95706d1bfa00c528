/** An ISO 8601 duration of whole years, months or days, in words: 'P3Y' is '3 ani', '3 years'. */
import type { Language } from './block.ts'

const units = { Y: 'year', M: 'month', D: 'day' } as const
const atOnce = { ro: 'imediat', en: 'at once' } as const

/** @throws RangeError for a duration of several units, or a malformed one */
export function periodWords(period: string, language: Language): string {
  const [, count, unit] = /^P(\d+)([YMD])$/.exec(period) ?? []
  if (count === undefined || unit === undefined) throw new RangeError(`not a period of one unit: ${period}`)
  if (Number(count) === 0) return atOnce[language]
  return formatOf(language, unit as keyof typeof units).format(Number(count))
}

/** Making one costs more than all else that a notice does, and a page asks for dozens. */
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(language: Language, letter: keyof typeof units): Intl.NumberFormat {
  const key = `${language} ${letter}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(language, { style: 'unit', unit: units[letter], unitDisplay: 'long' })
  formats.set(key, made)
  return made
}
