import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeFolder } from '../files/make-folder.ts'
import { argumentsOf, lives, markOf, type ProcessMark } from './process-table.ts'

/** Who holds a folder. */
export interface Holder extends ProcessMark {
  /** The whole command line, so that an old number of the process table is never taken for one of ours. */
  readonly command: string
  /** Who started it: when one of these is gone, the holder is about to end. */
  readonly launchers: readonly ProcessMark[]
  /** It holds the folder for a moment only, as a command of the command line does. */
  readonly brief: boolean
}

export interface Holding {
  readonly launchers?: readonly ProcessMark[]
  readonly brief?: boolean
}

/** Somebody else holds the folder. */
export class FolderHeld extends Error {
  readonly code = 'folder_held'
  constructor(folder: string, holder: Holder) {
    super(
      holder.brief
        ? `Another command works on ${folder}, as process ${holder.pid}. Try again when it has ended.`
        : `Zavor already runs on ${folder}, as process ${holder.pid}.`,
    )
  }
}

const LONGEST_END = 20_000
const LONGEST_COMMAND = 60_000

/**
 * Takes the folder for this process, and returns what gives it back. A holder that was killed holds nothing: the lock
 * names a process and its start, and is taken over when that process is gone.
 * Waits for a holder that is ending, or that holds it for a moment only; throws FolderHeld for any other.
 */
export async function holdFolder(folder: string, holding: Holding = {}): Promise<() => void> {
  const { launchers = [], brief = false } = holding
  const path = join(folder, 'lock')
  const mine: Holder = { ...markOf(process.pid)!, command: commandOf(process.pid), launchers, brief }
  const text = `${JSON.stringify(mine)}\n`
  const began = performance.now()
  makeFolder(folder)
  for (;;) {
    const holder = holderOf(folder)
    if (!holder) {
      put(path, text)
      // Of several that found it free at the same moment the last one has it: all look again.
      await wait(50)
      if (readFileSync(path, 'utf8') === text) return () => giveBack(path, text)
      continue
    }
    const patience = holder.brief ? LONGEST_COMMAND : holder.launchers.every(lives) ? 0 : LONGEST_END
    if (performance.now() - began >= patience) throw new FolderHeld(folder, holder)
    await wait(100)
  }
}

/** The living process that holds the folder, or null. */
export function holderOf(folder: string): Holder | null {
  let holder: Holder
  try {
    holder = JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))
  } catch {
    return null
  }
  return lives(holder) && commandOf(holder.pid) === holder.command ? holder : null
}

function commandOf(pid: number): string {
  return argumentsOf(pid).join(' ')
}

/** A free place is taken without replacing what somebody put there meanwhile; a dead one's lock is replaced. */
function put(path: string, text: string): void {
  const partial = `${path}.${process.pid}`
  writeFileSync(partial, text, { mode: 0o600 })
  try {
    linkSync(partial, path)
    rmSync(partial)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    renameSync(partial, path)
  }
}

function giveBack(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') === text) rmSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
