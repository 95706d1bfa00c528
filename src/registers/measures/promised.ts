import { m } from '../../platform/language/words.ts'
import type { promisedMeasures } from './measure.data.ts'

type Said = (inputs: Record<string, never>, options: { locale?: 'ro' | 'en' }) => string

/** What clause P27 of the policy promises, and how often it is looked at. */
export const promised: readonly {
  readonly name: (typeof promisedMeasures)[number]
  readonly what: Said
  readonly months: number
}[] = [
  { name: 'watched', what: m.registers_measure_watched, months: 6 },
  { name: 'biometric', what: m.registers_measure_biometric, months: 6 },
  { name: 'confidential', what: m.registers_measure_confidential, months: 12 },
  { name: 'roles', what: m.registers_measure_roles, months: 6 },
]

/** Where they hold, unless the provider writes something else. */
export const promisedPlace: Said = m.registers_measure_premises

const shipped = [promisedPlace, ...promised.map(({ what }) => what)]

/** Words of a measure for a reader: as they came, in the reader's language; as somebody wrote them, as they are. */
export function saidIn(words: string, locale?: 'ro' | 'en'): string {
  const own = shipped.find((said) => said({}, { locale: 'ro' }) === words || said({}, { locale: 'en' }) === words)
  return own ? own({}, locale ? { locale } : {}) : words
}
