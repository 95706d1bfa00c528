import { describe, expect, it } from 'vitest'
import { accountKeys } from './account-keys.ts'
import { EnvelopeError } from './envelope.ts'
import { type KeyRing, newRing } from './key-file.ts'
import { memoryKeyStore } from './memory-key-store.ts'

const place = { record: 'row', field: 'secret', version: 1 }

describe('account keys', () => {
  it('seal and open for an account, with one key made at first use', async () => {
    const store = memoryKeyStore()
    const keys = accountKeys(newRing('desk'), store)
    const [one, two] = await Promise.all([keys.seal('a', place, 'ană'), keys.seal('a', place, Buffer.from('are'))])
    expect((await keys.open('a', place, one!)).toString()).toBe('ană')
    expect((await keys.open('a', place, two!)).toString()).toBe('are')
    expect(store.rows.size).toBe(1)
  })

  it('do not open what was sealed for another account, also when the stored keys are swapped', async () => {
    const store = memoryKeyStore()
    const keys = accountKeys(newRing('desk'), store)
    const envelope = await keys.seal('a', place, 'x')
    await keys.seal('b', place, 'y')
    await expect(keys.open('b', place, envelope)).rejects.toThrow(EnvelopeError)
    const [mine, theirs] = [store.rows.get('a')!, store.rows.get('b')!]
    store.rows.set('a', theirs).set('b', mine)
    await expect(keys.open('a', place, envelope)).rejects.toThrow(EnvelopeError)
    await expect(keys.open('b', place, envelope)).rejects.toThrow(EnvelopeError)
  })

  it('open nothing once the account key is deleted, nor after a new one is made', async () => {
    const store = memoryKeyStore()
    const keys = accountKeys(newRing('desk'), store)
    const envelope = await keys.seal('a', place, 'x')
    store.rows.clear()
    await expect(keys.open('a', place, envelope)).rejects.toThrow(EnvelopeError)
    await keys.seal('a', place, 'z')
    await expect(keys.open('a', place, envelope)).rejects.toThrow(EnvelopeError)
  })

  it('open nothing with another root', async () => {
    const store = memoryKeyStore()
    const ring = newRing('desk')
    const envelope = await accountKeys(ring, store).seal('a', place, 'x')
    await expect(accountKeys(newRing('desk'), store).open('a', place, envelope)).rejects.toThrow('put back')
    const forged: KeyRing = { name: 'desk', roots: [{ ...newRing('desk').roots[0]!, id: ring.roots[0]!.id }] }
    await expect(accountKeys(forged, store).open('a', place, envelope)).rejects.toThrow(EnvelopeError)
  })

  it('are refused when the stored key has any bit changed or is cut', async () => {
    const store = memoryKeyStore()
    const keys = accountKeys(newRing('desk'), store)
    const envelope = await keys.seal('a', place, 'x')
    const whole = store.rows.get('a')!
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole)
      changed[at] = changed[at]! ^ 1
      for (const wrong of [changed, whole.subarray(0, at)]) {
        store.rows.set('a', wrong)
        await expect(keys.open('a', place, envelope)).rejects.toThrow(EnvelopeError)
      }
    }
  })

  it('move to a new root without sealing again, after which the old root is not needed', async () => {
    const store = memoryKeyStore()
    const [old, fresh] = [newRing('desk').roots[0]!, newRing('desk').roots[0]!]
    const both: KeyRing = { name: 'desk', roots: [old, fresh] }
    const envelope = await accountKeys({ name: 'desk', roots: [old] }, store).seal('a', place, 'x')
    const keys = accountKeys(both, store)
    expect((await keys.open('a', place, envelope)).toString()).toBe('x')
    expect(await keys.rewrap('a')).toBe(true)
    expect(await keys.rewrap('a')).toBe(false)
    expect(await keys.rewrap('nobody')).toBe(false)
    const after = accountKeys({ name: 'desk', roots: [fresh] }, store)
    expect((await after.open('a', place, envelope)).toString()).toBe('x')
  })
})
