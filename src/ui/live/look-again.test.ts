import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeLooking } from './look-again.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function eyes(lasts: number) {
  const begun: number[] = []
  let under = 0
  let most = 0
  const looking = makeLooking(async () => {
    begun.push(Date.now())
    most = Math.max(most, ++under)
    await new Promise((done) => setTimeout(done, lasts))
    under--
  }, 800)
  return { looking, begun, most: () => most }
}

describe('a look', () => {
  it('is at once, and what is asked for meanwhile is one more after it', async () => {
    const { looking, begun, most } = eyes(1_000)
    for (let i = 0; i < 50; i++) looking.ask()
    expect(begun).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1_001)
    expect(begun).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(begun).toHaveLength(2)
    expect(most()).toBe(1)
  })

  it('waits until a form is through or a page is open', async () => {
    const { looking, begun } = eyes(10)
    looking.setBusy(true)
    looking.ask()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(begun).toEqual([])
    looking.setBusy(false)
    expect(begun).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(60_000)
    looking.setBusy(false)
    expect(begun).toHaveLength(1)
  })

  it('that fails holds up no other', async () => {
    const look = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(undefined)
    const looking = makeLooking(look, 800)
    looking.ask()
    await vi.advanceTimersByTimeAsync(1_000)
    looking.ask()
    expect(look).toHaveBeenCalledTimes(2)
  })

  it('that was asked for is not made once it has stopped, and works when it is begun again', async () => {
    const { looking, begun } = eyes(100)
    looking.ask()
    looking.ask()
    looking.stop()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(begun).toHaveLength(1)
    looking.ask()
    expect(begun).toHaveLength(2)
  })
})

it('whenever it is asked: never two at once, never sooner than it may, and always one that began after the last asking', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 3_000 }),
      fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 20 }),
      async (lasts, pauses) => {
        const { looking, begun, most } = eyes(lasts)
        let asked = 0
        for (const pause of pauses) {
          await vi.advanceTimersByTimeAsync(pause)
          asked = Date.now()
          looking.ask()
        }
        await vi.advanceTimersByTimeAsync(60_000)
        expect(most()).toBe(1)
        expect(begun.at(-1)).toBeGreaterThanOrEqual(asked)
        for (let i = 1; i < begun.length; i++) expect(begun[i]! - begun[i - 1]!).toBeGreaterThanOrEqual(800)
      },
    ),
  )
})
