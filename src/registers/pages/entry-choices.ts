import { policy } from '../../../policy/policy.ts'
import { countryChoices } from '../../platform/language/countries.ts'
import type { EntryChoices } from './entry-form.tsx'

interface GroundChoice {
  readonly id: string
  readonly name: string
  readonly invalidAt: Date | null
}

/** What an entry of a role may be filled with: the purposes that the policy gives it, the grounds that stand. */
export function entryChoices(
  purposes: readonly string[],
  grounds: readonly GroundChoice[],
  locale: 'ro' | 'en',
): EntryChoices {
  const said: Readonly<Record<string, { words: { ro: string; en: string } }>> = policy.purposes
  return {
    countries: countryChoices(locale),
    grounds: grounds.filter(({ invalidAt }) => invalidAt === null).map(({ id, name }) => ({ value: id, label: name })),
    purposes: purposes.map((value) => ({ value, label: said[value]?.words[locale] ?? value })),
    categories: Object.entries(policy.categories).map(([value, words]) => ({ value, label: words[locale] })),
  }
}
