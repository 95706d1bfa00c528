/**
 * Writes access-log entries in batches: whatever arrived while the last flush was in flight goes with the next one.
 * A caller's promise resolves when its entry is durable and chained, so an answer that waits for it is never unlogged.
 */
import type { Pool } from 'pg'
import { type AuditEntry, lineOf } from './entry.ts'

interface Waiting {
  readonly entry: AuditEntry
  readonly inbox: boolean
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

const mostPerFlush = 500

export interface AuditWriter {
  /** Chains an entry. `inbox`: it was committed with its write and is moved from there. */
  append(entry: AuditEntry, inbox: boolean): Promise<void>
  /** Chains what a killed process left in the inbox: entries older than `seconds`. Returns how many. */
  sweep(seconds: number): Promise<number>
  close(): Promise<void>
}

/** @param pool connections of the purpose `security` */
export function makeAuditWriter(pool: Pool): AuditWriter {
  let queue: Waiting[] = []
  let flushing: Promise<void> | null = null

  async function flushAll(): Promise<void> {
    while (queue.length > 0) {
      // Whoever was answered by the last flush and asks again at once goes with this one: larger batches, fewer flushes.
      await new Promise(setImmediate)
      const batch = queue.slice(0, mostPerFlush)
      queue = queue.slice(mostPerFlush)
      try {
        await write(pool, batch)
        for (const waiting of batch) waiting.resolve()
      } catch (error) {
        for (const waiting of batch) waiting.reject(error)
      }
    }
    flushing = null
  }

  function append(entry: AuditEntry, inbox: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      queue.push({ entry, inbox, resolve, reject })
      flushing ??= flushAll()
    })
  }

  async function sweep(seconds: number): Promise<number> {
    const { rows } = await pool.query<AuditEntry>(
      `select id, at, actor_kind, actor_id, account_id, purpose, operation, via, outcome, subjects from security.audit_inbox
       where at < now() - make_interval(secs => $1) order by at, id limit 1000`,
      [seconds],
    )
    await Promise.all(rows.map((entry) => append(entry, true)))
    return rows.length
  }

  async function close(): Promise<void> {
    while (flushing) await flushing
  }

  return { append, sweep, close }
}

const appendText = `select base.audit_append(${Array.from({ length: 13 }, (_, n) => `$${n + 1}`).join(', ')})`

async function write(pool: Pool, batch: readonly Waiting[]): Promise<void> {
  const each = (value: (entry: AuditEntry) => string | null) => bare(batch.map(({ entry }) => value(entry)))
  const values = [
    each((entry) => entry.id),
    each((entry) => entry.at.toISOString()),
    each((entry) => entry.actor_kind),
    each((entry) => entry.actor_id),
    each((entry) => entry.account_id),
    each((entry) => entry.purpose),
    each((entry) => entry.operation),
    each((entry) => entry.via),
    each((entry) => entry.outcome),
    idsOf(batch.flatMap(({ entry }) => entry.subjects)),
    bare(batch.map(({ entry }) => entry.subjects.length)),
    batch.map(({ entry }) => lineOf(entry)).join('\n'),
    bare(batch.map(({ inbox }) => inbox)),
  ]
  await pool.query({ name: 'audit_append', text: appendText, values })
}

/** An array as PostgreSQL reads it, of ids, times and the program's own names: nothing in them needs quoting. */
function bare(values: readonly (string | number | boolean | null)[]): string {
  return `{${values.map((value) => value ?? 'null').join()}}`
}

const uuidType = 2950

/** An array of ids as PostgreSQL sends it itself: entries can be about thousands of people, whose text takes long to read. */
function idsOf(ids: readonly string[]): Buffer {
  const array = Buffer.alloc(ids.length === 0 ? 12 : 20 + ids.length * 20)
  const head = ids.length === 0 ? [0, 0, uuidType] : [1, 0, uuidType, ids.length, 1]
  for (const [at, value] of head.entries()) array.writeInt32BE(value, at * 4)
  const bytes = Buffer.from(ids.join('').replaceAll('-', ''), 'hex')
  for (let at = 0; at < ids.length; at++) {
    array.writeInt32BE(16, 20 + at * 20)
    bytes.copy(array, 24 + at * 20, at * 16, at * 16 + 16)
  }
  return array
}
