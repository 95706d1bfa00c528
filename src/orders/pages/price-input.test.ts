import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minorFrom, typedFrom } from './price-input.ts'

test.each([
  ['1450', '145000'],
  ['1.450,00', '145000'],
  ['1,450.00', '145000'],
  ['1 450,5', '145050'],
  ['0,05', '5'],
  ['0', '0'],
  ['007', '700'],
  ['1.450', '145000'],
  ['9999999999999,99', '999999999999999'],
])('%s is %s', (typed, minor) => expect(minorFrom(typed)).toBe(minor))

test.each(['', '-1', '1e3', '1.2.3', '12,345,6', '1,,2', 'NaN', '1450 lei', '99999999999999,99', '٣'])(
  '%j is no price',
  (typed) => expect(minorFrom(typed)).toBeNull(),
)

test('what is shown is read back as it was', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.constantFrom('ro', 'en'), (minor, locale) => {
      expect(minorFrom(typedFrom(minor.toString(), locale))).toBe(minor.toString())
    }),
  )
})
