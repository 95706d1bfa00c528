import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inLocale } from '../../platform/language/locale.server.ts'
import { sought, textFaults, writable } from './text-faults.ts'

const faulty = (input: unknown) => Object.keys(inLocale('en', () => textFaults(input)))

it('names each field, however deep, that holds what no text can, and repeats nothing of it', () => {
  const input = {
    a: 'NUL \u0000',
    b: ['fine', 'zero \u0000'],
    terminal: '\u001b[31mFAILED\u001b[0m nginx.service\u0007',
    c: { d: 'half \ud83d' },
    e: 'card 4111 1111 1111 1111',
    f: 'line\r\nbreak\tand 🔥 ăâîșț\u00a0',
  }
  expect(faulty(input)).toEqual(['a', 'b.1', 'c.d', 'e'])
  expect(JSON.stringify(inLocale('en', () => textFaults(input)))).not.toMatch(/4111|zero|half \?/)
})

it('makes of any text one that every field takes, and leaves what is one as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(faulty({ text: writable(text) })).toEqual([])
      if (faulty({ text }).length === 0) expect(writable(text)).toBe(text)
    }),
  )
})

it('looks for what can be found, in every field of a question', () => {
  const asked = {
    q: 'a\u0000b',
    more: ['\ud83d', { deep: 'x\u0000y' }],
    at: 7,
    none: null,
    card: '4111 1111 1111 1111',
  }
  expect(sought(asked)).toEqual({ ...asked, q: 'a b', more: ['\ufffd', { deep: 'x y' }] })
  expect(faulty(sought(asked))).toEqual(['card'])
})
