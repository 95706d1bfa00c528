import { type Locale, locales } from './compiled/runtime.js'

/** The language that a public address names: /ro/…, /en/…; otherwise null. */
export function localeOfPath(pathname: string): Locale | null {
  const first = pathname.split('/')[1]?.replace(/\.data$/, '')
  return locales.find((locale) => locale === first) ?? null
}
