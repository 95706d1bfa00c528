import { getLocale } from '../../platform/language/words.ts'

/** What a service says, in the language of the page. */
export function said(words: { readonly ro: string; readonly en: string }): string {
  return words[getLocale()]
}
