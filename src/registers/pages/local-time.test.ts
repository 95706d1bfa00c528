import fc from 'fast-check'
import { expect, it } from 'vitest'
import { localOf, momentOf } from './local-time.ts'

it('tells the time of Bucharest in summer and in winter, and leaves alone what is no time', () => {
  expect(momentOf('2026-07-01T12:00')).toBe('2026-07-01T09:00:00.000Z')
  expect(momentOf('2026-12-01T00:30')).toBe('2026-11-30T22:30:00.000Z')
  expect(momentOf('2026-10-25T05:00')).toBe('2026-10-25T03:00:00.000Z')
  expect(momentOf('yesterday')).toBe('yesterday')
  expect(localOf(null)).toBe('')
})

it('takes an hour that comes twice for its first time, and one that never comes for the hour before it', () => {
  // 25 October 2026: at 4:00 it is 3:00 again. 29 March 2026: at 3:00 it is 4:00.
  expect(momentOf('2026-10-25T03:30')).toBe('2026-10-25T00:30:00.000Z')
  expect(momentOf('2026-10-25T04:00')).toBe('2026-10-25T02:00:00.000Z')
  expect(momentOf('2026-10-25T02:59')).toBe('2026-10-24T23:59:00.000Z')
  expect(momentOf('2026-03-29T02:59')).toBe('2026-03-29T00:59:00.000Z')
  expect(momentOf('2026-03-29T03:30')).toBe('2026-03-29T00:30:00.000Z')
  expect(momentOf('2026-03-29T04:00')).toBe('2026-03-29T01:00:00.000Z')
  expect(momentOf('2026-03-29T06:30')).toBe('2026-03-29T03:30:00.000Z')
})

it('shows any moment as it was typed, except in the hour that summer time takes or gives', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }), (at) => {
      const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000)
      const back = Date.parse(momentOf(localOf(minute)))
      expect([0, 3_600_000]).toContain(Math.abs(back - minute.getTime()))
      if (![2, 9].includes(minute.getUTCMonth())) expect(back).toBe(minute.getTime())
    }),
  )
})
