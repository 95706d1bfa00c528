import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { type KeyFile, writeRing } from '../../platform/keys/key-file.ts'
import type { Settings } from '../settings.ts'
import { childEnvironment } from './environment.ts'

/** What the process that makes a backup is told, through its pipe. */
export interface BackupPacket {
  readonly ownerUrl: string
  readonly databaseRing: string
  readonly deskRing: string
  readonly to: string
  readonly settings: Pick<Settings, 'origin' | 'dataFolder' | 'keyFile' | 'backupRecipients'>
}

export type BackupMessage =
  | {
      readonly kind: 'made'
      readonly name: string
      readonly newIdentity: string | null
      readonly unrecorded: string | null
    }
  | { readonly kind: 'failed'; readonly words: string }

const minute = 60_000
const retryAfter = 60 * minute

/** The moment after `now` at which the clock next shows that time of day in UTC. */
export function nextTime(at: string, now: Date): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), hours, minutes))
  if (next <= now) next.setUTCDate(next.getUTCDate() + 1)
  return next
}

/**
 * Makes a backup each day at its time, and again every hour while it fails. Answers how to stop; a backup under way is
 * then cut off, which leaves nothing at its place.
 */
export function keepBackups(
  settings: Settings,
  keys: KeyFile,
  ownerUrl: string,
  say: (line: string) => void,
): () => void {
  const { backupTo, backupAt } = settings
  if (!backupTo) return () => {}
  const stopped = new AbortController()
  let due = nextTime(backupAt, new Date())
  let running = false
  // A look each minute, not one long wait: the clock may be set, or the machine sleep.
  const timer = setInterval(async () => {
    if (running || new Date() < due) return
    running = true
    const answer = await runBackup({ settings, keys, ownerUrl, to: backupTo, signal: stopped.signal })
    running = false
    if (stopped.signal.aborted) return
    if (answer.kind === 'failed') say(`The backup to ${backupTo} failed: ${answer.words} It is tried again in an hour.`)
    else if (answer.newIdentity)
      say(
        `A key for backups was made: ${answer.newIdentity}. Keep a copy apart from this machine: without it no backup opens.`,
      )
    due = answer.kind === 'made' ? nextTime(backupAt, new Date()) : new Date(Date.now() + retryAfter)
  }, minute)
  return () => {
    clearInterval(timer)
    stopped.abort()
  }
}

export interface BackupRun {
  readonly settings: Settings
  readonly keys: KeyFile
  readonly ownerUrl: string
  readonly to: string
  readonly signal: AbortSignal
}

/** One backup, in a process of its own. */
export function runBackup({ settings, keys, ownerUrl, to, signal }: BackupRun): Promise<BackupMessage> {
  const child = spawn(process.execPath, ['--optimize-for-size', join(import.meta.dirname, '../backup-main.ts')], {
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
