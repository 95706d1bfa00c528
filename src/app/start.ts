import { setTimeout as wait } from 'node:timers/promises'
import type { Mode } from './processes/boot-packet.ts'
import { reloadOnChange } from './processes/dev-reload.ts'
import { startZavor } from './processes/supervisor.ts'
import { isLoopback, readSettings, type Settings } from './settings.ts'

/** `node src/app/start.ts [demo|dev]`: the supervisor of the database and of the three processes. */
try {
  await run(modeOf(process.argv[2]))
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exit(1)
}

async function run(mode: Mode): Promise<void> {
  const settings = settingsFor(mode)
  const zavor = startZavor(settings, mode, { say, onLauncherGone: () => void end(1) })
  let ending = false
  async function end(code: number): Promise<void> {
    // Asked twice, it does not wait: everything ends with this process.
    if (ending) process.exit(1)
    ending = true
    await Promise.race([zavor.stop(), wait(9500)])
    process.exit(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end(0))
  const prepared = await zavor.ready.catch((error) => {
    if (ending) return wait(10_000).then(() => process.exit(0))
    throw error
  })
  say(`Zavor is ready: ${settings.origin}`)
  if (prepared.setupLink) say(`Set up the provider with this link, which works once: ${prepared.setupLink}`)
  for (const line of [...prepared.notes, ...prepared.demo]) say(line)
  if (mode === 'dev') reloadOnChange(() => zavor.reload(), say)
}

function modeOf(word: string | undefined): Mode {
  if (word === undefined || word === 'demo' || word === 'dev') return word ?? 'start'
  throw new Error(`There is no way to start called ${word}: expected nothing, demo or dev.`)
}

function settingsFor(mode: Mode): Settings {
  const settings = readSettings(process.env, mode === 'demo' ? 'data-demo' : 'data')
  if (mode === 'demo' && !isLoopback(settings.host)) {
    throw new Error(`HOST is wrong: a demonstration listens on the loopback alone, such as 127.0.0.1.`)
  }
  return settings
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
