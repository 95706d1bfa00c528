import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './fraud.rules.ts'
import { makeSignupCounter } from './signup-counter.ts'

describe('signs', () => {
  it.each([
    ['ana@mailinator.com', 'mailinator.com'],
    ['ana@x.MAILINATOR.com', 'mailinator.com'],
    ['ana@notmailinator.com', null],
    ['ana@mailinator.com.ro', null],
    ['mailinator.com@client.ro', null],
  ])('throw-away address %s: %s', (email, detail) => {
    expect(rules.throwawayMail(email).map((one) => one.detail)).toEqual(detail ? [detail] : [])
  })

  it.each([
    ['RO', 'RO14399840', []],
    ['RO', '14399840', []],
    ['DE', 'RO14399840', ['DE / RO']],
    ['GR', 'EL123456789', []],
    ['RO', undefined, []],
    ['RO', 'J40/123/2020', []],
  ] as const)('country %s with the tax number %s', (country, number, details) => {
    expect(rules.countryMismatch(country, number).map((one) => one.detail)).toEqual(details)
  })

  it('are raised by value only of a new account, and grow with nothing but the price', () => {
    const order = fc.record({
      priceMinor: fc.integer({ min: 0, max: 10_000_000 }),
      middleMinor: fc.integer({ min: 0, max: 1_000_000 }),
      accountAge: fc.integer({ min: 0, max: 30 * 86_400_000 }),
    })
    fc.assert(
      fc.property(order, (given) => {
        const signs = rules.newAccountValue({ ...given, currency: 'EUR' })
        const wanted =
          given.accountAge < rules.newFor &&
          given.middleMinor > 0 &&
          given.priceMinor >= given.middleMinor * rules.outOfProportion
        expect(signs).toHaveLength(wanted ? 1 : 0)
        if (wanted) {
          const dearer = { ...given, priceMinor: given.priceMinor + 1, currency: 'EUR' }
          expect(rules.newAccountValue(dearer)).toHaveLength(1)
        }
      }),
    )
  })

  it('name neither the links nor the secret that they saw', () => {
    const links = ['a', 'b', 'c', 'd'].map((name) => `https://${name}.spam.test/x?y`).join(' ')
    const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nabc'
    const signs = rules.patternsIn([links, key])
    expect(signs.map((one) => one.kind)).toEqual(['many_links', 'pasted_secret'])
    expect(JSON.stringify(signs)).not.toMatch(/spam|abc|BEGIN/)
    expect(rules.patternsIn(['https://a.test https://a.test/2 https://a.test/3 https://a.test/4'])).toEqual([])
  })

  it('survive any text', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => void rules.patternsIn(texts)))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void rules.throwawayMail(text)))
  })
})

describe('the count of sign-ups', () => {
  it('holds for an hour, for each address alone, and not without one', () => {
    const counter = makeSignupCounter()
    const at = (minutes: number) => new Date(1_800_000_000_000 + minutes * 60_000)
    expect([0, 1, 2, 59].map((minute) => counter.count('203.0.113.1', at(minute)))).toEqual([1, 2, 3, 4])
    expect(counter.count('203.0.113.2', at(59))).toBe(1)
    expect(counter.count('203.0.113.1', at(61))).toBe(3)
    expect(counter.count('203.0.113.1', at(600))).toBe(1)
    expect([counter.count(undefined, at(600)), counter.count(undefined, at(600))]).toEqual([1, 1])
  })
})
