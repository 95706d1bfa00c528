import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasPersonalNumber, isPersonalNumber, withoutPersonalNumbers } from './cnp.ts'

/** Well-formed, of nobody: counties and numbers that were not given out. */
const good = '1800101221144'

/** A number with its control digit, computed apart from the rule. */
function made(head: string): string {
  const key = '279146358279'
  let sum = 0
  for (let at = 0; at < 12; at++) sum += Number(head[at]) * Number(key[at])
  return head + String(sum % 11 === 10 ? 1 : sum % 11)
}

describe('a personal number', () => {
  it('is found between words, also when it is broken up', () => {
    expect(isPersonalNumber(good)).toBe(true)
    for (const text of [good, `CNP ${good}.`, `CNP: 180 01 01 22 1144`, `1800101-221144`]) {
      expect(hasPersonalNumber(text), text).toBe(true)
    }
  })

  it('is not seen in other numbers', () => {
    for (const text of [
      '1800101221145',
      '+40 721 234 567',
      `x${good}`,
      `${good}7`,
      '1801301221144',
      '0800101221144',
      '',
    ]) {
      expect(hasPersonalNumber(text), text).toBe(false)
    }
  })

  it('is taken out and the rest stays', () => {
    expect(withoutPersonalNumbers(`Sunt ${good}, vreau datele mele`, '[—]')).toBe('Sunt [—], vreau datele mele')
  })

  it('is every number with the right control digit and a date that can be', () => {
    const part = (min: number, max: number) => fc.integer({ min, max }).map((value) => String(value).padStart(2, '0'))
    const head = fc
      .tuple(
        fc.integer({ min: 1, max: 8 }),
        part(0, 99),
        part(1, 12),
        part(1, 31),
        part(1, 52),
        fc.integer({ min: 0, max: 999 }),
      )
      .map(([sex, ...rest]) => `${sex}${rest.slice(0, 4).join('')}${String(rest[4]).padStart(3, '0')}`)
    fc.assert(
      fc.property(head, (twelve) => {
        const whole = made(twelve)
        expect(isPersonalNumber(whole)).toBe(true)
        const wrong = twelve + String((Number(whole[12]) + 1) % 10)
        expect(isPersonalNumber(wrong)).toBe(false)
        expect(withoutPersonalNumbers(`a ${whole} b`, '')).toBe('a  b')
      }),
    )
  })
})
