import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { ownerPasswords } from '../app/login-roles.ts'
import { clusterFolder } from '../app/processes/database.ts'
import { dropKilled, refuseUnfinished } from '../app/restore/staging.ts'
import type { Settings } from '../app/settings.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { embeddedRuns, embeddedUrl } from '../platform/database/embedded-socket.ts'
import { ownerPool } from '../platform/database/owner-pool.ts'
import { type KeyFile, newRing, readKeyFile } from '../platform/keys/key-file.ts'
import { holderOf, holdFolder } from '../platform/process/folder-lock.ts'

/** The owner's connection string, whether or not the database runs. */
export async function ownerUrl(settings: Settings): Promise<string> {
  return settings.databaseUrl ?? urlOf(settings, await keysThere(settings))
}

function urlOf(settings: Settings, keys: KeyFile): string {
  return settings.databaseUrl ?? embeddedUrl(clusterFolder(settings), ownerPasswords(keys.database)[0]!)
}

/** Whether there is a database to look at. @throws Error where this user may not know */
export function hasDatabase(settings: Settings): boolean {
  return settings.databaseUrl !== undefined || isThere(clusterFolder(settings))
}

function isThere(path: string): boolean {
  try {
    statSync(path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/**
 * The key file of the desk that lies there: a command never makes one.
 * @throws Error when Zavor was never started there or its data is being moved, KeyFileError
 */
async function keysThere(settings: Settings): Promise<KeyFile> {
  refuseUnfinished(settings.dataFolder)
  if (!hasDatabase(settings))
    throw new Error(
      `There is no database in ${settings.dataFolder}: Zavor was not started there. ZAVOR_DATA names another.`,
    )
  return await readKeyFile(settings.keyFile)
}

/** Whether the database is kept running: by Zavor, or by others. One that another command runs ends with it, and is waited for. */
export function isRunning(settings: Settings): boolean {
  if (settings.databaseUrl) return true
  const holder = holderOf(settings.dataFolder)
  const stays = holder !== null && (!holder.brief || holder.pid === process.pid)
  return stays && embeddedRuns(clusterFolder(settings))
}

/** Works on the database as its owner: on the running one, or on one that is started for just this long. */
export async function withOwner<Result>(settings: Settings, work: (owner: Pool) => Promise<Result>): Promise<Result> {
  return withDatabase(settings, (url) => withPool(url, work))
}

/** The same with the owner's connection string, for what opens connections of its own. */
export async function withDatabase<Result>(
  settings: Settings,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  return settings.databaseUrl ? work(settings.databaseUrl) : withKeys(settings, work)
}

/** The same for what opens more than the database with the key file, which is read once. */
export async function withKeys<Result>(
  settings: Settings,
  work: (url: string, keys: KeyFile) => Promise<Result>,
): Promise<Result> {
  const keys = await keysThere(settings)
  if (isRunning(settings)) return work(urlOf(settings, keys), keys)
  const release = await holdFolder(settings.dataFolder, { brief: true })
  try {
    // A database started now, where one is being moved, would be an empty one.
    refuseUnfinished(settings.dataFolder)
    await dropKilled(settings.dataFolder)
    return await onServer(clusterFolder(settings), ownerPasswords(keys.database), false, (url) => work(url, keys))
  } finally {
    release()
  }
}

/** Works on an empty database that is thrown away. */
export async function withPassingDatabase<Result>(work: (owner: Pool) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'zavor-passing-'))
  try {
    return await onServer(join(folder, 'postgres'), ownerPasswords(newRing('database')), true, (url) =>
      withPool(url, work),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function onServer<Result>(
  folder: string,
  passwords: string[],
  disposable: boolean,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const server = await startEmbedded({ folder, ownerPasswords: passwords, disposable })
  try {
    return await work(server.url)
  } finally {
    await server.stop()
  }
}

async function withPool<Result>(url: string, work: (owner: Pool) => Promise<Result>): Promise<Result> {
  const owner = ownerPool(url)
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}
