import { spawn } from 'node:child_process'
import type { Writable } from 'node:stream'
import { type KeyFile, writeRing } from '../../platform/keys/key-file.ts'
import { programFile } from '../program-file.ts'
import type { Settings } from '../settings.ts'
import type { Mode } from './boot-packet.ts'
import { childEnvironment } from './environment.ts'

/** What the preparing process is told, through its pipe. */
export interface PreparationPacket {
  readonly mode: Mode
  readonly ownerUrl: string
  readonly databaseRing: string
  readonly deskRing: string
  /** Whether letters would leave through a mail server. */
  readonly hasMailServer: boolean
  /** Where backups go by themselves. */
  readonly backupTo: string | undefined
  readonly settings: Pick<Settings, 'origin' | 'dataFolder' | 'demoPassword'>
}

export interface Prepared {
  /** What was changed in the database, in words. */
  readonly changed: readonly string[]
  /** Null when the provider is set up. */
  readonly setupLink: string | null
  /** What whoever starts it has to know or do, a line each. */
  readonly notes: readonly string[]
  /** Lines for whoever started a demonstration: who can sign in, and how. */
  readonly demo: readonly string[]
}

export type PreparationMessage =
  | { readonly kind: 'prepared'; readonly prepared: Prepared }
  | { readonly kind: 'failed'; readonly words: string }

/**
 * Migrates, applies the policy, makes the set-up link: in a process of its own, so that what only this needs is not kept in
 * memory for as long as Zavor runs. `signal` ends it at once: each of its steps is done or not done at all.
 */
export async function prepare(
  mode: Mode,
  settings: Settings,
  keys: KeyFile,
  ownerUrl: string,
  signal: AbortSignal,
): Promise<Prepared> {
  const child = spawn(process.execPath, [programFile('prepare-main')], {
    env: childEnvironment(),
    stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'ipc'],
    detached: true,
    signal,
    killSignal: 'SIGKILL',
  })
  const { origin, dataFolder, demoPassword } = settings
  const packet: PreparationPacket = {
    mode,
    ownerUrl,
    databaseRing: writeRing(keys.database),
    deskRing: writeRing(keys.desk),
    hasMailServer: settings.smtpUrl !== undefined,
    backupTo: settings.backupTo,
    settings: { origin, dataFolder, demoPassword },
  }
  const pipe = child.stdio[3] as Writable
  pipe.on('error', () => {})
  pipe.end(JSON.stringify(packet))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => reject(new Error(`Preparing the database ended with ${signal ?? code}.`)))
    child.on('message', (message: PreparationMessage) => {
      if (message.kind === 'prepared') resolve(message.prepared)
      else reject(new Error(message.words))
    })
  })
}
