/** Files that grow under another name until they are whole: what a killed writer left of one is told from what is being written. */
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { lives, markOf } from '../process/process-table.ts'

const PARTIAL = /^\.(?:zavor|erasures)[-.].*\.partial$/
const OWNED = /\.(?<table>[0-9a-f]{16})\.(?<pid>\d+)-(?<started>\d+)\.partial$/
/** Of a file that somebody writes whom nobody here can see, the last byte is newer. */
const abandoned = 60 * 60 * 1000

/** The table of processes that this one sees: of this start of this machine, and of its container. */
const table = tableOf()

/** For a file that this process is about to write. */
export function partialName(name: string): string {
  const { pid, started } = markOf(process.pid) ?? { pid: process.pid, started: '0' }
  return `.${name}.${table}.${pid}-${started}.partial`
}

/**
 * Removes what killed writers left in a folder; answers how many files are left that somebody may be writing. Whose process can be
 * seen here and is gone writes no more. Of others (another machine or container on a shared folder, another user's process,
 * which may be hidden) nothing is known: theirs go an hour after their last byte. A folder that is not there has none.
 */
export async function sweepPartials(folder: string): Promise<number> {
  const names = (await readdir(folder).catch(nothingThere)).filter((one) => PARTIAL.test(one))
  if (names.length === 0) return 0
  let now: number | undefined
  let left = 0
  for (const name of names) {
    const path = join(folder, name)
    const facts = await stat(path).catch(() => undefined)
    if (!facts) continue
    const isGone = facts.uid === process.getuid?.() && writerIsGone(name)
    now ??= isGone ? undefined : await clockOf(folder)
    if (isGone || (now !== undefined && now - facts.mtimeMs > abandoned)) await rm(path, { force: true })
    else left += 1
  }
  return left
}

/** False also where it cannot be known. */
function writerIsGone(name: string): boolean {
  const { table: seenIn, pid, started } = OWNED.exec(name)?.groups ?? {}
  return seenIn === table && pid !== undefined && started !== undefined && !lives({ pid: Number(pid), started })
}

/** By the clock of the folder, which is another machine's where it is mounted: files are compared with it alone. */
async function clockOf(folder: string): Promise<number> {
  const path = join(folder, partialName(`zavor-clock-${randomUUID()}`))
  const file = await open(path, 'wx', 0o600)
  try {
    return (await file.stat()).mtimeMs
  } finally {
    await file.close()
    await rm(path, { force: true })
  }
}

function tableOf(): string {
  let words: string
  try {
    words = `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    // Nobody's, so that nothing is believed about any process.
    words = randomUUID()
  }
  return createHash('sha256').update(words).digest('hex').slice(0, 16)
}

function nothingThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
  throw error
}
