/**
 * Counts visits in memory and hands them over now and then. What tells one visitor from another without their consent is a
 * hash under a random key that is never written anywhere and is gone at midnight (UTC), or with the process.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { isbot } from 'isbot'
import { type CountRow, mostRows, type PageRow } from './record-visits.ts'

/** A page that was answered. `address` is used here and now, and held by nothing. */
export interface SeenPage {
  readonly path: string
  readonly source: string
  readonly country: string
  readonly address: string | undefined
  readonly userAgent: string | null
  /** The number of whoever agreed to be counted by it. */
  readonly visitorId: string | null
}

export interface Counted {
  readonly counts: CountRow[]
  readonly pages: PageRow[]
}

export interface VisitCounter {
  saw(page: SeenPage): void
  /** Hands over what waits. What could not be written waits for the next time. */
  flush(): Promise<void>
  stop(): Promise<void>
}

export interface CounterOptions {
  readonly write: (counted: Counted) => Promise<unknown>
  readonly now?: () => Date
  /** How much a process that is killed can lose at most. */
  readonly everyMs?: number
}

/** A visit is over after half an hour without a page. */
const pause = 30 * 60_000
/** Beyond these numbers nobody is told apart and no source is named any more, until midnight: a flood fills no memory. */
const mostVisitors = 50_000
const mostSources = 300

export const flushEveryMs = 10_000

interface Going {
  at: number
  row: CountRow
}

export function makeVisitCounter({
  write,
  now = () => new Date(),
  everyMs = flushEveryMs,
}: CounterOptions): VisitCounter {
  let counts = new Map<string, CountRow>()
  let pages: PageRow[] = []
  let today = ''
  let salt = randomBytes(32)
  let going = new Map<string, Going>()
  let sources = new Set<string>()
  let writing: Promise<void> | undefined
  const timer = setInterval(() => void flush(), everyMs)
  timer.unref()

  function newDay(day: string): void {
    if (day === today) return
    today = day
    salt = randomBytes(32)
    going = new Map()
    sources = new Set()
  }

  function rowOf(key: Omit<CountRow, 'views' | 'visits' | 'seconds' | 'timed'>): CountRow {
    const name = JSON.stringify([key.day, key.path, key.country, key.source, key.reader])
    const row = counts.get(name) ?? { ...key, views: 0, visits: 0, seconds: 0, timed: 0 }
    counts.set(name, row)
    return row
  }

  function saw({ path, source, country, address, userAgent, visitorId }: SeenPage): void {
    const at = now()
    const day = at.toISOString().slice(0, 10)
    newDay(day)
    const from = namedSource(source)
    const reader = !userAgent || isbot(userAgent) ? 'program' : 'person'
    const row = rowOf({ day, path, country, source: from, reader })
    row.views += 1
    if (reader === 'person')
      follow(createHmac('sha256', salt).update(`${address} ${userAgent}`).digest('base64'), at, row)
    if (reader === 'person' && visitorId) {
      pages.push({ path, country, source: from, at: at.toISOString(), visitorId })
    }
    if (counts.size >= mostRows || pages.length >= mostRows) void flush()
  }

  function namedSource(source: string): string {
    if (source === '' || sources.has(source)) return source
    if (sources.size >= mostSources) return '*'
    sources.add(source)
    return source
  }

  function follow(visitor: string, at: Date, row: CountRow): void {
    const before = going.get(visitor)
    if (before && at.getTime() - before.at < pause) {
      // The row of the page before may be written already: its time is then added by a row of its own.
      const { day, path, country, source, reader } = before.row
      const timed = rowOf({ day, path, country, source, reader })
      timed.seconds += Math.round((at.getTime() - before.at) / 1000)
      timed.timed += 1
    } else row.visits += 1
    if (!before && going.size >= mostVisitors) return
    going.set(visitor, { at: at.getTime(), row })
  }

  function forgetPast(): void {
    const until = now().getTime() - pause
    for (const [visitor, { at }] of going) if (at < until) going.delete(visitor)
  }

  async function hand(): Promise<void> {
    forgetPast()
    while (counts.size > 0 || pages.length > 0) {
      const some = [...counts.values()].slice(0, mostRows)
      const counted = { counts: some, pages: pages.slice(0, mostRows) }
      const [countsLeft, pagesLeft] = [[...counts].slice(mostRows), pages.slice(mostRows)]
      counts = new Map(countsLeft)
      pages = pagesLeft
      try {
        await write(counted)
      } catch {
        keep(counted)
        return
      }
    }
  }

  /** What could not be written waits, as long as there is room: a database that is away for hours must not fill the memory. */
  function keep({ counts: unwritten, pages: left }: Counted): void {
    for (const { views, visits, seconds, timed, ...key } of unwritten) {
      const row = counts.size < 10 * mostRows ? rowOf(key) : undefined
      if (!row) continue
      row.views += views
      row.visits += visits
      row.seconds += seconds
      row.timed += timed
    }
    if (pages.length < 10 * mostRows) pages = [...left, ...pages]
  }

  function flush(): Promise<void> {
    writing ??= hand().finally(() => {
      writing = undefined
    })
    return writing
  }

  return {
    saw,
    flush,
    async stop() {
      clearInterval(timer)
      await flush()
      await flush()
    },
  }
}
