import { describe, expect, it } from 'vitest'
import { acceptedLocale, inLocale } from './locale.server.ts'
import { localeOfPath } from './path-locale.ts'
import { getLocale, m } from './words.ts'

describe('the language of a request', () => {
  it('is the best of ours that the browser wishes, else Romanian', () => {
    expect(acceptedLocale('en-US,en;q=0.9,ro;q=0.8')).toBe('en')
    expect(acceptedLocale('de-DE,de;q=0.9,ro;q=0.4,en;q=0.3')).toBe('ro')
    expect(acceptedLocale('de')).toBe('ro')
    expect(acceptedLocale('en;q=0, ro')).toBe('ro')
    expect(acceptedLocale(`${'x,'.repeat(100_000)}en`)).toBe('ro')
    expect(acceptedLocale(null)).toBe('ro')
  })
  it('is what a public address names', () => {
    expect(localeOfPath('/ro/policy')).toBe('ro')
    expect(localeOfPath('/en.data')).toBe('en')
    expect(localeOfPath('/desk')).toBe(null)
  })
  it('holds through everything that the request waits for, and for no other request', async () => {
    const said = (locale: 'ro' | 'en', wait: number) =>
      inLocale(locale, async () => {
        await new Promise((done) => setTimeout(done, wait))
        return m.ui_close()
      })
    expect(await Promise.all([said('ro', 4), said('en', 1), said('ro', 2)])).toEqual([
      'Închideți',
      'Close',
      'Închideți',
    ])
    expect(getLocale()).toBe('en')
  })
})
