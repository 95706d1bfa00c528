import type { Locale } from '../../platform/language/words.ts'

/** Each language in its own words. */
export const languageNames: Record<Locale, string> = { ro: 'Română', en: 'English' }
