import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashToken, newAccountToken, newToken, readAccountToken } from './token.ts'

describe('tokens', () => {
  it('are never the same, fit a URL, and are not their hash', () => {
    const many = Array.from({ length: 50 }, newToken)
    expect(new Set(many.map((one) => one.token)).size).toBe(50)
    for (const { token, hash } of many) {
      expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
      expect(hash).toBe(hashToken(token))
      expect(hash).not.toContain(token)
    }
  })

  it('of an account lead to it', () => {
    fc.assert(
      fc.property(fc.uuid(), (accountId) => {
        const { token, hash } = newAccountToken(accountId)
        expect(readAccountToken(token)).toEqual({ accountId, hash })
      }),
    )
  })

  it('that are not tokens are not read', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (text) => {
        if (/^[A-Za-z0-9_-]{64}$/.test(text)) return
        expect(readAccountToken(text)).toBeNull()
      }),
    )
  })
})
