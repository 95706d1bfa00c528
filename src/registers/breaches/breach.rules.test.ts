import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dueAt, hoursLeft, isLate } from './breach.rules.ts'

it('counts hours, through the night that takes one and the one that gives one', () => {
  // Summer time ends in Romania on 25 October 2026: three days on the clock are 73 hours.
  expect(dueAt(new Date('2026-10-23T09:00:00+03:00')).toISOString()).toBe('2026-10-26T06:00:00.000Z')
  expect(dueAt(new Date('2026-03-27T09:00:00+02:00')).toISOString()).toBe('2026-03-30T07:00:00.000Z')
})

it('has 72 whole hours at the discovery, none at the end, and is late only after it', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2040-01-01') }), (at) => {
      const due = dueAt(at)
      expect(due.getTime() - at.getTime()).toBe(72 * 3_600_000)
      expect(hoursLeft(at, at)).toBe(72)
      expect(hoursLeft(at, due)).toBe(0)
      expect(hoursLeft(at, new Date(due.getTime() + 1))).toBe(-1)
      expect(isLate(at, due)).toBe(false)
      expect(isLate(at, new Date(due.getTime() + 1))).toBe(true)
    }),
  )
})
