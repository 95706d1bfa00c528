import fc from 'fast-check'
import { expect, it } from 'vitest'
import { browserOf } from './browser.rules.ts'

it('knows the usual browsers', () => {
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML) Chrome/140.0 Safari/537.36 Edg/140.0'
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Mobile Safari/604.1'
  const android = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'
  expect(browserOf(firefox)).toEqual({ name: 'Firefox', system: 'Linux' })
  expect(browserOf(edge)).toEqual({ name: 'Edge', system: 'Windows' })
  expect(browserOf(phone)).toEqual({ name: 'Safari', system: 'iOS' })
  expect(browserOf(android)).toEqual({ name: 'Chrome', system: 'Android' })
})

it('says nothing about what it does not know', () => {
  expect(browserOf(null)).toEqual({ name: null, system: null })
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z ]{0,50}$/), (text) => {
      expect(browserOf(text).name).toBeNull()
    }),
  )
})
