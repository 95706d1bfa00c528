/** Brings the ledger outside up to what the database has committed, and finds a database that is older than it. */
import { type Kysely, sql } from 'kysely'
import type { For, PurposeTrx } from '../map/types.ts'
import type { LedgerEnd, LedgerLine, OutsideLedger } from './outside-ledger.ts'

/** The ledger outside knows of changes that this database does not: it was put back from an earlier state. */
export class DatabaseOlder extends Error {
  readonly code = 'database_older'
  readonly lines: readonly LedgerLine[]
  constructor(place: string, lines: readonly LedgerLine[]) {
    super(
      `The database is older than ${place}: ${lines.length} erasures, withdrawals, restrictions and ends of access since ${lines[0]?.at} are missing in it. ` +
        'It does not open before they are done again: npx zavor restore --in-place',
    )
    this.name = 'DatabaseOlder'
    this.lines = lines
  }
}

export interface Written {
  /** Entries that now stand outside. */
  readonly written: number
  /** Of these, lines that the ledger outside had lost. */
  readonly again: number
}

const nothing: Written = { written: 0, again: 0 }
const atOnce = 1000

/**
 * Writes outside whatever is committed and does not stand there yet. Killed between the line and the database's own note
 * of it, the next call finds the line and only notes it. @throws DatabaseOlder, LedgerDamaged
 */
export async function writeOutside(db: Kysely<For<'rights'>>, ledger: OutsideLedger): Promise<Written> {
  return await db.transaction().execute(async (trx) => {
    // One writer at a time, whichever process it runs in: each line is hashed over the one before.
    const { head, waiting: first } = await lockAndLook(trx)
    const end = await ledger.end()
    const again = end.seq < head.seq ? await writeAgain(trx, ledger, end) : 0
    const found = end.seq > head.seq || (end.seq === head.seq && end.hash !== head.hash)
    if (found) await noteFound(trx, ledger, head)
    let written = again
    let waiting = found ? await waitingOf(trx) : first
    while (waiting.length > 0) {
      const { seq } = await ledger.end()
      await ledger.append(waiting.map(({ line }) => line))
      await number(trx, waiting, seq)
      written += waiting.length
      if (waiting.length < atOnce) break
      waiting = await waitingOf(trx)
    }
    if (written > 0 || found) await moveHead(trx, await ledger.end())
    return written === 0 ? nothing : { written, again }
  })
}

/** Whether anything waits to be written, at the price of one look at an index. */
export async function isWaiting(db: Kysely<For<'rights'>>): Promise<boolean> {
  const row = await db.selectFrom('ledger_entry').select('id').where('seq', 'is', null).limit(1).executeTakeFirst()
  return row !== undefined
}

type Trx = PurposeTrx<'rights'>

interface Waiting {
  readonly id: string
  readonly line: string
}

async function lockAndLook(trx: Trx): Promise<{ head: LedgerEnd; waiting: readonly Waiting[] }> {
  const { rows } = await sql<{ known_seq: string; known_hash: Buffer; waiting: Waiting[] }>`
    select known_seq, known_hash, waiting from base.ledger_next(${atOnce}::integer)`.execute(trx)
  const [row] = rows
  if (!row) throw new Error('the ledger has no head')
  return { head: { seq: Number(row.known_seq), hash: row.known_hash.toString('hex') }, waiting: row.waiting }
}

async function moveHead(trx: Trx, { seq, hash }: LedgerEnd): Promise<void> {
  await trx
    .updateTable('ledger_head')
    .set({ seq: String(seq), hash: Buffer.from(hash, 'hex') })
    .where('id', '=', 1)
    .execute()
}

async function waitingOf(trx: Trx): Promise<readonly Waiting[]> {
  return await trx
    .selectFrom('ledger_entry')
    .select(['id', 'line'])
    .where('seq', 'is', null)
    .orderBy('place')
    .limit(atOnce)
    .execute()
}

async function number(trx: Trx, entries: readonly { readonly id: string }[], after: number): Promise<void> {
  await sql`update base.ledger_entry e set seq = ${after} + u.at
    from unnest(${entries.map(({ id }) => id)}::uuid[]) with ordinality u(id, at) where e.id = u.id`.execute(trx)
}

/** Lines that a killed process wrote and did not note. One that no entry here answers to makes this database an older one. */
async function noteFound(trx: Trx, ledger: OutsideLedger, head: LedgerEnd): Promise<void> {
  const all = await ledger.read()
  const isOurs = head.seq === 0 || all[head.seq - 1]?.hash === head.hash
  const beyond = isOurs ? all.slice(head.seq) : all
  const { rows } = await sql<{ id: string }>`select e.id from base.ledger_entry e
    where e.id = any(${beyond.map(({ id }) => id)}::uuid[])`.execute(trx)
  const known = new Set(rows.map(({ id }) => id))
  const unknown = beyond.filter(({ id }) => !known.has(id))
  if (unknown.length > 0) throw new DatabaseOlder(ledger.place, unknown)
  for (let at = 0; at < beyond.length; at += atOnce) {
    await number(trx, beyond.slice(at, at + atOnce), (beyond[at]?.seq ?? 1) - 1)
  }
}

/** The ledger outside was lost or cut: the database still has what stood there, but for what is past its period. */
async function writeAgain(trx: Trx, ledger: OutsideLedger, end: LedgerEnd): Promise<number> {
  const lost = await trx
    .selectFrom('ledger_entry')
    .select(['id', 'line'])
    .where('seq', '>', String(end.seq))
    .orderBy('seq')
    .execute()
  if (lost.length === 0) return 0
  for (let at = 0; at < lost.length; at += atOnce) await number(trx, lost.slice(at, at + atOnce), end.seq + at)
  await ledger.append(lost.map(({ line }) => line))
  return lost.length
}
