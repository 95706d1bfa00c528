import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { type Counted, makeVisitCounter, type SeenPage } from './visit-counter.ts'

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const page: SeenPage = {
  ...{ path: '/ro', source: '', country: 'RO', address: '192.0.2.1', userAgent: browser, visitorId: null },
}

function counting(start = '2026-11-26T10:00:00Z') {
  const written: Counted[] = []
  let now = new Date(start)
  let isAway = false
  const counter = makeVisitCounter({
    now: () => now,
    everyMs: 3_600_000,
    write: async (counted) => {
      if (isAway) throw new Error('away')
      written.push(structuredClone(counted))
    },
  })
  const sum = (of: 'views' | 'visits' | 'seconds' | 'timed', reader = 'person') =>
    written
      .flatMap(({ counts }) => counts.filter((row) => row.reader === reader))
      .reduce((all, row) => all + row[of], 0)
  return {
    counter,
    written,
    sum,
    after: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000)
    },
    away: (is: boolean) => {
      isAway = is
    },
  }
}

it('a visit is pages with less than half an hour between them; a single page has no time rather than none', async () => {
  const { counter, sum, after, written } = counting()
  counter.saw(page)
  await counter.flush()
  expect([sum('views'), sum('visits'), sum('timed')]).toEqual([1, 1, 0])
  after(40)
  counter.saw({ ...page, path: '/ro/services' })
  after(1799)
  counter.saw({ ...page, path: '/ro/contact' })
  after(1801)
  counter.saw(page)
  await counter.stop()
  expect([sum('views'), sum('visits'), sum('seconds'), sum('timed')]).toEqual([4, 2, 1839, 2])
  const time = written.flatMap(({ counts }) => counts).filter(({ timed }) => timed > 0)
  expect(time.map(({ path, seconds }) => [path, seconds]).sort()).toEqual([
    ['/ro', 40],
    ['/ro/services', 1799],
  ])
})

it('tells visitors apart by address and browser, until midnight, and programs not at all', async () => {
  const { counter, sum, after } = counting('2026-11-26T23:50:00Z')
  counter.saw(page)
  counter.saw({ ...page, address: '192.0.2.2' })
  counter.saw({ ...page, userAgent: `${browser} x` })
  counter.saw({ ...page, userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1)' })
  counter.saw({ ...page, userAgent: null })
  after(660)
  counter.saw(page)
  await counter.stop()
  expect([sum('views'), sum('visits'), sum('views', 'program')]).toEqual([4, 4, 2])
})

it('hands over nothing by which anybody could be known again', async () => {
  const { counter, written } = counting()
  counter.saw({ ...page, address: '203.0.113.77' })
  counter.saw({ ...page, address: '2001:db8::77', visitorId: crypto.randomUUID() })
  await counter.stop()
  const said = JSON.stringify(written)
  expect(said).not.toContain('203.0.113.77')
  expect(said).not.toContain('2001:db8')
  expect(said).not.toContain('Firefox')
  expect(written.flatMap(({ counts }) => counts.flatMap((row) => Object.keys(row))).sort()).toEqual(
    ['country', 'day', 'path', 'reader', 'seconds', 'source', 'timed', 'views', 'visits'].sort(),
  )
})

it('what could not be written is written later, once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 12 }), async (aways) => {
      const { counter, sum, away, written } = counting()
      for (const isAway of aways) {
        away(isAway)
        counter.saw({ ...page, visitorId: '5d0e6f0c-8a51-4b2f-9b58-2f6f4c1d7e90' })
        await counter.flush()
      }
      away(false)
      await counter.stop()
      expect(sum('views')).toBe(aways.length)
      expect(written.flatMap(({ pages }) => pages)).toHaveLength(aways.length)
    }),
  )
})

it('a flood of made-up sources and of pages fills neither the table nor the memory', async () => {
  const { counter, written, sum } = counting()
  for (let n = 0; n < 3000; n++) counter.saw({ ...page, source: `s${n}.test`, path: `/ro/${n % 5}` })
  await counter.stop()
  const rows = written.flatMap(({ counts }) => counts)
  expect(new Set(rows.map(({ source }) => source)).size).toBe(301)
  expect(sum('views')).toBe(3000)
  for (const { counts, pages } of written) expect(Math.max(counts.length, pages.length)).toBeLessThanOrEqual(1000)
})

it('writes every few seconds by itself', async () => {
  vi.useFakeTimers()
  try {
    const written: Counted[] = []
    const counter = makeVisitCounter({ write: async (counted) => written.push(counted), everyMs: 10_000 })
    counter.saw(page)
    await vi.advanceTimersByTimeAsync(9_999)
    expect(written).toEqual([])
    await vi.advanceTimersByTimeAsync(2)
    expect(written).toHaveLength(1)
    await counter.stop()
  } finally {
    vi.useRealTimers()
  }
})
