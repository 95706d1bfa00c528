/**
 * The copy of the erasure ledger outside the database: what a restored database must erase again before it opens.
 * Ids, times and counts; nothing that leads back to anybody.
 */
import { createHash } from 'node:crypto'
import { open, readFile, truncate } from 'node:fs/promises'
import type { Counts } from './erase.ts'

export interface LoggedErasure {
  readonly id: string
  readonly accountId: string
  /** Null: the whole account. */
  readonly personId: string | null
  readonly persons: readonly string[]
  /** ISO 8601. */
  readonly at: string
  readonly counts: Counts
}

/** Where the copy lies: a file today; anything that only adds and keeps order can stand behind it. */
export interface ErasureLog {
  /** Durable when it resolves. An erasure that stands there already is not added again. One caller at a time. */
  append(erasure: LoggedErasure): Promise<void>
  /** Oldest first. @throws ErasureLogDamaged, naming the first entry that was changed, removed or moved */
  read(): Promise<LoggedErasure[]>
}

export class ErasureLogDamaged extends Error {
  readonly code = 'erasure_log_damaged'
  constructor(entry: number) {
    super(`The log of erasures was changed at entry ${entry}.`)
    this.name = 'ErasureLogDamaged'
  }
}

const start = createHash('sha256').update('zavor erasures').digest('hex')

interface Read {
  readonly erasures: LoggedErasure[]
  readonly hash: string
  /** Bytes of whole lines; what lies beyond is a write that a crash cut short and that nobody was told of. */
  readonly whole: number
  readonly size: number
}

/** A file of JSON lines, each with the hash over itself and the line before. Mode 0600. */
export function fileErasureLog(path: string): ErasureLog {
  return {
    async append(erasure) {
      const { erasures, hash, whole, size } = await readLines(path)
      if (erasures.some((one) => one.id === erasure.id)) return
      if (size > whole) await truncate(path, whole)
      const line = JSON.stringify(ordered(erasure))
      const file = await open(path, 'a', 0o600)
      try {
        await file.write(`${line.slice(0, -1)},"hash":"${next(hash, line)}"}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
    },
    async read() {
      return (await readLines(path)).erasures
    },
  }
}

async function readLines(path: string): Promise<Read> {
  const bytes = await readFile(path).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  })
  const whole = bytes.lastIndexOf(10) + 1
  const lines = bytes.subarray(0, whole).toString().split('\n').slice(0, -1)
  let hash = start
  const erasures = lines.map((line, at) => {
    const { hash: said, ...erasure } = parsed(line, at)
    hash = next(hash, JSON.stringify(ordered(erasure)))
    if (said !== hash) throw new ErasureLogDamaged(at + 1)
    return erasure
  })
  return { erasures, hash, whole, size: bytes.length }
}

function parsed(line: string, at: number): LoggedErasure & { hash: string } {
  try {
    return JSON.parse(line)
  } catch {
    throw new ErasureLogDamaged(at + 1)
  }
}

function ordered({ id, accountId, personId, persons, at, counts }: LoggedErasure): LoggedErasure {
  return { id, accountId, personId, persons, at, counts }
}

function next(hash: string, line: string): string {
  return createHash('sha256').update(hash).update(line).digest('hex')
}
