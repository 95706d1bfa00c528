/** Recomputes the chain of the access log and names the first entry that was changed, removed or moved. */
import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { policy } from '../../../policy/policy.ts'
import { type AuditEntry, lineOf } from './entry.ts'

export interface ChainReport {
  readonly entries: number
  readonly whole: boolean
  /** What is wrong, in words with the entry's number; null when the chain is whole. */
  readonly fault: string | null
}

type Row = AuditEntry & { seq: string; hash: Buffer }
const page = 5_000

interface Anchor {
  readonly seq: string
  readonly hash: Buffer
  readonly too_early: boolean
}

/** Where the chain begins now: its oldest entries end by time. One that was dropped sooner than that is no end by time. */
async function lastAnchor(pool: Pool): Promise<Anchor | undefined> {
  const { rows } = await pool.query<Anchor>(
    `select seq, hash, bool_or(chained_at > dropped_at - $1::interval) over () as too_early
     from security.audit_anchor order by seq desc limit 1`,
    [policy.retention.audit.period],
  )
  return rows[0]
}

/** @param pool connections of the purpose `security`, or the owner's */
export async function verifyChain(pool: Pool): Promise<ChainReport> {
  // The head is read first: entries written meanwhile lie beyond it.
  const head = (await pool.query<{ seq: string; hash: Buffer }>('select seq, hash from security.audit_head')).rows[0]
  if (!head) return { entries: 0, whole: false, fault: 'the head of the chain is missing' }
  const anchor = await lastAnchor(pool)
  let hash = anchor?.hash ?? createHash('sha256').update('zavor audit chain').digest()
  let seq = Number(anchor?.seq ?? 0)
  const first = seq
  if (anchor?.too_early) return fault(0, `entries up to ${seq} were dropped before their period was over`)
  const last = Number(head.seq)
  while (seq < last) {
    const { rows } = await pool.query<Row>(
      'select * from security.audit_entry where seq > $1 and seq <= $2 order by seq limit $3',
      [seq, last, page],
    )
    if (rows.length === 0) return fault(seq, `entry ${seq + 1} is missing`)
    for (const row of rows) {
      if (Number(row.seq) !== seq + 1) return fault(seq, `entry ${seq + 1} is missing`)
      hash = createHash('sha256')
        .update(hash)
        .update(`${row.seq} ${lineOf(row)}`)
        .digest()
      if (!hash.equals(row.hash)) return fault(seq, `entry ${row.seq} (${row.id}) was changed or moved`)
      seq += 1
    }
  }
  if (!hash.equals(head.hash)) return fault(seq, `the head of the chain does not fit entry ${last}`)
  return { entries: last - first, whole: true, fault: null }
}

function fault(entries: number, words: string): ChainReport {
  return { entries, whole: false, fault: words }
}
