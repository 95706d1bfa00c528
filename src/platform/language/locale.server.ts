import { AsyncLocalStorage } from 'node:async_hooks'
import { type Locale, locales, overwriteGetLocale } from './compiled/runtime.js'

export type { Locale }

// One storage for both copies of this module: the one Node runs and the one bundled into the pages.
const key = Symbol.for('zavor.locale')
const shared = globalThis as typeof globalThis & { [key]?: AsyncLocalStorage<Locale> }
shared[key] ??= new AsyncLocalStorage<Locale>()
const storage = shared[key]

overwriteGetLocale(() => storage.getStore() ?? 'en')

/** Runs `work` so that every text in it, however deep and late, is in `locale`. Outside of it texts are English. */
export function inLocale<Result>(locale: Locale, work: () => Result): Result {
  return storage.run(locale, work)
}

/** The language of the request that this runs in; null outside of any. */
export function localeHere(): Locale | null {
  return storage.getStore() ?? null
}

/** The best of our languages for an Accept-Language header; Romanian when the header names none of them. */
export function acceptedLocale(header: string | null | undefined): Locale {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((q) => q !== undefined)
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const wish of wishes) {
    const locale = locales.find((known) => known === wish.language)
    if (locale) return locale
  }
  return 'ro'
}
