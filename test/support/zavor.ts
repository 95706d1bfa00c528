import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  argumentsOf,
  lives,
  markOf,
  type ProcessMark,
  parentOf,
  waitUntil,
} from '../../src/platform/process/process-table.ts'
import { scratch } from './scratch.ts'

export interface RunningZavor {
  readonly pid: number
  readonly origin: string
  readonly dataFolder: string
  /** Everything that it printed so far. */
  said(): string
  /** The supervisor and all that it started, PostgreSQL included, as they are now. */
  processes(): ProcessMark[]
  /** The pid of a role's process. */
  pidOf(role: 'web' | 'worker' | 'broker'): number
  /** Which part /readyz says is failing; null when none. */
  failing(): Promise<string | null>
  /** Sends a signal to the supervisor and waits for its end; answers the exit code, or the signal's name. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>
}

export interface ZavorOptions {
  readonly dataFolder?: string
  readonly port?: number
  readonly environment?: Readonly<Record<string, string>>
  /** `demo`, or as it is started for good. */
  readonly mode?: 'demo'
}

const root = join(import.meta.dirname, '../..')

/** What is started: the built program where it was built just now, as `npm test` does, and the sources otherwise. */
const start = join(root, process.env.ZAVOR_BUILT ? 'build/program/start.js' : 'src/app/start.ts')

/** Of every program that a test starts. As `npm start` has it, what was compiled once is not compiled each time. */
export const programEnvironment = {
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(tmpdir(), 'zavor-compiled'),
}

/** Starts the whole program, as `npm start` does, and waits until it is ready. Throws with what it said when it ends. */
export async function startZavor(options: ZavorOptions = {}): Promise<RunningZavor> {
  const { dataFolder = newDataFolder(), port = await freePort(), environment = {}, mode } = options
  const child = spawn(process.execPath, [start, ...(mode ? [mode] : [])], {
    env: { ...programEnvironment, NODE_ENV: 'production', PORT: `${port}`, ZAVOR_DATA: dataFolder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const pid = child.pid!
  let said = ''
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes
  })
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes
  })
  const exit = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on('exit', (code, by) => resolve(by ?? code)),
  )
  const origin = `http://127.0.0.1:${port}`
  const ready = await waitUntil(() => /^Zavor is ready: /m.test(said) || child.exitCode !== null, 90_000)
  if (!ready || child.exitCode !== null) {
    child.kill('SIGKILL')
    throw new Error(said)
  }
  return {
    pid,
    origin,
    dataFolder,
    said: () => said,
    processes: () => familyOf(pid),
    pidOf: (role) => roleProcess(pid, role),
    failing: () => failing(origin),
    async end(signal) {
      child.kill(signal)
      return exit
    },
  }
}

/** Waits until none of them lives; false after `within` ms. */
export function gone(processes: readonly ProcessMark[], within: number): Promise<boolean> {
  return waitUntil(() => !processes.some(lives), within)
}

const folders: string[] = []
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A data folder that is removed when the process of the test ends. */
export function newDataFolder(): string {
  const folder = mkdtempSync(join(scratch(), 'zavor-data-'))
  folders.push(folder)
  return folder
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** A process and all that descend from it. */
export function familyOf(pid: number): ProcessMark[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const parents = new Map(all.map((one) => [one, parentOf(one)]))
  const isOurs = (one: number): boolean => one === pid || (one > 1 && isOurs(parents.get(one) ?? 0))
  return all.filter(isOurs).flatMap((one) => markOf(one) ?? [])
}

const programOf = (role: string) => new RegExp(`/${role}\\.(ts|js)$`)

function roleProcess(pid: number, role: string): number {
  const found = familyOf(pid).find((one) => argumentsOf(one.pid).some((word) => programOf(role).test(word)))
  if (!found) throw new Error(`the process ${role} does not run`)
  return found.pid
}

async function failing(origin: string): Promise<string | null> {
  for (;;) {
    try {
      const answer = await fetch(`${origin}/readyz`)
      const state = (await answer.json()) as { failing: string | null }
      return state.failing
    } catch {
      // The web process itself is just being started again.
      await wait(50)
    }
  }
}
