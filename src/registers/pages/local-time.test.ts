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
