import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** One process for good: a pid alone may be given to another process later, a pid with its start never is. */
export interface ProcessMark {
  readonly pid: number
  /** Clock ticks since the machine's start, as /proc tells it. */
  readonly started: string
}

/** The mark of a living process, or null when there is none. A zombie does not live. */
export function markOf(pid: number): ProcessMark | null {
  const fields = statOf(pid)
  if (!fields || fields.state === 'Z' || fields.state === 'X') return null
  return { pid, started: fields.started }
}

/** Whether exactly this process still lives. */
export function lives(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.started === mark.started
}

/** The parent's pid, or null when the process is gone. */
export function parentOf(pid: number): number | null {
  return statOf(pid)?.parent ?? null
}

/** The arguments a process was started with; empty when it is gone or hidden. */
export function argumentsOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1)
  } catch {
    return []
  }
}

/** Pids of the programs of that name whose working directory is the folder (absolute, links resolved). */
export function processesIn(folder: string, program: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => linkOf(pid, 'cwd') === folder && basename(linkOf(pid, 'exe')) === program)
}

/** Sends a signal; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Waits until the condition holds, looking every `every` ms; false when `within` ms passed first. */
export async function waitUntil(holds: () => boolean, within: number, every = 20): Promise<boolean> {
  const end = performance.now() + within
  while (!holds()) {
    if (performance.now() > end) return false
    await wait(every)
  }
  return true
}

function linkOf(pid: number, name: 'cwd' | 'exe'): string {
  try {
    return readlinkSync(`/proc/${pid}/${name}`)
  } catch {
    return ''
  }
}

function statOf(pid: number): { state: string; parent: number; started: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name stands in parentheses and may itself hold blanks and parentheses.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? 'X', parent: Number(fields[1]), started: fields[19] ?? '' }
  } catch {
    return null
  }
}
