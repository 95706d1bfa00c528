/** What the database announces, brought to the hub: one connection of its own, for as long as the process lives. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { NewsHub } from './news-hub.ts'

/** On which the triggers of `migrations/0205-news.sql` announce. */
export const NEWS_CHANNEL = 'zavor_news'

export interface NewsLine {
  /** Whether announcements arrive here now. */
  isOpen(): boolean
  stop(): Promise<void>
}

export interface NewsLineOptions {
  /** Connection string of any login role: each may listen. */
  readonly url: string
  readonly hub: NewsHub
  /** Announces these words on the channel over another connection: so it is known that announcements arrive. */
  readonly announce: (words: string) => Promise<unknown>
  /** Told in one sentence when announcements stop arriving, and when they do again. */
  readonly onChange?: (words: string) => void
  /** Milliseconds: between two looks whether they arrive, how long one may take, and the pauses before connecting anew. */
  readonly every?: number
  readonly patience?: number
  readonly pauses?: { readonly first: number; readonly most: number }
}

/**
 * Listens, and connects anew for ever when the connection is lost or does not bring what is announced (a pooler in
 * transaction mode takes LISTEN and forgets it). After each connection everybody is told, as something may have been missed.
 */
export function openNewsLine(options: NewsLineOptions): NewsLine {
  const { hub, every = 30_000, patience = 5_000, pauses = { first: 100, most: 15_000 } } = options
  const stopping = new AbortController()
  const mark = `beat:${randomUUID()}`
  let isOpen = false
  let wasOpen: boolean | undefined
  let heardOwn = () => {}

  function changed(to: boolean, words: string): void {
    isOpen = to
    if (wasOpen === to || stopping.signal.aborted) return
    // What begins as it should is nothing to tell.
    if (wasOpen !== undefined || !to) options.onChange?.(words)
    wasOpen = to
  }

  /** @throws Error when what is announced does not arrive */
  async function beat(): Promise<void> {
    const done = new AbortController()
    const heard = new Promise<void>((resolve) => {
      heardOwn = resolve
    })
    const late = wait(patience, undefined, { signal: AbortSignal.any([done.signal, stopping.signal]) }).then(() => {
      throw new Error('what is announced does not arrive')
    })
    late.catch(() => {})
    try {
      await Promise.race([Promise.all([heard, options.announce(mark)]), late])
    } finally {
      done.abort()
    }
  }

  /** From one connection to its end. */
  async function connection(opened: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: options.url,
      application_name: 'zavor news',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    })
    const ended = new AbortController()
    client.on('end', () => ended.abort())
    client.on('error', () => ended.abort())
    client.on('notification', ({ payload = '' }) => {
      if (payload === mark) heardOwn()
      else if (!payload.startsWith('beat:')) hub.announce(payload)
    })
    const over = AbortSignal.any([ended.signal, stopping.signal])
    const lost = new Promise<never>((_, reject) => {
      over.addEventListener('abort', () => reject(new Error('the connection ended')), { once: true })
    })
    lost.catch(() => {})
    try {
      await Promise.race([client.connect(), lost])
      await Promise.race([client.query(`listen ${NEWS_CHANNEL}`), lost])
      await Promise.race([whole(client), lost])
      await Promise.race([beat(), lost])
      changed(true, 'news: announcements of the database arrive again')
      opened()
      hub.announceAll()
      for (;;) {
        await wait(every, undefined, { signal: over }).catch(() => lost)
        await Promise.race([beat(), lost])
      }
    } finally {
      await ending(client)
    }
  }

  async function listening(): Promise<void> {
    let pause = pauses.first
    while (!stopping.signal.aborted) {
      await connection(() => {
        pause = pauses.first
      }).catch((error: Error) =>
        changed(false, `news: no announcements of the database, pages look by themselves: ${error.message}`),
      )
      await wait(pause * (0.5 + Math.random() / 2), undefined, { signal: stopping.signal }).catch(() => {})
      pause = Math.min(pause * 2, pauses.most)
    }
  }

  const over = listening()
  return {
    isOpen: () => isOpen,
    async stop() {
      isOpen = false
      stopping.abort()
      await over
    },
  }
}

/**
 * On Citus a trigger runs, and announces, where its shard lies; who listens here would hear nothing of it.
 * @throws Error when it is Citus
 */
async function whole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ is: boolean }>(`select to_regclass('pg_dist_node') is not null as is`)
  if (rows[0]?.is) throw new Error('Citus announces on the node of each shard alone')
}

/** Says good-bye, and does not wait for an answer that may never come. */
async function ending(client: pg.Client): Promise<void> {
  const ended = client.end().catch(() => {})
  if ((await Promise.race([ended, wait(1_000, 'late', { ref: false })])) !== 'late') return
  ;(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
}
