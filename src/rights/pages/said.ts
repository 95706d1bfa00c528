import { getLocale } from '../../platform/language/words.ts'

/** Words of the policy or of a data map, in the language of the page. */
export function said(words: { readonly ro: string; readonly en: string }): string {
  return words[getLocale()]
}
