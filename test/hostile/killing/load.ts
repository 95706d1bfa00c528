/** People who write, attach and read over HTTP, and remember each answer that they were given. */
import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '../../../src/platform/database/id.ts'
import type { Client, People } from './people.ts'

export interface SeenMessage {
  readonly accountId: string
  readonly ticketId: string
  readonly id: string
  readonly body: string
}

export interface SeenFile {
  readonly accountId: string
  readonly id: string
  readonly sha256: string
}

export interface Load {
  readonly messages: readonly SeenMessage[]
  readonly files: readonly SeenFile[]
  /** `<account> <operation>`: how many were answered with success. */
  readonly answered: ReadonlyMap<string, number>
  /** Every sending that was ever tried, answered or not. */
  readonly tried: ReadonlySet<string>
  /** How many requests got no answer, or one that says that something is down. */
  readonly unanswered: number
  /** What nobody may ever be answered: a fault of ours, whatever was killed. */
  readonly faults: readonly string[]
  stop(): Promise<void>
}

const largest = 500_000
const breath = 80
const pause = 100

export function startLoad(origin: string, { clients, staffKey }: People): Load {
  const messages: SeenMessage[] = []
  const files: SeenFile[] = []
  const answered = new Map<string, number>()
  const tried = new Set<string>()
  const faults: string[] = []
  let unanswered = 0
  let stopping = false

  async function ask<Answer>(key: string, method: string, path: string, body?: object): Promise<Answer | null> {
    try {
      const answer = await fetch(`${origin}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) },
        signal: AbortSignal.timeout(15_000),
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      const text = await answer.text()
      if (answer.status === 200) return JSON.parse(text) as Answer
      if (answer.status < 500) faults.push(`${method} ${path}: ${answer.status} ${text}`)
    } catch {
      // Killed in the middle: nothing was promised.
    }
    unanswered += 1
    await wait(pause)
    return null
  }

  /** The same request again until it is answered, as a form that is sent again: the sending keeps it one message. */
  async function send<Answer>(key: string, path: string, body: { sendingId: string }): Promise<Answer | null> {
    tried.add(body.sendingId)
    while (!stopping) {
      const answer = await ask<Answer>(key, 'POST', path, body)
      if (answer) return answer
    }
    return null
  }

  function note(accountId: string, operation: string): void {
    const name = `${accountId} ${operation}`
    answered.set(name, (answered.get(name) ?? 0) + 1)
  }

  async function reply(key: string, accountId: string, ticketId: string, attachmentIds: string[]): Promise<void> {
    const body = `Mesajul ${newId()}: ăâîșț`
    const sending = { body, sendingId: newId(), attachmentIds }
    const answer = await send<{ messageId: string }>(key, `/tickets/${ticketId}/messages`, sending)
    if (!answer) return
    note(accountId, 'ticket.reply')
    messages.push({ accountId, ticketId, id: answer.messageId, body })
  }

  async function attach({ key, accountId }: Client): Promise<SeenFile | null> {
    const content = randomBytes(Math.floor(Math.random() * largest))
    const input = { name: 'captură.bin', content: { base64: content.toString('base64') } }
    const answer = await ask<{ attachmentId: string }>(key, 'POST', '/attachments', input)
    if (!answer) return null
    note(accountId, 'attachment.add')
    return { accountId, id: answer.attachmentId, sha256: createHash('sha256').update(content).digest('hex') }
  }

  async function read({ key, accountId }: Client, ticketId: string): Promise<void> {
    const shown = await ask<{ entries: { id: string }[] }>(key, 'GET', `/tickets/${ticketId}`)
    if (!shown) return
    note(accountId, 'ticket.show')
    const seen = new Set(shown.entries.map(({ id }) => id))
    const lost = messages.filter((one) => one.ticketId === ticketId && !seen.has(one.id))
    faults.push(...lost.map(({ id }) => `ticket ${ticketId} was shown without the message ${id}, answered before`))
  }

  async function work(client: Client): Promise<void> {
    const { key, accountId } = client
    while (!stopping) {
      const words = { subject: 'Nu răspunde', body: `Tichetul ${newId()}`, sendingId: newId() }
      const opened = await send<{ ticketId: string }>(key, '/tickets', words)
      if (!opened) return
      note(accountId, 'ticket.open')
      const { ticketId } = opened
      const file = await attach(client)
      await reply(key, accountId, ticketId, file ? [file.id] : [])
      if (file && !stopping) files.push(file)
      await reply(staffKey, accountId, ticketId, [])
      await read(client, ticketId)
      await wait(breath)
    }
  }

  const running = clients.map(work)
  return {
    messages,
    files,
    answered,
    tried,
    faults,
    get unanswered() {
      return unanswered
    },
    async stop() {
      stopping = true
      await Promise.all(running)
    },
  }
}
