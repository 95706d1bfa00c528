import { spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { openPlace, reachOf } from '../../platform/archive/open-place.ts'
import { sweepPartials } from '../../platform/archive/partial.ts'
import { ownerPool } from '../../platform/database/owner-pool.ts'
import { type KeyFile, writeRing } from '../../platform/keys/key-file.ts'
import { copyLedger } from '../backup/copy-ledger.ts'
import { ledgerPath } from '../ledger-path.ts'
import { programFile } from '../program-file.ts'
import type { Settings } from '../settings.ts'
import { childEnvironment } from './environment.ts'

/** What the process that makes a backup is told, through its pipe. */
export interface BackupPacket {
  readonly ownerUrl: string
  readonly databaseRing: string
  readonly deskRing: string
  readonly to: string
  /** A whole backup, or only the ledger outside copied beside the backups. */
  readonly what: 'backup' | 'ledger'
  readonly settings: Pick<Settings, 'origin' | 'dataFolder' | 'keyFile' | 'backupRecipients'>
}

export type BackupMessage =
  | {
      readonly kind: 'made'
      readonly name: string
      readonly newIdentity: string | null
      readonly unrecorded: string | null
    }
  | { readonly kind: 'copied' }
  | { readonly kind: 'failed'; readonly words: string }

const minute = 60_000
const retryAfter = 60 * minute
const madeUpAfter = 10 * minute

/** The moment after `now` at which the clock next shows that time of day in UTC. */
export function nextTime(at: string, now: Date): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), hours, minutes))
  if (next <= now) next.setUTCDate(next.getUTCDate() + 1)
  return next
}

/**
 * Makes a backup each day at its time, and again every hour while it fails; in between keeps the copy of the ledger outside
 * beside the backups as new as it is. Answers how to stop; a backup under way is then cut off and is none.
 */
export function keepBackups(
  settings: Settings,
  keys: KeyFile,
  ownerUrl: string,
  say: (line: string) => void,
): () => void {
  const { backupTo, backupAt } = settings
  const sweep = sweeping(settings)
  void sweep()
  if (!backupTo) return repeatedly(sweep)
  const stopped = new AbortController()
  const run = (what: BackupPacket['what']) =>
    runBackup({ settings, keys, ownerUrl, to: backupTo, what, signal: stopped.signal })
  const ledger = ledgerCopies(settings.dataFolder, backupTo, () => run('ledger'), say)
  let due = nextTime(backupAt, new Date())
  // Nobody was here when the last one was due: it is made up for, once the start is well behind.
  void isOverdue(ownerUrl).then(
    (overdue) => {
      if (overdue) due = new Date(Date.now() + madeUpAfter)
    },
    () => {},
  )
  async function look(): Promise<void> {
    await sweep()
    await ledger()
    if (stopped.signal.aborted || new Date() < due) return
    const answer = await run('backup')
    if (stopped.signal.aborted) return
    if (answer.kind === 'failed') say(`The backup to ${backupTo} failed: ${answer.words} It is tried again in an hour.`)
    if (answer.kind === 'made' && answer.newIdentity) {
      say(`A key for backups was made: ${answer.newIdentity}. Keep a copy elsewhere: without it no backup opens.`)
    }
    due = answer.kind === 'made' ? nextTime(backupAt, new Date()) : new Date(Date.now() + retryAfter)
  }

  const rest = repeatedly(look)
  return () => {
    rest()
    stopped.abort()
  }
}

/** Each minute, never twice at once, and not one long wait: the clock may be set, or the machine sleep. */
function repeatedly(act: () => Promise<void>): () => void {
  let running = false
  const timer = setInterval(() => {
    if (running) return
    running = true
    void act().finally(() => {
      running = false
    })
  }, minute)
  return () => clearInterval(timer)
}

/**
 * What a killed backup had written goes at the start and with each look, and where nobody can know whether it was killed, an
 * hour after its last byte: from the folder of the backups by the clock and from that of the command. A store has rules of
 * its own.
 */
function sweeping({ backupTo, dataFolder }: Settings): () => Promise<void> {
  const here = [join(dataFolder, 'backups'), ...(backupTo && !backupTo.includes('://') ? [resolve(backupTo)] : [])]
  return async () => {
    // A folder that cannot be read is said where a backup is to be put there.
    for (const folder of new Set(here)) await sweepPartials(folder).catch(() => {})
  }
}

/** Whether the newest backup that this database knows of is older than a day, or there is none. */
export async function isOverdue(ownerUrl: string): Promise<boolean> {
  const owner = ownerPool(ownerUrl, 1)
  try {
    const { rows } = await owner.query<{ overdue: boolean }>(
      `select coalesce(max(finished_at) < now() - interval '1 day', true) as overdue
       from base.backup_run where name is not null and gone_at is null`,
    )
    return rows[0]?.overdue ?? true
  } finally {
    await owner.end()
  }
}

/** Copies the ledger outside whenever it has grown; to a store at most every five minutes, by a process that has its libraries. */
function ledgerCopies(
  dataFolder: string,
  to: string,
  byProcess: () => Promise<BackupMessage>,
  say: (line: string) => void,
): () => Promise<void> {
  let copied = 0
  let notBefore = 0
  let failed = false
  return async () => {
    const size = await stat(ledgerPath(dataFolder)).then(
      (facts) => facts.size,
      () => 0,
    )
    if (size === copied || Date.now() < notBefore) return
    // Elsewhere the register of recipients is asked first, which takes the whole program.
    const isHere = (await reachOf(to)) === 'machine'
    if (!isHere) notBefore = Date.now() + 5 * minute
    const answer = isHere ? await copyToFolder(dataFolder, to) : await byProcess()
    if (answer.kind !== 'failed') copied = size
    else if (!failed) say(`The copy of erasures.log in ${to} could not be renewed: ${answer.words}`)
    failed = answer.kind === 'failed'
  }
}

async function copyToFolder(dataFolder: string, to: string): Promise<BackupMessage> {
  try {
    await copyLedger(dataFolder, await openPlace(to))
    return { kind: 'copied' }
  } catch (error) {
    return { kind: 'failed', words: (error as Error).message }
  }
}

export interface BackupRun {
  readonly settings: Settings
  readonly keys: KeyFile
  readonly ownerUrl: string
  readonly to: string
  readonly what: BackupPacket['what']
  readonly signal: AbortSignal
}

/** One piece of work with backups, in a process of its own. */
export function runBackup({ settings, keys, ownerUrl, to, what, signal }: BackupRun): Promise<BackupMessage> {
  const child = spawn(process.execPath, ['--optimize-for-size', programFile('backup-main')], {
    env: { ...childEnvironment(), ...storeEnvironment() },
    stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'ipc'],
    detached: true,
    signal,
    killSignal: 'SIGKILL',
  })
  const { origin, dataFolder, keyFile, backupRecipients } = settings
  const packet: BackupPacket = {
    ownerUrl,
    databaseRing: writeRing(keys.database),
    deskRing: writeRing(keys.desk),
    to,
    what,
    settings: { origin, dataFolder, keyFile, backupRecipients },
  }
  const pipe = child.stdio[3] as Writable
  pipe.on('error', () => {})
  pipe.end(JSON.stringify(packet))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ kind: 'failed', words: error.message }))
    child.on('exit', (code, by) => resolve({ kind: 'failed', words: `The process ended with ${by ?? code}.` }))
    child.on('message', (message: BackupMessage) => resolve(message))
  })
}

/** How the store of backups is reached: the variables that every S3 tool reads. */
function storeEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('AWS_')))
}
