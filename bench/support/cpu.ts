/** Processor time and memory of processes, from Linux's own books. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Milliseconds of a process, those of its living children, and those of its children that have ended. */
export function cpuOfFamily(pid: number): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((other) => parentOf(other) === pid)
  return children.reduce((sum, child) => sum + times(child, false), times(pid, true))
}

/** Megabytes of a process that are in memory now. */
export function memoryOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

function fields(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

const parentOf = (pid: number) => Number(fields(pid)?.[1] ?? -1)

function times(pid: number, withEnded: boolean): number {
  const all = fields(pid)
  if (!all) return 0
  const ticks = all.slice(11, withEnded ? 15 : 13).reduce((sum, value) => sum + Number(value), 0)
  return (ticks * 1000) / ticksPerSecond
}
