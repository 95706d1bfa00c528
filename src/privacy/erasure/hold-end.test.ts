import { expect, it } from 'vitest'
import { after, before } from '../policy/shift.ts'
import { holdEndsBy } from './hold-end.ts'

const day = (date: Date) => date.toISOString().slice(0, 10)

it('keeps accounting records for five years from 1 July after the financial year', () => {
  expect(day(holdEndsBy('accounting', new Date('2024-03-10')))).toBe('2030-07-01')
})

it('counts years, months and days, and ends a short month on its last day', () => {
  expect(day(after(new Date('2024-02-29'), 'P1Y'))).toBe('2025-02-28')
  expect(day(after(new Date('2027-01-31'), 'P1M'))).toBe('2027-02-28')
  expect(day(after(new Date('2027-01-31'), 'P30D'))).toBe('2027-03-02')
  expect(day(before(new Date('2027-03-31'), 'P1M'))).toBe('2027-02-28')
  expect(day(before(new Date('2028-02-29'), 'P3Y'))).toBe('2025-02-28')
  expect(() => after(new Date(), 'P')).toThrow()
  expect(() => after(new Date(), 'PT5H')).toThrow()
})
