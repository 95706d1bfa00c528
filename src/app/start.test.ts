import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import {
  familyOf,
  freePort,
  gone,
  newDataFolder,
  programEnvironment,
  type RunningZavor,
  startZavor,
} from '../../test/support/zavor.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { createKeyFile } from '../platform/keys/key-file.ts'
import { processesIn, signal } from '../platform/process/process-table.ts'
import { MIGRATIONS } from './migrations-folder.ts'

const long = 180_000

function command(dataFolder: string, ...words: string[]) {
  const env = { ...programEnvironment, ZAVOR_DATA: dataFolder }
  return spawnSync(process.execPath, [join(import.meta.dirname, '../cli/main.ts'), ...words], { env, encoding: 'utf8' })
}

function start(dataFolder: string, environment: Record<string, string>) {
  const env = { ...programEnvironment, ZAVOR_DATA: dataFolder, ...environment }
  return spawnSync(process.execPath, [join(import.meta.dirname, 'start.ts')], {
    env,
    encoding: 'utf8',
    timeout: 30_000,
  })
}

const ready = (zavor: RunningZavor) => vi.waitFor(async () => expect(await zavor.failing()).toBe(null), 40_000)

describe('Zavor, started on an empty folder', () => {
  let zavor: RunningZavor
  beforeAll(async () => {
    zavor = await startZavor()
  }, long)
  afterAll(async () => {
    if (zavor) await zavor.end('SIGTERM')
  }, long)

  it('says where it is ready and how the provider is set up, and answers', async () => {
    expect(zavor.said()).toMatch(new RegExp(`^Zavor is ready: ${zavor.origin}$`, 'm'))
    expect(zavor.said()).toMatch(new RegExp(`once: ${zavor.origin}/setup#[A-Za-z0-9_-]{43}$`, 'm'))
    expect((await fetch(`${zavor.origin}/healthz`)).status).toBe(200)
    expect(await (await fetch(`${zavor.origin}/readyz`)).json()).toMatchObject({ ready: true, failing: null })
  })

  it('gives no secret to an environment or a command line', () => {
    const key = readFileSync(join(zavor.dataFolder, 'zavor.key'), 'utf8').match(/[A-Za-z0-9_-]{43}/g)!
    const owner = new URL(command(zavor.dataFolder, 'db', 'url').stdout.trim()).password
    for (const { pid } of zavor.processes()) {
      const seen = readFileSync(`/proc/${pid}/environ`, 'utf8') + readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      for (const secret of [...key, owner]) expect(seen).not.toContain(secret)
    }
  })

  it('lets nobody into the database without the password, and the owner in with the printed address', async () => {
    const url = command(zavor.dataFolder, 'db', 'url').stdout.trim()
    const owner = new pg.Client({ connectionString: url })
    await owner.connect()
    expect((await owner.query('select count(*)::int as applied from zavor.migration')).rows[0].applied).toBeGreaterThan(
      3,
    )
    await owner.end()
    for (const user of ['zavor', 'postgres', 'zavor_support', 'zavor_broker']) {
      const wrong = new URL(url)
      wrong.username = user
      wrong.password = 'guessed'
      const client = new pg.Client({ connectionString: wrong.href })
      await expect(client.connect(), user).rejects.toThrow(/password authentication failed|pg_hba.conf rejects/)
    }
  })

  it(
    'is refused a second time on the same folder, in words, and goes on',
    async () => {
      const again = start(zavor.dataFolder, { PORT: `${await freePort()}` })
      expect(again.status).toBe(1)
      expect(again.stderr).toContain(`Zavor already runs on ${zavor.dataFolder}, as process ${zavor.pid}.`)
      expect(await zavor.failing()).toBe(null)
    },
    long,
  )

  it(
    'answers commands while it runs',
    () => {
      expect(command(zavor.dataFolder, 'policy', 'check')).toMatchObject({ status: 0, stderr: '' })
      expect(command(zavor.dataFolder, 'audit', 'verify')).toMatchObject({ status: 0, stderr: '' })
      expect(command(zavor.dataFolder, '--help').stdout).toContain('policy diff')
    },
    long,
  )

  it(
    'names the part that is not as it must be',
    async () => {
      const owner = new pg.Client({ connectionString: command(zavor.dataFolder, 'db', 'url').stdout.trim() })
      await owner.connect()
      try {
        await owner.query('alter table base.person add column shoe_size integer')
        expect(await zavor.failing()).toBe('policy')
        const check = command(zavor.dataFolder, 'policy', 'check')
        expect(check.status).toBe(1)
        expect(check.stderr).toContain('person.shoe_size: in the database, but no data map declares it')
        await owner.query('alter table base.person drop column shoe_size')
        expect(await zavor.failing()).toBe(null)
        await owner.query(`update zavor.migration set sha256 = 'x' where number = 1`)
        expect(await zavor.failing()).toBe('migrations')
        await owner.query(`update zavor.migration set sha256 = $1 where number = 1`, [
          createHash('sha256')
            .update(readFileSync(join(MIGRATIONS, '0001-kernel.sql')))
            .digest('hex'),
        ])
        expect(await zavor.failing()).toBe(null)
      } finally {
        await owner.end()
      }
    },
    long,
  )

  it.each(['worker', 'broker', 'web'] as const)(
    'starts %s again when it is killed',
    async (role) => {
      const before = zavor.pidOf(role)
      process.kill(before, 'SIGSTOP')
      if (role !== 'web') expect(await zavor.failing()).toBe(role)
      process.kill(before, 'SIGKILL')
      await ready(zavor)
      expect(zavor.pidOf(role)).not.toBe(before)
    },
    long,
  )

  it(
    'starts the database again when it is killed',
    async () => {
      const cluster = join(zavor.dataFolder, 'postgres')
      const [postmaster] = processesIn(cluster, 'postgres').sort((a, b) => a - b)
      signal(postmaster!, 'SIGKILL')
      await vi.waitFor(async () => expect(zavor.said()).toContain('The database ended'), 20_000)
      await ready(zavor)
      expect(processesIn(cluster, 'postgres')).not.toContain(postmaster)
    },
    long,
  )

  it(
    'leaves nothing that blocks the next start when it is killed outright',
    async () => {
      const family = zavor.processes()
      expect(family.length).toBeGreaterThan(6)
      await zavor.end('SIGKILL')
      expect(await gone(family, 10_000)).toBe(true)
      const port = Number(new URL(zavor.origin).port)
      zavor = await startZavor({ dataFolder: zavor.dataFolder, port })
      await ready(zavor)
    },
    long,
  )

  it(
    'starts also when the killed one has not quite ended yet',
    async () => {
      const port = Number(new URL(zavor.origin).port)
      await zavor.end('SIGKILL')
      zavor = await startZavor({ dataFolder: zavor.dataFolder, port })
      await ready(zavor)
    },
    long,
  )

  it(
    'ends within ten seconds when asked to, leaves no process, and says of its database that nothing answers',
    async () => {
      const family = zavor.processes()
      const began = performance.now()
      expect(await zavor.end('SIGTERM')).toBe(0)
      expect(performance.now() - began).toBeLessThan(10_000)
      expect(await gone(family, 200)).toBe(true)
      const { stdout, stderr, status } = command(zavor.dataFolder, 'db', 'url')
      expect(status).toBe(0)
      expect(stdout).toMatch(/^postgresql:\/\/zavor:/)
      expect(stderr).toContain('does not run')
      expect(command(zavor.dataFolder, 'audit', 'verify')).toMatchObject({ status: 0, stderr: '' })
      expect(processesIn(join(zavor.dataFolder, 'postgres'), 'postgres')).toEqual([])
    },
    long,
  )
})

it(
  'runs on a database elsewhere, told by DATABASE_URL, and keeps none of its own',
  async () => {
    const dataFolder = newDataFolder()
    const folder = join(newDataFolder(), 'elsewhere')
    const server = await startEmbedded({ folder, ownerPasswords: ['of-somebody-else'], disposable: true })
    try {
      const zavor = await startZavor({ dataFolder, environment: { DATABASE_URL: server.url } })
      await ready(zavor)
      expect(existsSync(join(dataFolder, 'postgres'))).toBe(false)
      expect(await zavor.end('SIGTERM')).toBe(0)
    } finally {
      await server.stop()
    }
  },
  long,
)

describe('a start', () => {
  it(
    'can be stopped half-way, and leaves no process',
    async () => {
      const dataFolder = newDataFolder()
      const env = { ...programEnvironment, ZAVOR_DATA: dataFolder, PORT: `${await freePort()}` }
      for (const pause of [100, 700, 1400, 2500]) {
        const child = spawn(process.execPath, [join(import.meta.dirname, 'start.ts')], { env, stdio: 'ignore' })
        const ended = new Promise((resolve) => child.on('exit', resolve))
        await wait(pause)
        const family = familyOf(child.pid!)
        const began = performance.now()
        child.kill('SIGTERM')
        await ended
        expect(performance.now() - began).toBeLessThan(8000)
        expect(await gone(family, 3000)).toBe(true)
      }
      expect(processesIn(join(dataFolder, 'postgres'), 'postgres')).toEqual([])
    },
    long,
  )

  it.each([
    ['PORT', 'seventy'],
    ['HOST', 'here and there'],
    ['ZAVOR_ORIGIN', 'desk.example.com'],
    ['DATABASE_URL', 'somewhere'],
    ['SMTP_URL', 'somewhere'],
  ])('is refused when %s is wrong, by its name', (name, value) => {
    const { status, stderr } = start(newDataFolder(), { [name]: value })
    expect(status).toBe(1)
    expect(stderr).toMatch(new RegExp(`^${name} is wrong: expected `))
  })

  it('is refused when others can read the key file', async () => {
    const dataFolder = newDataFolder()
    const key = join(dataFolder, 'zavor.key')
    await createKeyFile(key)
    spawnSync('chmod', ['644', key])
    const { status, stderr } = start(dataFolder, {})
    expect(status).toBe(1)
    expect(stderr).toContain(key)
    expect(stderr).toContain('chmod 600')
  })

  it('is refused when a demonstration would be reachable from elsewhere', () => {
    const env = { ...programEnvironment, ZAVOR_DATA: newDataFolder(), HOST: '0.0.0.0' }
    const file = join(import.meta.dirname, 'start.ts')
    const { status, stderr } = spawnSync(process.execPath, [file, 'demo'], { env, encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^HOST is wrong/)
  })

  it('takes over the lock of a dead process', async () => {
    const dataFolder = newDataFolder()
    writeFileSync(
      join(dataFolder, 'lock'),
      JSON.stringify({ pid: process.pid, started: '1', command: 'x', launchers: [], brief: false }),
    )
    const { stderr } = start(dataFolder, { DATABASE_URL: 'postgresql://nobody:x@127.0.0.1:1/none' })
    expect(stderr).toContain('ECONNREFUSED')
  })
})
