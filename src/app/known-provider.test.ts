import { describe, expect, it } from 'vitest'
import { knownProvider } from './known-provider.ts'

describe('the provider in the frame of pages', () => {
  it('is asked for once, however many pages are made', async () => {
    let asked = 0
    const provider = { name: 'Zid SRL', privacyEmail: 'date@zid.test', address: 'elsewhere' }
    const known = knownProvider(async () => {
      asked += 1
      return { provider }
    })
    const answers = await Promise.all([known(), known(), known()])
    expect(answers).toEqual(Array(3).fill({ name: 'Zid SRL', privacyEmail: 'date@zid.test' }))
    expect(asked).toBe(1)
  })
  it('is asked for again until the desk is set up, and after a failure', async () => {
    const answers: (() => unknown)[] = [
      () => Promise.reject(new Error('down')),
      () => ({ provider: null }),
      () => ({ provider: { name: 'Zid SRL', privacyEmail: 'x@zid.test' } }),
    ]
    const known = knownProvider(async () => answers.shift()?.())
    await expect(known()).rejects.toThrow('down')
    expect(await known()).toBe(undefined)
    expect((await known())?.name).toBe('Zid SRL')
  })
})
