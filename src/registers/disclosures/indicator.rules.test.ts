import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorKind } from './indicator.rules.ts'

describe('a sign of spam or malware', () => {
  it.each([
    ['203.0.113.7', 'address'],
    ['2001:db8::7', 'address'],
    ['evil.example', 'domain'],
    ['xn--pta-ryc.example.ro', 'domain'],
    ['https://evil.example/load/x.bin', 'link'],
    ['http://203.0.113.7/a', 'link'],
    ['d41d8cd98f00b204e9800998ecf8427e', 'hash'],
    ['a'.repeat(64), 'hash'],
  ])('%s is one: %s', (text, kind) => {
    expect(indicatorKind(text)).toBe(kind)
  })

  it.each([
    'ioana@client.test',
    'Ioana Popa',
    '+40 745 123 456',
    '1960101123456',
    'https://evil.example/?mail=ioana@client.test',
    'https://evil.example/u/ioana@client.test',
    'https://evil.example/u/ioana%40client.test',
    'https://evil.example/u/ioana%2540client.test',
    'https://ioana@evil.example/',
    'https://ioana:parola@evil.example/',
    'https://evil.example/#ioana',
    'https://evil.example/40745123456',
    'mailto:ioana@client.test',
    'javascript:alert(1)',
    'evil.example and Ioana',
    'localhost',
    '',
    'a'.repeat(600),
  ])('%s is none', (text) => {
    expect(indicatorKind(text)).toBe(null)
  })

  it('never lets an address of e-mail through, wherever it is put', () => {
    const places = [
      (mail: string) => mail,
      (mail: string) => `https://evil.example/${mail}`,
      (mail: string) => `https://${mail}/`,
      (mail: string) => `https://evil.example/?q=${mail}`,
      (mail: string) => `https://evil.example/${encodeURIComponent(mail)}`,
    ]
    fc.assert(
      fc.property(fc.emailAddress(), fc.constantFrom(...places), (mail, put) => {
        expect(indicatorKind(put(mail))).toBe(null)
      }),
    )
  })
})
