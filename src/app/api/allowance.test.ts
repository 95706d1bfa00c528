import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeAllowance } from './allowance.ts'

it('gives what it promises at once, then evenly, to each subject its own', () => {
  let now = 0
  const allowance = makeAllowance(3, () => now)
  expect([1, 2, 3, 4].map(() => allowance.take('a'))).toEqual([0, 0, 0, 20])
  expect(allowance.take('b')).toBe(0)
  now = 19_000
  expect(allowance.take('a')).toBe(1)
  now = 20_000
  expect([allowance.take('a'), allowance.take('a')]).toEqual([0, 20])
  now = 200_000
  expect([1, 2, 3, 4].map(() => allowance.take('a'))).toEqual([0, 0, 0, 20])
})

it('never gives more than twice its measure in any minute, and always again after the told wait', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.array(fc.integer({ min: 0, max: 9_000 })), (perMinute, pauses) => {
      let now = 0
      const allowance = makeAllowance(perMinute, () => now)
      const taken: number[] = []
      for (const pause of pauses) {
        now += pause
        const wait = allowance.take('a')
        if (wait > 0) {
          now += wait * 1000
          expect(allowance.take('a')).toBe(0)
        }
        taken.push(now)
      }
      for (const from of taken) {
        expect(taken.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(perMinute * 2)
      }
    }),
  )
})
