/**
 * What has to be done in a database that was put back from an earlier state before anything may be served from it (P30).
 * Each step may run again: killed half-way, the next attempt takes it up.
 */
import { join } from 'node:path'
import type { Pool } from 'pg'
import { recordRestore } from '../../backups/record-restore.ts'
import { scrubDatabase } from '../../platform/database/scrub.ts'
import { verifyChain } from '../../privacy/audit/verify.ts'
import { inOthersWords, needlesOf, ownNeedles } from '../../privacy/backup/erased-needles.ts'
import type { RestoreReport } from '../../privacy/backup/report.ts'
import type { LedgerEnd, LedgerLine, OutsideLedger } from '../../privacy/ledger/outside-ledger.ts'
import { DatabaseOlder, writeOutside } from '../../privacy/ledger/write-outside.ts'
import type { Needle } from '../../privacy/residue/needles.ts'
import { rowsLeft } from '../../privacy/residue/rows-left.ts'
import { scanDatabase } from '../../privacy/residue/scan-database.ts'
import { scanFiles } from '../../privacy/residue/scan-files.ts'
import { endDue, endParts } from '../../privacy/retention/retention.queries.ts'
import { tablesInParts, timedTables } from '../../privacy/retention/timed-tables.ts'
import type { Desk } from '../desk.ts'
import { maps } from '../maps.ts'
import { replay } from './replay.ts'
import { RestoreRefused } from './restore-refused.ts'

export interface OpeningParts {
  readonly owner: Pool
  /** On the restored database and its files. */
  readonly desk: Desk
  readonly ledger: OutsideLedger
  /** Where the restored files lie. */
  readonly filesFolder: string
  /** What was put back; null in place. */
  readonly backup: RestoreReport['backup']
  /** Head of the access log as the backup names it; null in place. */
  readonly chain: LedgerEnd | null
  /** The ledger outside is lost, and the operator said so. */
  readonly ledgerLost: boolean
  readonly migrated: readonly string[]
  readonly startedAt: Date
  say(line: string): void
}

/**
 * Makes it fit to open: on return everything is done and the report is kept inside; the caller ends the quarantine.
 * @throws RestoreRefused, LedgerDamaged
 */
export async function openRestored(parts: OpeningParts): Promise<RestoreReport> {
  const { owner, desk, say } = parts
  const headMatches = await headMatch(parts)
  say('Recomputing the access log')
  const before = await verifyChain(owner)
  if (!before.whole)
    throw new RestoreRefused('chain', `The access log is not whole: ${before.fault}. This database is not opened.`)
  const { lines, isLost } = await unknownLines(parts)
  say(
    lines.length === 0
      ? 'Nothing was erased, limited or ended since'
      : `Doing again ${lines.length} erasures, withdrawals, restrictions and ends of access`,
  )
  const needles = await needlesOf(owner, lines)
  const replayed = { ...(await replay(desk, lines)), toTell: await countToTell(owner) }
  const sessions = await owner.query('delete from base.login_session')
  const linksEnded = await endOneUse(owner)
  say('Ending what is past its period')
  const ended = await endWhatIsDue(desk)
  await settleAll(parts)
  say('Looking for what should be gone')
  // What was just deleted still lies in the database's files.
  if (lines.length > 0 || Object.keys(ended).length > 0) await scrubDatabase(owner)
  const residue = await provenClean(parts, needles)
  const chain = await verifyChain(owner)
  if (!chain.whole)
    throw new RestoreRefused('chain', `The access log is not whole: ${chain.fault}. This database is not opened.`)
  const report: RestoreReport = {
    backup: parts.backup,
    migrated: [...parts.migrated],
    replayed,
    ended,
    chain: { entries: chain.entries, headMatches },
    residue,
    ledgerLost: isLost,
    sessionsEnded: sessions.rowCount ?? 0,
    linksEnded,
  }
  await desk.call({ actor: { kind: 'system', job: 'restore' }, via: 'cli' }, recordRestore, {
    kind: parts.backup ? 'backup' : 'in_place',
    name: parts.backup?.name ?? null,
    startedAt: parts.startedAt.toISOString(),
    report,
  })
  return report
}

/** Recipients who wait to be told of a change (Art. 19), those of what was done again with them. */
async function countToTell(owner: Pool): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from base.rights_recipient where status = 'to_tell'`,
  )
  return rows[0]?.count ?? 0
}

/** Before anything is written: the log must end where the backup says that it ended. */
async function headMatch({ owner, chain }: OpeningParts): Promise<boolean | null> {
  if (!chain) return null
  const { rows } = await owner.query<{ seq: string; hash: string }>(
    `select seq, encode(hash, 'hex') as hash from base.audit_head`,
  )
  const head = rows[0]
  if (Number(head?.seq) === chain.seq && head?.hash === chain.hash) return true
  throw new RestoreRefused('chain', 'The access log does not end where the backup says that it ended.')
}

interface Unknown {
  readonly lines: readonly LedgerLine[]
  /** Lines that this database knew are missing outside, so that later ones may be. */
  readonly isLost: boolean
}

async function unknownLines({ owner, desk, ledger, ledgerLost }: OpeningParts): Promise<Unknown> {
  const { rows } = await owner.query<{ seq: string; hash: string }>(
    `select seq, encode(hash, 'hex') as hash from base.ledger_head`,
  )
  const known = Number(rows[0]?.seq ?? 0)
  const end = await ledger.end()
  const isLost = end.seq < known
  if (!isLost && known > 0 && !(await isOurs(owner, ledger, { seq: known, hash: rows[0]?.hash ?? '' }))) {
    throw new RestoreRefused(
      'ledger',
      `${ledger.place} is the ledger of another desk: this database knows none of its lines. Put this desk's newest copy there.`,
    )
  }
  if (isLost && !ledgerLost) {
    throw new RestoreRefused(
      'ledger',
      `${ledger.place} has ${end.seq} lines, and this database already knew ${known}: it is not the newest copy. ` +
        'Without it nobody can say what was erased since. Put its newest copy there; if none is left, say --ledger-lost.',
    )
  }
  try {
    await writeOutside(desk.handles.of('rights'), ledger)
    return { lines: [], isLost }
  } catch (error) {
    if (error instanceof DatabaseOlder) return { lines: error.lines, isLost }
    throw error
  }
}

/** It goes on where this database was, or was lost and written anew: then other numbers stand before the same lines. */
async function isOurs(owner: Pool, ledger: OutsideLedger, head: LedgerEnd): Promise<boolean> {
  const lines = await ledger.read()
  if (lines[head.seq - 1]?.hash === head.hash) return true
  const { rows } = await owner.query<{ known: boolean }>(
    'select exists (select from base.ledger_entry e where e.id = any ($1)) as known',
    [lines.map(({ id }) => id)],
  )
  return rows[0]?.known ?? false
}

/** What the replay, the retention and the end of consents brought about stands outside too, and every line is known here. */
async function settleAll({ desk, ledger }: OpeningParts): Promise<void> {
  await desk.audit.sweep(0)
  await writeOutside(desk.handles.of('rights'), ledger)
}

/** What proves somebody once, for minutes or an hour: links for a new password, half-finished sign-ins, codes of requests. */
async function endOneUse(owner: Pool): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `with link as (delete from base.login_link returning used_at is null and expires_at > now() as good),
       begun as (delete from base.login_verification returning expires_at > now() as good),
       code as (update base.rights_code set expires_at = least(expires_at, now()),
           pass_until = case when pass_until > now() then now() else pass_until end
         where expires_at > now() or pass_until > now() returning true as good)
     select count(*)::int as count from (table link union all table begun union all table code) one where good`,
  )
  return rows[0]?.count ?? 0
}

const atOnce = 500

async function endWhatIsDue(desk: Desk): Promise<Record<string, number>> {
  const ended: Record<string, number> = {}
  const rights = desk.handles.of('rights')
  for (const { table } of timedTables(maps)) {
    for (let over = false; !over; ) {
      const { rows, files } = await rights.transaction().execute((trx) => endDue(trx, table, atOnce))
      for (const [accountId, fileId] of files) await desk.tools.files.remove(accountId, fileId)
      for (const [name, count] of Object.entries(rows)) ended[name] = (ended[name] ?? 0) + count
      over = (rows[table] ?? 0) < atOnce
    }
  }
  for (const { table } of tablesInParts(maps)) {
    const gone = await rights.transaction().execute((trx) => endParts(trx, table))
    if (gone > 0) ended[table] = (ended[table] ?? 0) + gone
  }
  return Object.fromEntries(Object.entries(ended).filter(([, count]) => count > 0))
}

async function provenClean(parts: OpeningParts, all: readonly Needle[]): Promise<RestoreReport['residue']> {
  const { owner, filesFolder } = parts
  const left = (await rowsLeft(owner, maps, 'account')) + (await rowsLeft(owner, maps, 'person'))
  if (left > 0)
    throw new RestoreRefused('residue', `${left} rows of erased people are still there. This database is not opened.`)
  const needles = await ownNeedles(owner, all)
  if (needles.length === 0) return { needles: 0, rowsLeft: left, inOthersWords: [] }
  const findings = [...(await scanDatabase(owner, needles)), ...(await scanFiles(join(filesFolder), needles))]
  const residue = findings.filter((finding) => !inOthersWords(maps, finding))
  if (residue.length > 0) {
    const where = [...new Set(residue.map(({ needle, where }) => `${needle} in ${where}`))].slice(0, 20)
    throw new RestoreRefused(
      'residue',
      `Erased people are still found: ${where.join(', ')}. This database is not opened.`,
    )
  }
  return { needles: needles.length, rowsLeft: left, inOthersWords: [...new Set(findings.map(({ where }) => where))] }
}
