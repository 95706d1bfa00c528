/**
 * The ledger outside the database: every erasure, everything that limits what may be done with a person's data, and
 * every end of something that gave access, in the order of the commits. A restored database does again what it does not know of it before it opens (P30).
 * Ids, kinds and times; nothing that leads back to anybody.
 */
import { createHash } from 'node:crypto'
import { open, stat, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Counts } from '../erasure/erase.ts'
import type { limitKinds } from '../limits/limit-entry.data.ts'

interface Line {
  readonly id: string
  readonly accountId: string
  /** ISO 8601, or as PostgreSQL writes it. */
  readonly at: string
}

/** An account (`personId` null) or one person of it ended. */
export interface ErasureLine extends Line {
  readonly kind: 'erasure'
  readonly personId: string | null
  readonly persons: readonly string[]
  readonly counts: Counts
  /** The request under which it was, so that who received data is told of it. Missing in lines of before this was noted. */
  readonly caseId?: string | null
}

/** A consent, its end, an objection, a restriction, or the end of one: an entry of base.limit_entry. */
export interface LimitLine extends Line {
  readonly kind: 'limit'
  readonly personId: string
  readonly limit: (typeof limitKinds)[number]
  readonly purpose: string | null
  readonly textHash: string | null
  readonly byKind: 'person' | 'staff' | 'system'
  readonly byId: string | null
  /** The request of a restriction, so that who received data is told of it. Missing in lines of before this was noted. */
  readonly caseId?: string | null
}

/**
 * Something that gave access ended or gives less: what was handed over, a key, an invitation, a place. `what` is its kind,
 * `of` its id; `roles` are what a place still has, null for all that ended. Who was told of a change (Art. 19) has a line
 * as well: `of` is a fingerprint, `roles` how it was done. The staff lies under the account of all zeros.
 */
export interface EndLine extends Line {
  readonly kind: 'end'
  readonly what: string
  readonly of: string
  readonly roles: readonly string[] | null
}

/** A line with its number, from 1, and its hash over itself and the line before. */
interface Numbered {
  readonly seq: number
  readonly hash: string
}
export type NumberedEnd = EndLine & Numbered
export type LedgerLine = (ErasureLine | LimitLine | EndLine) & Numbered

export interface LedgerEnd {
  readonly seq: number
  readonly hash: string
}

/** A file today; anything that only adds and keeps order can stand behind it. */
export interface OutsideLedger {
  /** Where it lies, for messages to the operator. */
  readonly place: string
  /** The last line. Looks only at what was added since it last looked. @throws LedgerDamaged */
  end(): Promise<LedgerEnd>
  /** Adds lines (JSON objects, without hash). Durable when it resolves. One caller at a time, whichever process. */
  append(lines: readonly string[]): Promise<LedgerEnd>
  /** Lines after number `after`, oldest first, all checked again. @throws LedgerDamaged, naming the first wrong one */
  read(after?: number): Promise<LedgerLine[]>
}

/** The ledger outside is not as it was written. */
export class LedgerDamaged extends Error {
  readonly code = 'ledger_damaged'
  readonly line: number
  constructor(place: string, line: number) {
    super(`${place} was changed at line ${line}: put back an unchanged copy of it.`)
    this.line = line
    this.name = 'LedgerDamaged'
  }
}

export const emptyLedger: LedgerEnd = { seq: 0, hash: createHash('sha256').update('zavor erasures').digest('hex') }

const HASH = /,"hash":"([0-9a-f]{64})"\}$/

/** A file of JSON lines, mode 0600. What lies after the last whole line is a write that a crash cut short. */
export function fileLedger(path: string): OutsideLedger {
  let known = { ...emptyLedger, bytes: 0 }

  async function advance(): Promise<void> {
    const size = await stat(path).then(
      (facts) => facts.size,
      () => 0,
    )
    // Put back from elsewhere: it is read anew from its beginning.
    if (size < known.bytes) known = { ...emptyLedger, bytes: 0 }
    if (size === known.bytes) return
    const { end, bytes } = follow(path, await bytesFrom(path, known.bytes), known)
    known = { ...end, bytes: known.bytes + bytes }
  }

  return {
    place: path,
    async end() {
      await advance()
      return { seq: known.seq, hash: known.hash }
    },
    async append(lines) {
      await advance()
      let { hash } = known
      const added = lines.map((line) => {
        hash = next(hash, line)
        return `${line.slice(0, -1)},"hash":"${hash}"}\n`
      })
      const text = Buffer.from(added.join(''))
      await addDurably(path, known.bytes, text)
      known = { seq: known.seq + lines.length, hash, bytes: known.bytes + text.length }
      return { seq: known.seq, hash }
    },
    async read(after = 0) {
      const { lines } = follow(path, await bytesFrom(path, 0), emptyLedger)
      return lines.slice(after)
    },
  }
}

function follow(place: string, bytes: Buffer, from: LedgerEnd) {
  const whole = bytes.lastIndexOf(10) + 1
  let { seq, hash } = from
  const lines = bytes
    .subarray(0, whole)
    .toString()
    .split('\n')
    .slice(0, -1)
    .map((text): LedgerLine => {
      seq += 1
      const said = HASH.exec(text)
      hash = next(hash, said ? `${text.slice(0, said.index)}}` : text)
      if (said?.[1] !== hash) throw new LedgerDamaged(place, seq)
      // Lines from before limits were noted say no kind.
      return { kind: 'erasure', ...JSON.parse(text), seq }
    })
  return { lines, end: { seq, hash }, bytes: whole }
}

async function bytesFrom(path: string, start: number): Promise<Buffer> {
  const file = await open(path, 'r').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!file) return Buffer.alloc(0)
  return await buffer(file.createReadStream({ start }))
}

async function addDurably(path: string, whole: number, text: Buffer): Promise<void> {
  const size = await stat(path).then(
    (facts) => facts.size,
    () => null,
  )
  if (size !== null && size > whole) await truncate(path, whole)
  const file = await open(path, 'a', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  if (size !== null) return
  const folder = await open(dirname(path), 'r')
  await folder.sync().finally(() => folder.close())
}

function next(hash: string, line: string): string {
  return createHash('sha256').update(hash).update(line).digest('hex')
}
