import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appAddress, codeAt, newRecoveryCodes, newSecret, stepOf, typedSecret } from './totp.rules.ts'

const secret = '12345678901234567890'

describe('codes of an app', () => {
  it('are those of RFC 6238, appendix B', () => {
    const vectors: [number, string][] = [
      [59, '287082'],
      [1111111109, '081804'],
      [1111111111, '050471'],
      [1234567890, '005924'],
      [2000000000, '279037'],
      [20000000000, '353130'],
    ]
    for (const [seconds, code] of vectors) expect(codeAt(secret, new Date(seconds * 1000))).toBe(code)
  })

  it('hold for their half minute and its neighbours, and then no more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000_000, max: 4_000_000_000 }), (seconds) => {
        const at = (offset: number) => new Date((seconds + offset) * 1000)
        const code = codeAt(secret, at(0))
        for (const offset of [-30, 0, 30]) expect(stepOf(secret, code, at(offset))).toBe(Math.floor(seconds / 30))
        expect(stepOf(secret, `${code}0`, at(0))).toBe(null)
        const [early, late] = [codeAt(secret, at(-60)), codeAt(secret, at(60))]
        const near = [-30, 0, 30].map((offset) => codeAt(secret, at(offset)))
        expect(stepOf(secret, early, at(0)) !== null).toBe(near.includes(early))
        expect(stepOf(secret, late, at(0)) !== null).toBe(near.includes(late))
      }),
    )
  })

  it('are given to the app in base 32', () => {
    expect(typedSecret(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
    expect(appAddress(secret, 'Zavor', 'a@b.test')).toBe(
      'otpauth://totp/Zavor:a%40b.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Zavor&digits=6&period=30',
    )
  })

  it('start from secrets and recovery codes that are never the same', () => {
    expect(newSecret()).not.toBe(newSecret())
    expect(new Set(newRecoveryCodes()).size).toBe(10)
    for (const code of newRecoveryCodes()) expect(code).toMatch(/^[A-Za-z0-9]{5}-[A-Za-z0-9]{5}$/)
  })
})
