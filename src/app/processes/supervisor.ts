import { pendingMigrations } from '../../platform/database/migrate.ts'
import { ownerPool } from '../../platform/database/owner-pool.ts'
import { holdFolder } from '../../platform/process/folder-lock.ts'
import { launchers, watch } from '../../platform/process/launchers.ts'
import { deskKeys } from '../desk-keys.ts'
import { MIGRATIONS } from '../migrations-folder.ts'
import { programFile } from '../program-file.ts'
import { dropKilled, refuseUnfinished } from '../restore/staging.ts'
import type { Settings } from '../settings.ts'
import { keepBackups } from './backups.ts'
import type { Mode, Role } from './boot-packet.ts'
import { type Database, openDatabase } from './database.ts'
import { type KeptChild, keepChild } from './kept-child.ts'
import type { Health } from './messages.ts'
import { packetFor } from './packets.ts'
import { type Prepared, prepare } from './preparation.ts'

export interface Zavor {
  /** Fulfilled when all processes are ready; when it rejects, nothing is left running. */
  readonly ready: Promise<Prepared>
  /** Prepares the database anew and starts the processes anew. */
  reload(): Promise<void>
  /** Ends everything in order, also while it is still starting. */
  stop(): Promise<void>
}

export interface Watcher {
  /** One line about something that happened. */
  say(line: string): void
  /** Whoever started this is gone. */
  onLauncherGone(): void
}

/** What a process that mostly waits gets to work in: left to itself Node takes three times as much. */
export const MEMORY: Readonly<Record<Role, string[]>> = {
  web: ['--max-semi-space-size=8'],
  worker: ['--optimize-for-size'],
  broker: ['--optimize-for-size'],
}

/** Starts the database and the three processes on a data folder. */
export function startZavor(settings: Settings, mode: Mode, watcher: Watcher): Zavor {
  const undo: (() => Promise<void> | void)[] = []
  let stopping: Promise<void> | undefined
  let reload = async () => {}
  const stopped = new AbortController()

  async function start(): Promise<Prepared> {
    const parents = launchers()
    undo.push(await holdFolder(settings.dataFolder, { launchers: parents }))
    undo.push(watch(parents, watcher.onLauncherGone))
    refuseUnfinished(settings.dataFolder)
    await dropKilled(settings.dataFolder)
    const keys = await deskKeys(settings)
    const opened = openDatabase(settings, keys, () => watcher.say('The database ended and is started again.'))
    undo.push(async () => (await opened.catch(() => null))?.stop())
    const prepared = opened.then((database) => {
      goOn()
      return prepare(mode, settings, keys, database.url, stopped.signal)
    })
    // The processes load their programs while the database is opened and prepared, and get their packets after that.
    const kept = (role: Role): KeptChild =>
      keepChild({
        role,
        file: programFile(role),
        nodeArguments: MEMORY[role],
        packet: async () => {
          await prepared
          return packetFor(role, mode, settings, keys, (await opened).url)
        },
        onHealth: async (reply, id) =>
          reply({ kind: 'health', id, health: await healthOf(await opened, worker, broker) }),
        onDeath: (name, how) => watcher.say(`The process ${name} ended (${how}) and is started again.`),
      })
    const broker = kept('broker')
    undo.push(() => broker.stop(1500))
    const web = kept('web')
    const worker = kept('worker')
    undo.push(() => Promise.all([web.stop(3500), worker.stop(3500)]).then(() => {}))
    const { url } = await opened
    await prepared
    goOn()
    const children = [web, worker, broker]
    reload = async () => {
      await prepare(mode, settings, keys, url, stopped.signal)
      await Promise.all(children.map((child) => child.restart()))
    }
    await Promise.all(children.map((child) => child.ready))
    undo.push(keepBackups(settings, keys, url, watcher.say))
    return prepared
  }

  function goOn(): void {
    if (stopped.signal.aborted) throw new Error('Zavor was stopped while it was starting.')
  }

  async function takeDown(): Promise<void> {
    for (let step = undo.pop(); step; step = undo.pop()) await step()
  }

  const ready = start().catch(async (error) => {
    await takeDown()
    throw error
  })
  return {
    ready,
    reload: () => reload(),
    stop() {
      stopped.abort()
      stopping ??= takeDown().then(() => ready.then(takeDown, () => {}))
      return stopping
    },
  }
}

async function healthOf(database: Database, ...[worker, broker]: [KeptChild, KeptChild]): Promise<Health> {
  const ailments = await Promise.all([database.ailment(), worker.ailment(), broker.ailment()])
  const migrations = ailments[0] ?? (await migrationsAilment(database.url))
  return { database: ailments[0], migrations, worker: ailments[1], broker: ailments[2] }
}

async function migrationsAilment(url: string): Promise<string | null> {
  const owner = ownerPool(url, 1)
  try {
    const pending = await pendingMigrations(owner, MIGRATIONS)
    return pending.length === 0 ? null : `not applied: ${pending.join(', ')}`
  } catch (error) {
    return (error as Error).message
  } finally {
    await owner.end()
  }
}
