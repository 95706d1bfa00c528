import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigit, isRomanianTaxNumber, storedTaxNumber } from './tax-number.rules.ts'

const bodies = fc.integer({ min: 1, max: 999_999_999 }).map(String)

describe('a Romanian tax number', () => {
  it('is known from real ones, with and without RO', () => {
    for (const good of ['14399840', 'RO14399840', 'ro 1590082', '361757']) expect(isRomanianTaxNumber(good)).toBe(true)
    for (const bad of ['14399841', 'RO1', '', 'RO', '12345678901', 'ABC', '0000000000']) {
      expect(isRomanianTaxNumber(bad)).toBe(false)
    }
  })

  it('holds with its own check digit and with no other', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const right = checkDigit(body)
        for (let digit = 0; digit < 10; digit += 1) {
          expect(isRomanianTaxNumber(`${body}${digit}`)).toBe(digit === right)
        }
      }),
    )
  })

  it('is stored without blanks, in upper case', () => {
    expect(storedTaxNumber('ro 1439-9840')).toBe('RO14399840')
  })
})
