/**
 * One folder for all that a run of tests lays down, removed with it: a worker that is ended removes nothing itself. What lies
 * in memory would fill it, run by run.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { places, roomiest } from './scratch.ts'

const named = /^zavor-run-(\d+)-/

export default function openRunFolder(): () => void {
  for (const place of places) sweep(place)
  const folder = mkdtempSync(join(roomiest(), `zavor-run-${process.pid}-`))
  process.env.ZAVOR_SCRATCH = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** What runs that were killed have left. Another run, in another checkout, may be going on. */
export function sweep(place: string): void {
  for (const name of readdirSync(place)) {
    const pid = named.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(place, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
