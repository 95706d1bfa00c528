import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerClock, type ClockFacts, canExtend, daysLeft } from './answer-clock.ts'
import { addDays, addMonths, civilDayOf, daysBetween, endOfDay } from './civil-day.ts'
import { holidaysOf, isWorkingDay } from './holidays.ts'

const facts = (received: string, more: Partial<ClockFacts> = {}): ClockFacts => ({
  receivedAt: new Date(received),
  extendedAt: null,
  pauses: [],
  country: 'RO',
  ...more,
})
const due = (received: string, more?: Partial<ClockFacts>) => answerClock(facts(received, more)).dueOn

describe('the vectors of the practice page', () => {
  it('moves a last day on a Sunday to the Monday', () => {
    expect(due('2027-01-31T10:00:00+02:00')).toBe('2027-03-01')
  })

  it('moves one on Orthodox Good Friday past Easter', () => {
    const extendedAt = new Date('2027-02-20T10:00:00+02:00')
    expect(due('2027-01-31T10:00:00+02:00', { extendedAt })).toBe('2027-05-04')
  })
})

describe('the clock', () => {
  it('counts the day that it is in Bucharest, whatever the hour', () => {
    expect(due('2027-03-14T21:59:00Z')).toBe('2027-04-14')
    expect(due('2027-03-14T22:01:00Z')).toBe('2027-04-15')
    // In summer the day begins an hour earlier in UTC.
    expect(due('2027-06-14T20:59:00Z')).toBe('2027-07-14')
    expect(due('2027-06-14T21:01:00Z')).toBe('2027-07-15')
  })

  it('knows 6 and 7 January, holidays by the law of 2024, and both days of the new year', () => {
    expect(due('2026-12-06T12:00:00Z')).toBe('2027-01-08')
    expect(due('2026-12-01T12:00:00Z')).toBe('2027-01-04')
    expect(holidaysOf('RO', 2024).has('2024-01-06')).toBe(true)
  })

  it('does not rest on the days of the institutions of the Union', () => {
    for (const day of ['2028-05-09', '2027-12-24', '2027-12-31', '2027-03-25'])
      expect(isWorkingDay(day, 'RO')).toBe(true)
  })

  it('takes the holidays of the country that the provider is in, and none where the regulation does not hold', () => {
    expect(due('2027-06-14T12:00:00Z', { country: 'FR' })).toBe('2027-07-15')
    expect(holidaysOf('US', 2027).size).toBe(0)
    expect(holidaysOf('nowhere', 2027).size).toBe(0)
  })

  it('stands still while nobody answered who it is, and goes on with the days that were left', () => {
    const asked = new Date('2027-06-03T09:00:00Z')
    expect(answerClock(facts('2027-06-01T12:00:00Z', { pauses: [{ from: asked, to: null }] }))).toMatchObject({
      dueOn: null,
      extendableUntil: null,
      pausedSince: asked,
    })
    const to = new Date('2027-06-13T09:00:00Z')
    expect(due('2027-06-01T12:00:00Z')).toBe('2027-07-01')
    expect(due('2027-06-01T12:00:00Z', { pauses: [{ from: asked, to }] })).toBe('2027-07-12')
  })

  it('gives no time back for asking too late', () => {
    const from = new Date('2027-07-02T09:00:00Z')
    expect(due('2027-06-01T12:00:00Z', { pauses: [{ from, to: null }] })).toBe('2027-07-01')
  })

  it('is extended once, within the first month only', () => {
    const late = new Date('2027-07-02T09:00:00Z')
    expect(due('2027-06-01T12:00:00Z', { extendedAt: late })).toBe('2027-07-01')
    expect(canExtend(facts('2027-06-01T12:00:00Z'), late)).toBe(false)
    const inTime = new Date('2027-07-01T20:59:00Z')
    expect(canExtend(facts('2027-06-01T12:00:00Z'), inTime)).toBe(true)
    expect(canExtend(facts('2027-06-01T12:00:00Z', { extendedAt: inTime }), inTime)).toBe(false)
    expect(due('2027-06-01T12:00:00Z', { extendedAt: inTime })).toBe('2027-09-01')
  })

  it('says how many days are left, and that it is overdue from the first moment after the last day', () => {
    const clock = answerClock(facts('2027-06-01T12:00:00Z'))
    expect(daysLeft(clock, new Date('2027-06-30T12:00:00Z'))).toBe(1)
    expect(daysLeft(clock, new Date(endOfDay('2027-07-01').getTime() - 1))).toBe(0)
    expect(daysLeft(clock, endOfDay('2027-07-01'))).toBe(-1)
  })
})

/** The same written apart: whole days walked one by one, Easter by Meeus, holidays from the Labour Code, Art. 139. */
const fixed = '01-01 01-02 01-06 01-07 01-24 05-01 06-01 08-15 11-30 12-01 12-25 12-26'.split(' ')

function orthodoxEaster(year: number): Date {
  const [a, b, c] = [year % 4, year % 7, year % 19]
  const d = (19 * c + 15) % 30
  const e = (2 * a + 4 * b - d + 34) % 7
  const month = Math.floor((d + e + 114) / 31)
  const day = ((d + e + 114) % 31) + 1
  return new Date(Date.UTC(year, month - 1, day + 13))
}

const dayMs = 86_400_000

function restsOn(date: Date): boolean {
  if (date.getUTCDay() === 0 || date.getUTCDay() === 6) return true
  if (fixed.includes(date.toISOString().slice(5, 10))) return true
  const fromEaster = (date.getTime() - orthodoxEaster(date.getUTCFullYear()).getTime()) / dayMs
  return [-2, 0, 1, 49, 50].includes(fromEaster)
}

/** The day that it is in Bucharest: two hours before UTC, three from the last Sunday of March to that of October, at 01:00 UTC. */
function walkedDay(at: Date): Date {
  const lastSunday = (month: number) => {
    let day = Date.UTC(at.getUTCFullYear(), month, 31, 1)
    while (new Date(day).getUTCDay() !== 0) day -= dayMs
    return day
  }
  const isSummer = at.getTime() >= lastSunday(2) && at.getTime() < lastSunday(9)
  const there = new Date(at.getTime() + (isSummer ? 3 : 2) * 3_600_000)
  return new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate()))
}

function walkedDue(year: number, month: number, day: number, months: number): string {
  return atWork(walkedMonths(new Date(Date.UTC(year, month, day)), months))
    .toISOString()
    .slice(0, 10)
}

function atWork(from: Date): Date {
  let day = from
  while (restsOn(day)) day = new Date(day.getTime() + dayMs)
  return day
}

/** The same with pauses: each that begins in time moves the end by its days; one without an end leaves no end. */
function walkedWith(facts: ClockFacts, months: number): Date | null {
  let ends = walkedMonths(walkedDay(facts.receivedAt), months)
  for (const { from, to } of facts.pauses) {
    if (walkedDay(from) > atWork(ends)) continue
    if (to === null) return null
    ends = new Date(ends.getTime() + walkedDay(to).getTime() - walkedDay(from).getTime())
  }
  return atWork(ends)
}

function walkedWhole(facts: ClockFacts): string | null {
  const first = walkedWith(facts, 1)
  const { extendedAt } = facts
  const isExtended = extendedAt !== null && (first === null || walkedDay(extendedAt) <= first)
  return (isExtended ? walkedWith(facts, 3) : first)?.toISOString().slice(0, 10) ?? null
}

function walkedMonths(from: Date, months: number): Date {
  const day = from.getUTCDate()
  let ends = from
  for (let passed = 0; passed < months; ) {
    const next = new Date(ends.getTime() + dayMs)
    if (next.getUTCMonth() !== ends.getUTCMonth()) passed += 1
    ends = next
  }
  // The first of the month in which it ends: walk on to the date, or to the month's last day.
  while (ends.getUTCDate() < day) {
    const next = new Date(ends.getTime() + dayMs)
    if (next.getUTCMonth() !== ends.getUTCMonth()) break
    ends = next
  }
  return ends
}

describe('against an independent computation', () => {
  it('agrees on every day of 2026 to 2030, with and without an extension', () => {
    const different: string[] = []
    for (let at = new Date('2026-01-01T12:00:00Z'); at.getUTCFullYear() < 2031; at = new Date(at.getTime() + dayMs)) {
      const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()]
      for (const [months, extendedAt] of [
        [1, null],
        [3, at],
      ] as const) {
        const ours = answerClock({ receivedAt: at, extendedAt, pauses: [], country: 'RO' }).dueOn
        const theirs = walkedDue(year, month, day, months)
        if (ours !== theirs) different.push(`${at.toISOString()} ${months}: ${ours} and not ${theirs}`)
      }
    }
    expect(different).toEqual([])
  })

  it('agrees on a request a day of a year taken at random, at any minute, extended and paused at random', () => {
    const day = (most: number) => fc.double({ min: 0, max: most, noNaN: true })
    const one = fc.record({
      minute: fc.nat(1439),
      extended: fc.option(day(70)),
      pauses: fc.array(fc.tuple(day(45), fc.option(day(30), { freq: 8 })), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 2026, max: 2039 }),
        fc.array(one, { minLength: 365, maxLength: 365 }),
        (year, all) => {
          for (const [n, { minute, extended, pauses }] of all.entries()) {
            const receivedAt = new Date(Date.UTC(year, 0, 1) + n * dayMs + minute * 60_000)
            const later = (from: Date, days: number) => new Date(from.getTime() + Math.floor(days * dayMs))
            let at = receivedAt
            const made: ClockFacts['pauses'][number][] = []
            for (const [wait, lasts] of pauses) {
              const from = later(at, wait)
              const to = lasts === null ? null : later(from, lasts)
              made.push({ from, to })
              if (to === null) break
              at = to
            }
            const asked: ClockFacts = {
              receivedAt,
              extendedAt: extended === null ? null : later(receivedAt, extended),
              pauses: made,
              country: 'RO',
            }
            const { dueOn } = answerClock(asked)
            if (dueOn !== walkedWhole(asked))
              expect({ ...asked, dueOn }).toEqual({ ...asked, dueOn: walkedWhole(asked) })
          }
        },
      ),
      { numRuns: 3, endOnFailure: true },
    )
  })

  it('agrees on the holidays of 2024 to 2040', () => {
    for (let year = 2024; year <= 2040; year++) {
      const theirs: string[] = []
      for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += dayMs) {
        const fromEaster = (at - orthodoxEaster(year).getTime()) / dayMs
        const day = new Date(at).toISOString().slice(0, 10)
        if (fixed.includes(day.slice(5)) || [-2, 0, 1, 49, 50].includes(fromEaster)) theirs.push(day)
      }
      expect([...holidaysOf('RO', year)].sort(), String(year)).toEqual(theirs)
    }
  })
})

describe('by any facts', () => {
  const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })

  it('ends on a working day, not before the month is over, and pauses only ever give time', () => {
    fc.assert(
      fc.property(moment, fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 3 }), (receivedAt, gaps) => {
        let at = receivedAt.getTime()
        const pauses = gaps.map(([wait, lasts]) => {
          const from = new Date(at + wait * dayMs)
          const to = new Date(from.getTime() + lasts * dayMs)
          at = to.getTime()
          return { from, to }
        })
        const plain = answerClock({ receivedAt, extendedAt: null, pauses: [], country: 'RO' })
        const paused = answerClock({ receivedAt, extendedAt: null, pauses, country: 'RO' })
        const longer = answerClock({ receivedAt, extendedAt: receivedAt, pauses, country: 'RO' })
        const received = civilDayOf(receivedAt)
        expect(isWorkingDay(plain.dueOn ?? '', 'RO')).toBe(true)
        expect((plain.dueOn ?? '') >= addMonths(received, 1)).toBe(true)
        expect(daysBetween(addMonths(received, 1), plain.dueOn ?? '')).toBeLessThanOrEqual(5)
        expect((paused.dueOn ?? '') >= (plain.dueOn ?? '')).toBe(true)
        expect((longer.dueOn ?? '') > (paused.dueOn ?? '')).toBe(true)
      }),
    )
  })

  it('has days that begin where the one before ends', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const day = civilDayOf(at)
        expect(civilDayOf(endOfDay(day))).toBe(addDays(day, 1))
        expect(civilDayOf(new Date(endOfDay(day).getTime() - 1))).toBe(day)
      }),
    )
  })
})
