/** What a page does to be told that there is something new: no React, no words, so that its times can be tested. */

/** live: told as it happens. off: nobody tells, the page looks by itself. lost: the server is not reached. */
export type NewsState = 'live' | 'off' | 'lost'

export interface Following {
  /** Where the events come from. */
  readonly url: string
  /** How often the page looks by itself while nobody tells, in milliseconds. */
  readonly fallback: number
  /** Also while nobody sees the page; it then costs a look, and its entry in the access log, each time. */
  readonly whileHidden?: boolean
  /** Reads the page's data anew. */
  look(): void
  say(state: NewsState): void
}

export interface Source {
  /** EventSource.readyState: 2 when it will not try again by itself. */
  readonly readyState: number
  addEventListener(kind: 'open' | 'error' | 'news' | 'beat', act: () => void): void
  close(): void
}

/** What is needed of a browser. */
export interface Around {
  open(url: string): Source
  /** Whether the server and its database answer: a page that is read anew while they do not would be lost to an error. */
  isThere(): Promise<boolean>
  isVisible(): boolean
  on(kind: 'visibilitychange' | 'online', act: () => void): () => void
}

const CLOSED = 2
/** A connection that ends is usually back before this: the server ends each after some minutes. Nothing is said of it. */
const GRACE = 4_000
/** The server beats every 20 s. A line that has died without a sign is silent. */
const SILENCE = 50_000
const WHILE_LOST = 5_000

/** Follows until the function that it answers is called. */
export function followNews({ url, fallback, whileHidden, look, say }: Following, around: Around): () => void {
  let source: Source | undefined
  /** Something may have happened that nobody told. */
  let isBehind = false
  let trouble: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  /** Counts up with each change of course, so that what was waited for knows that it comes too late. */
  let course = 0

  function connect(): void {
    leave()
    const opened = around.open(url)
    source = opened
    const ours = (act: () => void) => () => {
      if (source === opened) act()
    }
    opened.addEventListener('open', ours(wentOpen))
    opened.addEventListener('news', ours(told))
    opened.addEventListener('beat', ours(listenOn))
    opened.addEventListener('error', ours(stumbled))
    listenOn()
  }

  function leave(): void {
    source?.close()
    source = undefined
    clearTimeout(silence)
  }

  function settle(): void {
    course++
    clearTimeout(trouble)
    trouble = undefined
  }

  function wentOpen(): void {
    settle()
    say('live')
    listenOn()
    if (isBehind) look()
    isBehind = false
  }

  function told(): void {
    listenOn()
    look()
  }

  function listenOn(): void {
    clearTimeout(silence)
    silence = setTimeout(() => {
      stumbled()
      connect()
    }, SILENCE)
  }

  function stumbled(): void {
    isBehind = true
    trouble ??= setTimeout(() => void seek(), GRACE)
  }

  /** Nobody tells: looks by itself where the server is there, and tries to be told again. */
  async function seek(): Promise<void> {
    const begun = course
    const isThere = await around.isThere()
    if (begun !== course) return
    say(isThere ? 'off' : 'lost')
    if (isThere) look()
    if (isThere && around.isVisible() && source?.readyState === CLOSED) connect()
    trouble = setTimeout(() => void seek(), isThere ? fallback : Math.min(fallback, WHILE_LOST))
  }

  function turned(): void {
    settle()
    if (around.isVisible()) {
      // What happened meanwhile, nobody told.
      if (isBehind) look()
      isBehind = false
      connect()
      return
    }
    leave()
    isBehind = true
    say('off')
    if (whileHidden) trouble = setTimeout(() => void seek(), fallback)
  }

  function cameOnline(): void {
    if (!around.isVisible()) return
    isBehind = true
    connect()
  }

  turned()
  const offs = [around.on('visibilitychange', turned), around.on('online', cameOnline)]
  return () => {
    for (const off of offs) off()
    settle()
    leave()
  }
}

export const inBrowser: Around = {
  open: (url) => new EventSource(url),
  isThere: () =>
    fetch('/news/there', { cache: 'no-store', signal: AbortSignal.timeout(5_000) }).then(
      ({ ok }) => ok,
      () => false,
    ),
  isVisible: () => document.visibilityState === 'visible',
  on(kind, act) {
    const target = kind === 'online' ? window : document
    target.addEventListener(kind, act)
    return () => target.removeEventListener(kind, act)
  },
}
