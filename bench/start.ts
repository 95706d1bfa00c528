/** How long whoever starts Zavor waits for the first page, and what all of it takes while nobody asks for anything. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { argumentsOf, waitUntil } from '../src/platform/process/process-table.ts'
import { familyOf, freePort, newDataFolder } from '../test/support/zavor.ts'
import { atMost, type Bench, noted } from './support/report.ts'

const root = join(import.meta.dirname, '..')
const starts = 5
const slowestPage = 5
const mostMemory = 400

export const startBench: Bench = async ({ small, say }) => {
  const dataFolder = newDataFolder()
  const first = await start(dataFolder)
  say(`first start: ${first.seconds.toFixed(2)} s`)
  await first.stop()
  const seconds: number[] = []
  for (let turn = 0; turn < (small ? 1 : starts); turn++) {
    const next = await start(dataFolder)
    say(`start: ${next.seconds.toFixed(2)} s`)
    seconds.push(next.seconds)
    await next.stop()
  }
  const idle = await start(dataFolder)
  // The promises are looked at 20 seconds after the start, and connections that nobody uses are closed after ten.
  await wait(small ? 5_000 : 90_000)
  const memory = idle.memory()
  for (const { name, mib } of memory) say(`${mib.toFixed(0).padStart(5)} MiB  ${name}`)
  await idle.stop()
  return [
    noted('first page, of the first start', first.seconds, 's'),
    atMost('first page, median of the next starts', median(seconds), 's', slowestPage),
    noted('first page, slowest of the next starts', Math.max(...seconds), 's'),
    atMost(
      'idle memory of all processes (PSS)',
      memory.reduce((sum, one) => sum + one.mib, 0),
      'MiB',
      mostMemory,
    ),
  ]
}

interface Started {
  /** From the command to the whole first page. */
  readonly seconds: number
  memory(): { readonly name: string; readonly mib: number }[]
  stop(): Promise<void>
}

async function start(dataFolder: string): Promise<Started> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: `${port}`, ZAVOR_DATA: dataFolder },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  await firstPage(`http://127.0.0.1:${port}/ro`)
  const seconds = (performance.now() - began) / 1000
  return {
    seconds,
    memory: () => familyOf(child.pid!).map(({ pid }) => ({ name: nameOf(pid), mib: proportionalSet(pid) })),
    async stop() {
      const family = familyOf(child.pid!)
      child.kill('SIGTERM')
      await ended
      await waitUntil(() => family.every(({ pid }) => proportionalSet(pid) === 0), 15_000)
    },
  }
}

async function firstPage(url: string): Promise<void> {
  for (;;) {
    try {
      const answer = await fetch(url)
      if (answer.status === 200 && (await answer.text()).includes('</html>')) return
    } catch {
      // Nobody listens yet.
    }
    await wait(10)
  }
}

/** What a process takes, its part of what it shares with others counted in; 0 when it is gone. MiB. */
function proportionalSet(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function nameOf(pid: number): string {
  return argumentsOf(pid).join(' ').replaceAll(root, '').slice(0, 90)
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
