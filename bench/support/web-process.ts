/** The product's own web process on a benchmark's database, started as the supervisor starts it. */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { keepChild } from '../../src/app/processes/kept-child.ts'
import { packetFor } from '../../src/app/processes/packets.ts'
import { MEMORY } from '../../src/app/processes/supervisor.ts'
import { PROGRAM_FOLDER, readSettings } from '../../src/app/settings.ts'
import { argumentsOf, parentOf } from '../../src/platform/process/process-table.ts'
import { freePort } from '../../test/support/zavor.ts'
import { type BenchDatabase, benchOrigin } from './database.ts'

export interface WebProcess {
  readonly pid: number
  readonly port: number
  stop(): Promise<void>
}

const file = join(PROGRAM_FOLDER, 'build/program/web.js')

/** The pages and the program must be built. `profiles`: a folder that gets a profile of the process when it ends. */
export async function webProcess(database: BenchDatabase, profiles?: string): Promise<WebProcess> {
  process.env.NODE_ENV = 'production'
  const port = await freePort()
  const settings = readSettings({
    PORT: `${port}`,
    ZAVOR_DATA: database.folder,
    ZAVOR_ORIGIN: benchOrigin,
    // One login asks for all: as many calls as it can make.
    ZAVOR_API_RATE: '9999999',
  })
  const web = keepChild({
    role: 'web',
    file,
    nodeArguments: [...MEMORY.web, ...(profiles ? profiling(profiles) : [])],
    packet: async () => packetFor('web', 'start', settings, database.keys, database.ownerUrl),
    onHealth: () => {},
    onDeath: (_, how) => process.stderr.write(`the web process ended: ${how}\n`),
  })
  await web.ready
  return { pid: ownChild(), port, stop: () => web.stop(10_000) }
}

function profiling(folder: string): string[] {
  mkdirSync(folder, { recursive: true })
  return ['--cpu-prof', `--cpu-prof-dir=${folder}`]
}

function ownChild(): number {
  const pid = readdirSync('/proc')
    .map(Number)
    .find((one) => one > 0 && parentOf(one) === process.pid && argumentsOf(one).includes(file))
  if (pid === undefined) throw new Error('the web process does not run')
  return pid
}
