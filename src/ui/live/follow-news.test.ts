import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Around, type Following, followNews, type NewsState, type Source } from './follow-news.ts'

class FakeSource implements Source {
  readyState = 0
  private readonly acts = new Map<string, () => void>()
  readonly url: string
  constructor(url: string) {
    this.url = url
  }
  addEventListener(kind: 'open' | 'error' | 'news' | 'beat', act: () => void): void {
    this.acts.set(kind, act)
  }
  close(): void {
    this.readyState = 2
  }
  /** What the browser says of it. */
  say(kind: 'open' | 'error' | 'news' | 'beat', readyState = kind === 'error' ? 0 : 1): void {
    if (this.readyState !== 2) this.readyState = readyState
    this.acts.get(kind)?.()
  }
}

let sources: FakeSource[]
let isThere: boolean
let isVisible: boolean
let asked: number
const acts = new Map<string, () => void>()
const states: NewsState[] = []
const look = vi.fn()
let end = () => {}

const around: Around = {
  open(url) {
    const source = new FakeSource(url)
    sources.push(source)
    return source
  },
  async isThere() {
    asked++
    return isThere
  },
  isVisible: () => isVisible,
  on(kind, act) {
    acts.set(kind, act)
    return () => acts.delete(kind)
  },
}

function follow(more: Partial<Following> = {}): FakeSource {
  end = followNews({ url: '/news/x', fallback: 20_000, look, say: (state) => states.push(state), ...more }, around)
  return sources.at(-1)!
}

const open = () => sources.filter((one) => one.readyState !== 2)
const turn = (visible: boolean) => {
  isVisible = visible
  acts.get('visibilitychange')?.()
}

beforeEach(() => {
  vi.useFakeTimers()
  sources = []
  isThere = true
  isVisible = true
  asked = 0
  states.length = 0
  look.mockClear()
})
afterEach(() => {
  end()
  expect(open()).toEqual([])
  expect(acts.size).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

describe('while somebody looks at the page', () => {
  it('follows, and looks when it is told', async () => {
    const source = follow()
    expect(source.url).toBe('/news/x')
    source.say('open')
    // What was just read is not read again.
    expect(look).not.toHaveBeenCalled()
    source.say('news')
    source.say('beat')
    expect(look).toHaveBeenCalledTimes(1)
    expect(states).toEqual(['live'])
    // Alive, it never looks by itself.
    for (let i = 0; i < 20; i++) {
      await vi.advanceTimersByTimeAsync(20_000)
      source.say('beat')
    }
    expect(look).toHaveBeenCalledTimes(1)
    expect(sources).toHaveLength(1)
  })

  it('says nothing of an end that is soon over, and looks once for what came meanwhile', async () => {
    const source = follow()
    source.say('open')
    source.say('error')
    await vi.advanceTimersByTimeAsync(3_000)
    source.say('open')
    expect(look).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(states).toEqual(['live', 'live'])
    expect(asked).toBe(0)
  })

  it('says that the connection is lost, reads nothing while it is, and looks once it is back', async () => {
    const source = follow()
    source.say('open')
    isThere = false
    source.say('error')
    source.say('error')
    await vi.advanceTimersByTimeAsync(4_000)
    expect(states).toEqual(['live', 'lost'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(look).not.toHaveBeenCalled()
    expect(open()).toHaveLength(1)
    sources.at(-1)!.say('open')
    expect(states.at(-1)).toBe('live')
    expect(look).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(states.at(-1)).toBe('live')
    expect(look).toHaveBeenCalledTimes(1)
  })

  it('looks by itself, without a word, where the server is there and tells nothing; and asks to be told each time', async () => {
    const source = follow()
    // Refused: 429, 503, or signed out meanwhile, which the look then shows.
    source.say('error', 2)
    await vi.advanceTimersByTimeAsync(4_000)
    expect(states).toEqual(['off'])
    expect(look).toHaveBeenCalledTimes(1)
    expect(sources).toHaveLength(2)
    for (let i = 2; i <= 4; i++) {
      sources.at(-1)!.say('error', 2)
      await vi.advanceTimersByTimeAsync(20_000)
      expect(look).toHaveBeenCalledTimes(i)
      expect(sources).toHaveLength(i + 1)
    }
    expect(new Set(states)).toEqual(new Set(['off']))
    sources.at(-1)!.say('open')
    expect(states.at(-1)).toBe('live')
    expect(open()).toHaveLength(1)
  })

  it('from lost to there without being told: back to looking, and on being told it stops', async () => {
    const source = follow()
    isThere = false
    source.say('error', 2)
    await vi.advanceTimersByTimeAsync(9_000)
    expect(states).toEqual(['lost', 'lost'])
    isThere = true
    await vi.advanceTimersByTimeAsync(5_000)
    expect(states.at(-1)).toBe('off')
    expect(look).toHaveBeenCalledTimes(1)
    sources.at(-1)!.say('open')
    await vi.advanceTimersByTimeAsync(25_000)
    expect(look).toHaveBeenCalledTimes(2)
    expect(states.at(-1)).toBe('live')
  })

  it('does not trust a line that is silent', async () => {
    const source = follow()
    source.say('open')
    await vi.advanceTimersByTimeAsync(49_000)
    expect(sources).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sources).toHaveLength(2)
    expect(open()).toHaveLength(1)
    source.say('news')
    expect(look).not.toHaveBeenCalled()
    sources.at(-1)!.say('open')
    expect(look).toHaveBeenCalledTimes(1)
  })

  it('looks again once it is back, when somebody came back to the page before their machine was on the network', () => {
    follow().say('open')
    turn(false)
    turn(true)
    expect(look).toHaveBeenCalledTimes(1)
    sources.at(-1)!.say('error')
    sources.at(-1)!.say('open')
    expect(look).toHaveBeenCalledTimes(2)
  })

  it('does not heed an answer that comes when all has changed', async () => {
    let answer = (_: boolean) => {}
    vi.spyOn(around, 'isThere').mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)))
    const source = follow()
    source.say('error')
    await vi.advanceTimersByTimeAsync(4_000)
    source.say('open')
    look.mockClear()
    answer(false)
    await vi.advanceTimersByTimeAsync(100)
    expect(states).toEqual(['live'])
    expect(look).not.toHaveBeenCalled()
  })

  it('connects anew when the machine comes back to the network, and looks', () => {
    const source = follow()
    source.say('open')
    acts.get('online')!()
    expect(open()).toHaveLength(1)
    expect(sources).toHaveLength(2)
    sources[1]!.say('open')
    expect(look).toHaveBeenCalledTimes(1)
  })
})

describe('while nobody sees the page', () => {
  it('holds no connection and reads nothing; then looks at once and follows again', async () => {
    const source = follow()
    source.say('open')
    turn(false)
    expect(open()).toEqual([])
    expect(states.at(-1)).toBe('off')
    await vi.advanceTimersByTimeAsync(3_600_000)
    acts.get('online')!()
    expect(look).not.toHaveBeenCalled()
    expect(open()).toEqual([])
    turn(true)
    expect(look).toHaveBeenCalledTimes(1)
    sources.at(-1)!.say('open')
    expect(look).toHaveBeenCalledTimes(1)
    expect(states.at(-1)).toBe('live')
  })

  it('looks now and then where that is wanted', async () => {
    follow({ whileHidden: true }).say('open')
    turn(false)
    await vi.advanceTimersByTimeAsync(61_000)
    expect(look).toHaveBeenCalledTimes(3)
    expect(open()).toEqual([])
    isThere = false
    await vi.advanceTimersByTimeAsync(60_000)
    expect(look).toHaveBeenCalledTimes(3)
    turn(true)
    sources.at(-1)!.say('open')
  })

  it('opened unseen it waits until it is seen', () => {
    isVisible = false
    follow()
    expect(sources).toEqual([])
    turn(true)
    expect(open()).toHaveLength(1)
  })
})
