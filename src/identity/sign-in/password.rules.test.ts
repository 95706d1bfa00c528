import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestPassword, passwordFault, shortestPassword } from './password.rules.ts'

const email = 'ioana.popescu@client-one.test'

describe('a password', () => {
  it('is refused by name of what is wrong', () => {
    expect(passwordFault('scurta', email)).toBe('too_short')
    expect(passwordFault('a'.repeat(longestPassword + 1), email)).toBe('too_long')
    expect(passwordFault('Password1234', email)).toBe('too_common')
    expect(passwordFault('PAROLAPAROLA', email)).toBe('too_common')
    expect(passwordFault('123456789012', email)).toBe('too_common')
    expect(passwordFault('aaaaaaaaaaaaaa', email)).toBe('too_common')
    expect(passwordFault('ioana.popescu12', email)).toBe('holds_email')
    expect(passwordFault('trei lămâi pe masă', email)).toBeNull()
  })

  it('shorter than the rule says is never let through, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: shortestPassword - 1 }), (short) => {
        if ([...short].length >= shortestPassword) return
        expect(passwordFault(short, email)).toBe('too_short')
      }),
    )
  })

  it('of random characters is let through', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 40 }), (bytes) => {
        const random = Buffer.from(bytes.map((byte, at) => (byte ^ (at * 37)) & 255)).toString('base64url')
        if (new Set(random.toLowerCase()).size < 8) return
        expect(passwordFault(random, email)).toBeNull()
      }),
    )
  })
})
