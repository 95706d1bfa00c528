import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeNewsHub } from './news-hub.ts'

let now = 0
beforeEach(() => {
  vi.useFakeTimers()
  now = 1_000_000
})
afterEach(() => {
  vi.useRealTimers()
})

const hub = () => makeNewsHub(() => now)

describe('who is told', () => {
  it('is who follows the topic, or one that stands for it, and nobody else', () => {
    const news = hub()
    const told: string[] = []
    for (const topic of ['ticket:a:1', 'ticket:a:', 'ticket:', 'ticket:a:11', 'ticket:a', 'note:', 'ticket:b:1', ''])
      news.follow([topic], () => told.push(topic))
    news.announce('ticket:a:1')
    expect(told.sort()).toEqual(['ticket:', 'ticket:a:', 'ticket:a:1'])
  })

  it('is told once of what it follows by several names, and never after it has ended', () => {
    const news = hub()
    const told = vi.fn()
    const end = news.follow(['ticket:', 'ticket:a:1'], told)
    news.announce('ticket:a:1')
    expect(told).toHaveBeenCalledTimes(1)
    news.announce('ticket:a:1')
    end()
    end()
    vi.advanceTimersByTime(10_000)
    news.announce('ticket:a:1')
    news.announceAll()
    expect(told).toHaveBeenCalledTimes(1)
  })

  it('may follow or end while it is told', () => {
    const news = hub()
    const told: string[] = []
    const end = news.follow(['t:1'], () => {
      told.push('first')
      end()
      news.follow(['t:1'], () => told.push('second'))
    })
    news.follow(['t:1'], () => told.push('third'))
    news.announce('t:1')
    expect(told.filter((one) => one === 'first')).toHaveLength(1)
    expect(told).toContain('third')
  })

  it('is nobody of what no topic of ours could be', () => {
    const news = hub()
    const told = vi.fn()
    news.follow(['ticket:'], told)
    news.announce(`ticket:${'x'.repeat(8_000)}`)
    news.announce('')
    news.announce(':')
    expect(told).not.toHaveBeenCalled()
  })
})

describe('a burst', () => {
  it('of a thousand is told at once, then five times a second, and its last one in any case', () => {
    const news = hub()
    const at: number[] = []
    const begun = Date.now()
    news.follow(['t:'], () => at.push(Date.now() - begun))
    for (let i = 0; i < 1_000; i++) {
      news.announce(`t:${i}`)
      vi.advanceTimersByTime(1)
    }
    vi.advanceTimersByTime(5_000)
    expect(at).toEqual([0, 200, 400, 600, 800, 1000])
  })

  it('leaves nothing to wait for when there was only one', () => {
    const news = hub()
    const told = vi.fn()
    news.follow(['t:1'], told)
    news.announce('t:1')
    vi.advanceTimersByTime(1_000)
    expect(vi.getTimerCount()).toBe(0)
    news.announce('t:1')
    expect(told).toHaveBeenCalledTimes(2)
  })
})

describe('who begins to follow', () => {
  it('is told at once of what came while the page was on its way, and not of what is long past', () => {
    const news = hub()
    const told: string[] = []
    news.announce('ticket:a:1')
    now += 29_000
    for (const topic of ['ticket:a:1', 'ticket:', 'ticket:b:1']) news.follow([topic], () => told.push(topic))
    expect(told).toEqual(['ticket:a:1', 'ticket:'])
    now += 2_000
    news.follow(['ticket:a:1'], () => told.push('late'))
    expect(told).not.toContain('late')
  })

  it('is told when more was announced than is remembered, or some may have been missed', () => {
    const news = hub()
    const told: string[] = []
    news.announce('first:1')
    for (let i = 0; i < 12_000; i++) news.announce(`t:${i}`)
    news.follow(['first:1'], () => told.push('forgotten'))
    expect(told).toEqual(['forgotten'])
    now += 31_000
    news.follow(['first:1'], () => told.push('past'))
    expect(told).toEqual(['forgotten'])
    news.announceAll()
    news.follow(['other:1'], () => told.push('missed'))
    vi.advanceTimersByTime(1_000)
    expect(told.sort()).toEqual(['forgotten', 'forgotten', 'missed', 'past'])
  })
})

it('a thousand who may have missed something are told one after the other, each once', () => {
  const news = hub()
  const at: number[] = []
  const begun = Date.now()
  const ends = Array.from({ length: 1_000 }, (_, i) => news.follow([`t:${i}`], () => at.push(Date.now() - begun)))
  news.announceAll()
  news.announceAll()
  ends[0]!()
  // Who has news of their own does not wait for the others.
  news.announce('t:1')
  expect(at).toEqual([0])
  vi.advanceTimersByTime(20_000)
  expect(at).toHaveLength(999)
  expect(at.at(-1)).toBeLessThanOrEqual(5_000)
  const inTheFirst = (ms: number) => at.filter((one) => one <= ms).length
  expect(inTheFirst(100)).toBeLessThan(100)
  expect(inTheFirst(2_500)).toBeLessThan(700)
})
