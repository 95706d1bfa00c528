/**
 * Tells a page that there is something new: Server-Sent Events (WHATWG HTML, 9.2). An event says that, and nothing else;
 * the page then reads by the ways and rights that it always has.
 */
import type { Context, Handler } from 'hono'
import type { NewsHub, Topic } from '../../platform/news/news-hub.ts'
import { DeskError, TooMany, Unavailable } from '../../privacy/operation/errors.ts'
import type { Allowance } from '../api/allowance.ts'
import { errorAnswer } from '../api/error-answer.ts'

/** What the request may follow. @throws DeskError when it may follow nothing */
export type TopicsOf = (request: Request, named: Readonly<Record<string, string>>) => Promise<readonly Topic[]>

export interface NewsStreams {
  /** Answers a request with a stream of what it may follow. */
  follow(topicsOf: TopicsOf): Handler
  /** Ends all that are open, at once, and opens no more. */
  stop(): void
  /** How many are open, or about to be. */
  size(): number
}

export interface NewsStreamsOptions {
  readonly hub: NewsHub
  /** Whether announcements arrive here now; where not, nobody is left to wait for them. */
  readonly isOpen: () => boolean
  readonly currentAddress: () => string | undefined
  /** How often one address may connect. */
  readonly connecting: Allowance
  readonly onFault: (error: unknown, where: string) => void
  readonly limits?: Partial<Limits>
}

interface Limits {
  readonly most: number
  readonly mostOfAddress: number
  /** Milliseconds from beat to beat. */
  readonly beat: number
  /** How long a stream lives at most, in milliseconds; then the page asks anew whether it may follow. */
  readonly life: number
}

const usual: Limits = { most: 2_000, mostOfAddress: 100, beat: 20_000, life: 10 * 60_000 }

/** A page that lost its stream asks again after one to three seconds, so that not all come at once when the process is back. */
const retry = () => Math.round(1_000 + Math.random() * 2_000)
/** What is written and not taken. An event is one; they are folded, so that this many are more than two seconds. */
const MOST_WAITING = 12

interface Stream {
  readonly endsAt: number
  /** Says that the line stands. Script sees no comment, so that it is an event. */
  beat(): void
  /** Ends in order, after what is under way. */
  end(): void
}

export function newsStreams(options: NewsStreamsOptions): NewsStreams {
  const { hub } = options
  const limits = { ...usual, ...options.limits }
  const streams = new Set<Stream>()
  const held = new Map<string, number>()
  let all = 0
  let isStopping = false

  const beating = setInterval(() => {
    const now = performance.now()
    for (const stream of streams) {
      if (now >= stream.endsAt || !options.isOpen()) stream.end()
      else stream.beat()
    }
  }, limits.beat)
  beating.unref()

  /** A place for one more. @returns what gives it back, once */
  function hold(address: string): () => void {
    if (isStopping || !options.isOpen() || all >= limits.most) throw new Unavailable('news')
    const wait = options.connecting.take(address)
    const before = held.get(address) ?? 0
    if (wait > 0 || before >= limits.mostOfAddress) throw new TooMany(Math.max(wait, 30))
    held.set(address, before + 1)
    all++
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      all--
      const left = (held.get(address) ?? 1) - 1
      if (left > 0) held.set(address, left)
      else held.delete(address)
    }
  }

  async function answer(context: Context, topicsOf: TopicsOf): Promise<Response> {
    const release = hold(options.currentAddress() ?? 'unknown')
    try {
      const topics = await topicsOf(context.req.raw, context.req.param())
      if (isStopping) throw new Unavailable('news')
      return new Response(
        open(topics, release, () => cut(context)),
        { headers: HEADERS },
      )
    } catch (error) {
      release()
      throw error
    }
  }

  function open(topics: readonly Topic[], release: () => void, cutOff: () => void): ReadableStream<Uint8Array> {
    let ended = false
    let unfollow = () => {}
    let stream: Stream | undefined
    const over = () => {
      ended = true
      unfollow()
      release()
      if (stream) streams.delete(stream)
    }
    return new ReadableStream<Uint8Array>(
      {
        start(controller) {
          let count = 0
          const write = (text: string) => {
            if (ended) return
            if ((controller.desiredSize ?? 0) > 0) return controller.enqueue(encoder.encode(text))
            // Nobody takes what is written: nothing is kept for them.
            over()
            controller.error(new Error('not read'))
            cutOff()
          }
          stream = {
            endsAt: performance.now() + limits.life * (0.8 + Math.random() * 0.4),
            beat: () => write('event: beat\ndata:\n\n'),
            end() {
              if (ended) return
              over()
              controller.close()
            },
          }
          streams.add(stream)
          write(`retry: ${retry()}\n\n`)
          unfollow = hub.follow(topics, () => write(`event: news\ndata: ${++count}\n\n`))
        },
        cancel: over,
      },
      { highWaterMark: MOST_WAITING },
    )
  }

  return {
    follow: (topicsOf) => async (context) => {
      if (context.req.method !== 'GET') return refusal(context)
      try {
        return await answer(context, topicsOf)
      } catch (error) {
        const { status, body, headers } = errorAnswer(error)
        if (!(error instanceof DeskError)) options.onFault(error, 'news')
        return context.json(body, status as 400, { 'cache-control': 'no-store', ...headers })
      }
    },
    stop() {
      isStopping = true
      clearInterval(beating)
      for (const stream of [...streams]) stream.end()
    },
    size: () => all,
  }
}

const encoder = new TextEncoder()

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Kept by nobody, packed by nobody: a proxy that packs waits for more.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  // Kept for another request it would hold up the end of the process.
  connection: 'close',
}

/** HEAD as well: it would wait for the end of what has none. */
function refusal(context: Context): Response {
  const said = { error: { code: 'method', message: 'news are followed with GET' } }
  return context.json(said, 405, { allow: 'GET', 'cache-control': 'no-store' })
}

/** Takes the connection from who does not read: what lies in its way would otherwise wait for them. */
function cut(context: Context): void {
  const { outgoing } = (context.env ?? {}) as { outgoing?: { destroy(): void } }
  outgoing?.destroy()
}
