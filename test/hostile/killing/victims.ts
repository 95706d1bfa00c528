/** Whom the test kills, and how it is up again: by itself, or by the next start. */
import { join } from 'node:path'
import { parentOf, processesIn, signal } from '../../../src/platform/process/process-table.ts'
import { gone, type RunningZavor, startZavor } from '../../support/zavor.ts'
import type { Chance } from './chance.ts'

export const victims = ['web', 'worker', 'broker', 'postmaster', 'backend', 'supervisor'] as const
export type Victim = (typeof victims)[number]

/** Kills one, and answers what then runs. */
export async function kill(
  zavor: RunningZavor,
  victim: Victim,
  chance: Chance,
  environment: Readonly<Record<string, string>>,
): Promise<RunningZavor> {
  if (victim === 'supervisor') return await killSupervisor(zavor, chance, environment)
  if (victim === 'postmaster' || victim === 'backend') signal(databaseProcess(zavor, victim, chance), 'SIGKILL')
  else signal(zavor.pidOf(victim), 'SIGKILL')
  return zavor
}

/** The next start comes at once, while the dead one's children still end, or after them. */
async function killSupervisor(
  zavor: RunningZavor,
  chance: Chance,
  environment: Readonly<Record<string, string>>,
): Promise<RunningZavor> {
  const family = zavor.processes()
  await zavor.end('SIGKILL')
  if (chance.between(0, 1) === 1 && !(await gone(family, 10_000)))
    throw new Error('something outlived the supervisor by ten seconds')
  return await startZavor({
    dataFolder: zavor.dataFolder,
    port: Number(new URL(zavor.origin).port),
    environment,
  })
}

function databaseProcess(zavor: RunningZavor, victim: 'postmaster' | 'backend', chance: Chance): number {
  const all = processesIn(join(zavor.dataFolder, 'postgres'), 'postgres')
  const head = all.find((pid) => !all.includes(parentOf(pid) ?? 0))!
  return victim === 'postmaster' ? head : chance.one(all.filter((pid) => pid !== head))
}
