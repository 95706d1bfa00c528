import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parentOf, processesIn, signal, waitUntil } from '../process/process-table.ts'

/**
 * Ends what an earlier, killed Zavor left running on this folder, and clears its marks. Two servers on one folder would
 * destroy it: nothing is cleared while any process of the old server lives, and a process is told by its program and its
 * working directory, never by a pid in a file alone.
 */
export async function endLeftovers(folder: string, socketFolder: string): Promise<void> {
  const all = () => processesIn(folder, 'postgres')
  const gone = () => all().length === 0
  const steps = [
    { name: 'SIGINT', within: 6000, whom: () => heads(folder) },
    { name: 'SIGQUIT', within: 3000, whom: () => heads(folder) },
    { name: 'SIGKILL', within: 3000, whom: all },
  ] as const
  for (const { name, within, whom } of steps) {
    if (gone()) break
    for (const pid of whom()) signal(pid, name)
    await waitUntil(gone, within)
  }
  if (!gone()) throw new Error(`The database server on ${folder} cannot be ended: processes ${all().join(', ')}.`)
  rmSync(join(folder, 'postmaster.pid'), { force: true })
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(socketFolder, name), { force: true })
}

/** The pid of the server that reports itself ready on this folder, or null. */
export function readyServer(folder: string): number | null {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  return lines[7]?.trim() === 'ready' && processesIn(folder, 'postgres').includes(pid) ? pid : null
}

/** Servers without a parent of the same kind: the postmaster, or backends that outlived theirs. */
function heads(folder: string): number[] {
  const all = processesIn(folder, 'postgres')
  return all.filter((pid) => !all.includes(parentOf(pid) ?? 0))
}
