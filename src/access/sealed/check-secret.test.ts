import { describe, expect, it } from 'vitest'
import { secretFaults } from './check-secret.ts'

describe('a secret, before it is sealed', () => {
  it('needs something that opens', () => {
    expect(secretFaults('server', {})).toEqual({ password: 'missing' })
    expect(secretFaults('server', { password: '', passphrase: 'x' })).toEqual({ password: 'missing' })
    expect(secretFaults('server', { privateKey: 'k', passphrase: 'x' })).toEqual({})
    expect(secretFaults('ticketing', { token: 't' })).toEqual({})
  })

  it('is no card number and no IBAN', () => {
    expect(secretFaults('server', { password: '4111 1111 1111 1111' })).toEqual({ password: 'payment_details' })
    expect(secretFaults('ticketing', { token: 'RO49 AAAA 1B31 0075 9384 0000' })).toEqual({ token: 'payment_details' })
  })

  it('has a largest size', () => {
    expect(secretFaults('server', { privateKey: 'k'.repeat(31_000) })).toEqual({})
    expect(secretFaults('server', { privateKey: 'k'.repeat(33_000) })).toEqual({ password: 'too_long' })
  })
})
