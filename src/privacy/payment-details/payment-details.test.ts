import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { paymentDetailsIn, withoutPaymentDetails } from './payment-details.ts'

describe('card numbers are found', () => {
  test.each([
    '4111111111111111',
    'Cardul meu: 4111 1111 1111 1111, expiră 12/29',
    '4111-1111-1111-1111',
    '4111.1111.1111.1111',
    '4111\u00a01111\u00a01111\u00a01111',
    '4111  1111  1111  1111',
    '4111\n1111\n1111\n1111',
    '４１１１１１１１１１１１１１１１',
    '4111\u200b1111\u200b1111\u200b1111',
    '5555555555554444',
    '2223003122003222',
    '378282246310005',
    'la nr. 12 4111 1111 1111 1111 123',
    '{"card":"4111111111111111"}',
    '6011111111111117',
    '3530111333300000',
    '30569309025904',
  ])('%s', (text) => {
    expect(paymentDetailsIn(text)).toEqual(['card'])
  })
})

describe('IBANs are found', () => {
  test.each([
    'RO49AAAA1B31007593840000',
    'IBAN RO49 AAAA 1B31 0075 9384 0000 la banca mea',
    'ro49-aaaa-1b31-0075-9384-0000',
    'DE89370400440532013000.',
    '(GB29 NWBK 6016 1331 9268 19)',
    'NO93 8601 1117 947',
    '5e25a6d1-3160-4b10-be14-c67a73e24dea RO49AAAA1B31007593840000',
  ])('%s', (text) => {
    expect(paymentDetailsIn(text)).toEqual(['iban'])
  })
})

describe('what is neither stays free', () => {
  test.each([
    '4111111111111112',
    'RO48AAAA1B31007593840000',
    'tel. +40 722 123 456, 0722.123.456',
    'Comanda 2026-11-22 10:15:33, 192.168.100.200:22',
    'IMEI 356938035643809',
    '1732303455000',
    'J40/12345/2020, RO12345678',
    '5e25a6d1-3160-4b10-be14-c67a73e24dea',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ4111111111111111abc',
    '',
  ])('%s', (text) => {
    expect(paymentDetailsIn(text)).toEqual([])
  })

  test('ids, hashes and ciphertexts', () => {
    for (let round = 0; round < 2_000; round++) {
      const text = [randomUUID(), randomBytes(48).toString('hex'), randomBytes(90).toString('base64')].join(' ')
      expect(paymentDetailsIn(text), text).toEqual([])
    }
  })
})

test('a hostile text costs no more than its length', () => {
  const hostile = ['4'.repeat(200_000), '4 '.repeat(100_000), 'RO49'.repeat(50_000), 'ro4 9 '.repeat(40_000)]
  // More than its length would be minutes: the time limit of a test is what it is held against.
  for (const text of hostile) expect(Array.isArray(paymentDetailsIn(text))).toBe(true)
})

test('a field refuses them and says why', () => {
  const field = withoutPaymentDetails(z.string().max(100))
  expect(field.safeParse('Bună ziua').success).toBe(true)
  expect(field.safeParse('4111 1111 1111 1111').error?.issues[0]?.message).toMatch(/card/)
})
