/** A restored data folder grows beside the one in use, and takes its place by renaming, in steps that can be finished later. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endEmbedded } from '../../platform/database/embedded.ts'
import { makeFolder } from '../../platform/files/make-folder.ts'
import { syncFolder } from '../../platform/process/sync-folder.ts'
import { RestoreRefused } from './restore-refused.ts'

interface Mark {
  /** loading: only the staging folder is touched. replacing: it is being put in place. */
  readonly phase: 'loading' | 'replacing'
  readonly name: string
  readonly since: string
  /** Where what lay there before goes. */
  readonly replaced: string
}

const parts = ['postgres', 'files'] as const

export interface Staging {
  /** The folder in which the restored database and files are made. */
  readonly folder: string
  /**
   * Puts them in place. Answers where what was there before lies now; null when nothing was. @throws RestoreRefused where it
   * cannot go on: then it is finished by the next attempt, and nothing starts before.
   */
  putInPlace(): string | null
  /** Takes away all that was made, unless it is being put in place: what was in use may have moved aside already. */
  discard(): void
}

export function stagingFolder(dataFolder: string): string {
  return join(dataFolder, 'restoring')
}

/** What a killed attempt left is taken away first. */
export function beginStaging(dataFolder: string, name: string): Staging {
  const folder = stagingFolder(dataFolder)
  rmSync(folder, { recursive: true, force: true })
  const since = new Date().toISOString()
  const replaced = join(dataFolder, `replaced-${since.slice(0, 19).replaceAll(':', '-')}Z`)
  const mark: Mark = { phase: 'loading', name, since, replaced }
  writeMark(dataFolder, mark)
  makeFolder(folder)
  let isReplacing = false
  return {
    folder,
    putInPlace() {
      writeMark(dataFolder, { ...mark, phase: 'replacing' })
      isReplacing = true
      return finish(dataFolder, { ...mark, phase: 'replacing' })
    },
    discard() {
      if (isReplacing) return
      rmSync(folder, { recursive: true, force: true })
      rmSync(markPath(dataFolder), { force: true })
    },
  }
}

/** Ends the server that a killed attempt left on what it had loaded. */
export async function endStaged(dataFolder: string): Promise<void> {
  await endEmbedded(join(stagingFolder(dataFolder), 'postgres'))
}

/**
 * Takes away what a killed attempt had loaded beside what is in use: people erased since are in it, and nothing had ended
 * them again. The folder must be held.
 */
export async function dropKilled(dataFolder: string): Promise<void> {
  if (readMark(dataFolder)?.phase !== 'loading') return
  await endStaged(dataFolder)
  rmSync(stagingFolder(dataFolder), { recursive: true, force: true })
  rmSync(markPath(dataFolder), { force: true })
}

/** Finishes what a killed attempt began to put in place. Answers whether there was such. */
export function finishReplacing(dataFolder: string): { name: string; replaced: string | null } | null {
  const mark = readMark(dataFolder)
  if (mark?.phase !== 'replacing') return null
  return { name: mark.name, replaced: finish(dataFolder, mark) }
}

/** @throws RestoreRefused when a restore was cut off and what lies here is not whole, or nothing at all */
export function refuseUnfinished(dataFolder: string): void {
  const mark = readMark(dataFolder)
  if (!mark) return
  // A restore that was refused or killed while it only loaded has not touched what is in use.
  if (mark.phase === 'loading' && existsSync(join(dataFolder, 'postgres'))) return
  throw new RestoreRefused(
    'unfinished',
    `A restore of ${mark.name} began at ${mark.since} and did not finish: nothing is served before it has. Run it again: npx zavor restore ${mark.name}`,
  )
}

function finish(dataFolder: string, mark: Mark): string | null {
  try {
    return move(dataFolder, mark)
  } catch (error) {
    throw new RestoreRefused(
      'unfinished',
      `What was restored could not be put in place: ${(error as Error).message}. Nothing starts before that is done; mend this and run it again: npx zavor restore ${mark.name}`,
    )
  }
}

function move(dataFolder: string, { replaced }: Mark): string | null {
  const staging = stagingFolder(dataFolder)
  for (const part of parts) {
    const from = join(staging, part)
    const to = join(dataFolder, part)
    if (!existsSync(from)) continue
    if (existsSync(to)) {
      makeFolder(replaced)
      renameSync(to, join(replaced, part))
    }
    renameSync(from, to)
    syncFolder(dataFolder)
  }
  rmSync(staging, { recursive: true, force: true })
  rmSync(markPath(dataFolder), { force: true })
  syncFolder(dataFolder)
  return existsSync(replaced) ? replaced : null
}

function markPath(dataFolder: string): string {
  return join(dataFolder, 'restoring.json')
}

function readMark(dataFolder: string): Mark | null {
  const path = markPath(dataFolder)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

function writeMark(dataFolder: string, mark: Mark): void {
  makeFolder(dataFolder)
  const path = markPath(dataFolder)
  writeFileSync(`${path}.partial`, JSON.stringify(mark), { mode: 0o600, flush: true })
  renameSync(`${path}.partial`, path)
  syncFolder(dataFolder)
}
