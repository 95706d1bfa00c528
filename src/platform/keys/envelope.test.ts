import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bind, EnvelopeError, LARGEST_SECRET, openEnvelope, refuseUnlessEnvelope, sealEnvelope } from './envelope.ts'

const key = Buffer.alloc(32, 1)
const place = { account: 'a1', record: 'r1', field: 'secret', version: 1 }
const seal = (text: string, at = place) => sealEnvelope(key, at, Buffer.from(text))

describe('an envelope', () => {
  it('opens where it was sealed, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (plaintext) => {
        const envelope = sealEnvelope(key, place, plaintext)
        expect(new Uint8Array(openEnvelope(key, place, envelope))).toEqual(plaintext)
      }),
    )
  })

  it('never holds its plaintext and is never the same twice', () => {
    expect(seal('parola-secreta').includes('parola-secreta')).toBe(false)
    expect(seal('x').equals(seal('x'))).toBe(false)
  })

  it('opens nowhere else: other account, row, field or version', () => {
    const envelope = seal('parola')
    fc.assert(
      fc.property(
        fc.record({ account: fc.string(), record: fc.string(), field: fc.string(), version: fc.nat() }),
        (elsewhere) => {
          expect(() => openEnvelope(key, elsewhere, envelope)).toThrow(EnvelopeError)
        },
      ),
    )
    for (const change of [{ account: 'a2' }, { record: 'r2' }, { field: 'secre' }, { version: 2 }]) {
      expect(() => openEnvelope(key, { ...place, ...change }, envelope)).toThrow(EnvelopeError)
    }
  })

  it('does not open when letters are moved between the parts of its place', () => {
    const envelope = seal('parola', { account: 'ab', record: 'c', field: 'd', version: 11 })
    expect(() => openEnvelope(key, { account: 'a', record: 'bc', field: 'd', version: 11 }, envelope)).toThrow()
    expect(() => openEnvelope(key, { account: 'ab', record: 'c', field: 'd1', version: 1 }, envelope)).toThrow()
  })

  it('is refused with any single bit changed', () => {
    const envelope = seal('parola')
    for (let bit = 0; bit < envelope.length * 8; bit += 1) {
      const changed = Buffer.from(envelope)
      changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7))
      expect(() => openEnvelope(key, place, changed)).toThrow(EnvelopeError)
    }
  })

  it('is refused when cut, extended, or opened with another key', () => {
    const envelope = seal('parola')
    for (let length = 0; length < envelope.length; length += 1) {
      expect(() => openEnvelope(key, place, envelope.subarray(0, length))).toThrow(EnvelopeError)
    }
    expect(() => openEnvelope(key, place, Buffer.concat([envelope, Buffer.alloc(1)]))).toThrow(EnvelopeError)
    expect(() => openEnvelope(Buffer.alloc(32, 2), place, envelope)).toThrow(EnvelopeError)
  })

  it('cannot be joined from two halves, sealed by the same key for the same place', () => {
    const [one, two] = [seal('first!'), seal('second')]
    const joined = Buffer.concat([one.subarray(0, 65), two.subarray(65)])
    expect(() => openEnvelope(key, place, joined)).toThrow(EnvelopeError)
  })

  it('is never passed through when it is plain text, empty, or random', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('parola'), Buffer.from('ZENV'), randomBytes(500)]) {
      expect(() => openEnvelope(key, place, bytes)).toThrow(EnvelopeError)
    }
  })

  it('has a largest size, on the way in and out', () => {
    const largest = sealEnvelope(key, place, Buffer.alloc(LARGEST_SECRET))
    expect(openEnvelope(key, place, largest)).toHaveLength(LARGEST_SECRET)
    expect(() => sealEnvelope(key, place, Buffer.alloc(LARGEST_SECRET + 1))).toThrow(EnvelopeError)
    expect(() => refuseUnlessEnvelope(Buffer.concat([largest, Buffer.alloc(1)]))).toThrow(EnvelopeError)
  })

  it('still opens an envelope made by the first release', () => {
    const kept = Buffer.from(
      'WkVOVgFtOLlhM7vaeAYnyP6yfrsSx89SwEC78UtU2sY/Puf6sQQlXb32g/oF9OlMknV8UHKtFUV8qS0WnFt8qvDPvg4Wh8geE5Rxo9zsuhzvCsouyBk+tokFT5rxFwBdANjj2ADbT7ncfujlhA==',
      'base64',
    )
    expect(openEnvelope(key, place, kept).toString()).toBe('parola-de-probă')
  })
})

describe('binding', () => {
  it('gives different bytes for different parts', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, two) => {
        const same = one.length === two.length && one.every((part, at) => part === two[at])
        expect(bind(...one).equals(bind(...two))).toBe(same)
      }),
    )
  })
})
