import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newRing } from '../../platform/keys/key-file.ts'
import { brokerKeys } from './broker-keys.ts'
import { bindFacts, LARGEST_SEALED, LONGEST_SEALED_TEXT, SealedError } from './hpke.ts'
import { type DepositPlace, openDeposit, sealForBroker } from './seal-for-broker.ts'
import { oneTimeKey, sealForTechnician } from './seal-for-technician.ts'

const place: DepositPlace = {
  accountId: 'a1',
  requestId: 'q1',
  itemId: 'i1',
  depositId: 'd1',
  kind: 'server',
  version: 1,
  expiresAt: 1_800_000_000_000,
  views: 5,
}
const keys = await brokerKeys(newRing('broker'))
const open = (sealed: string, at = place) => openDeposit(keys.pairFor(sealed), at, sealed)

describe('a deposit sealed for the broker', () => {
  it('opens in the broker, whatever the secret', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 3000, unit: 'grapheme' }), async (password) => {
        expect(await open(await sealForBroker(keys.publicKey, place, { password }))).toEqual({ password })
      }),
      { numRuns: 40 },
    )
  })

  it('opens for no other account, request, item, deposit, kind, version, end or number of views', async () => {
    const sealed = await sealForBroker(keys.publicKey, place, { password: 'x' })
    const changes: Partial<DepositPlace>[] = [
      { accountId: 'a2' },
      { requestId: 'q2' },
      { itemId: 'i2' },
      { depositId: 'd2' },
      { kind: 'ticketing' },
      { version: 2 },
      { expiresAt: place.expiresAt + 1 },
      { views: 6 },
    ]
    for (const change of changes) await expect(open(sealed, { ...place, ...change })).rejects.toThrow(SealedError)
  })

  it('does not tell the length of a password', async () => {
    const [short, long] = await Promise.all(
      ['a', 'a'.repeat(200)].map((password) => sealForBroker(keys.publicKey, place, { password })),
    )
    expect(short!.length).toBe(long!.length)
    expect(short).not.toBe(await sealForBroker(keys.publicKey, place, { password: 'a' }))
  })

  it('is refused with any letter changed, cut, extended, or spelled otherwise', async () => {
    const sealed = await sealForBroker(keys.publicKey, place, { password: 'x' })
    const attempt = async (text: string) => openDeposit(keys.pairFor(text), place, text)
    for (let at = 0; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'B' : 'A'
      await expect(attempt(sealed.slice(0, at) + other + sealed.slice(at + 1))).rejects.toThrow(SealedError)
      if (at % 16 === 0) await expect(attempt(sealed.slice(0, at))).rejects.toThrow(SealedError)
    }
    for (const text of [`${sealed}A`, `${sealed}=`, ` ${sealed}`, `${sealed}\n`, 'parola', '', '{}']) {
      await expect(attempt(text)).rejects.toThrow(SealedError)
    }
  })

  it('opens with no other broker key, also under the same name', async () => {
    const other = await brokerKeys({ name: 'broker', roots: [{ ...newRing('broker').roots[0]!, id: 'ab'.repeat(8) }] })
    const stolen = other.publicKey.replace(/^[^.]+/, keys.publicKey.split('.')[0]!)
    const sealed = await sealForBroker(stolen, place, { password: 'x' })
    await expect(open(sealed)).rejects.toThrow(SealedError)
    expect(() => other.pairFor(sealed)).toThrow(SealedError)
  })

  it('still opens after a new root is added, which seals from then on', async () => {
    const ring = newRing('broker')
    const before = await brokerKeys(ring)
    const sealed = await sealForBroker(before.publicKey, place, { password: 'x' })
    const after = await brokerKeys({ name: 'broker', roots: [...ring.roots, ...newRing('broker').roots] })
    expect(after.publicKey).not.toBe(before.publicKey)
    expect(await openDeposit(after.pairFor(sealed), place, sealed)).toEqual({ password: 'x' })
  })

  it('has a largest size and only the fields of its kind', async () => {
    const largest = await sealForBroker(keys.publicKey, place, { privateKey: 'k'.repeat(LARGEST_SEALED - 20) })
    expect(largest.length).toBeLessThanOrEqual(LONGEST_SEALED_TEXT)
    expect((await open(largest)).privateKey).toHaveLength(LARGEST_SEALED - 20)
    const tooMuch = sealForBroker(keys.publicKey, place, { privateKey: 'k'.repeat(LARGEST_SEALED) })
    await expect(tooMuch).rejects.toThrow(SealedError)
    expect(() => sealForBroker(keys.publicKey, place, {})).toThrow(TypeError)
    expect(() => sealForBroker(keys.publicKey, place, { password: '' })).toThrow(TypeError)
    expect(() => sealForBroker(keys.publicKey, { ...place, kind: 'database' }, { token: 'x' })).toThrow(TypeError)
  })

  it('refuses a public key that is none, or of low order', async () => {
    const zero = `${'0'.repeat(16)}.${'A'.repeat(43)}`
    await expect(sealForBroker(zero, place, { password: 'x' })).rejects.toThrow()
    expect(() => sealForBroker('key', place, { password: 'x' })).toThrow(SealedError)
  })
})

describe('a showing sealed for a technician', () => {
  const showing = { accountId: 'a1', leaseId: 'l1', depositId: 'd1', revealId: 'v1' }

  it('opens once made, in that browser alone, for that showing alone', async () => {
    const [mine, theirs] = [await oneTimeKey(), await oneTimeKey()]
    const sealed = await sealForTechnician(mine.publicKey, showing, { password: 'ăîâșț' })
    expect(await mine.open(showing, sealed)).toEqual({ password: 'ăîâșț' })
    await expect(theirs.open(showing, sealed)).rejects.toThrow(SealedError)
    for (const change of [{ accountId: 'a2' }, { leaseId: 'l2' }, { depositId: 'd2' }, { revealId: 'v2' }]) {
      await expect(mine.open({ ...showing, ...change }, sealed)).rejects.toThrow(SealedError)
    }
  })

  it('is not a deposit and a deposit is not a showing', async () => {
    const mine = await oneTimeKey()
    const sealed = await sealForBroker(mine.publicKey, place, { password: 'x' })
    await expect(mine.open(showing, sealed)).rejects.toThrow(SealedError)
  })
})

describe('binding', () => {
  it('gives different bytes for different facts', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, two) => {
        const same = one.length === two.length && one.every((fact, at) => fact === two[at])
        expect(Buffer.from(bindFacts(...one)).equals(bindFacts(...two))).toBe(same)
      }),
    )
  })
})
