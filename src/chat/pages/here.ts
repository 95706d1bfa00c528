import { nothingHere } from '../../platform/http/problem.ts'
import { localeOfPath } from '../../platform/language/path-locale.ts'

/** The first word of the address is a language, or leads nowhere. */
export function inLanguage(locale: string): void {
  if (!localeOfPath(`/${locale}`)) throw nothingHere()
}
