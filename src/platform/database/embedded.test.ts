import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { processesIn, signal, waitUntil } from '../process/process-table.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'

let above: string
let servers: EmbeddedServer[]

beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'zavor-embedded-'))
  servers = []
})

afterEach(async () => {
  for (const server of servers) await server.stop()
  rmSync(above, { recursive: true, force: true })
})

async function start(folder = join(above, 'postgres'), passwords = ['one']): Promise<EmbeddedServer> {
  const server = await startEmbedded({ folder, ownerPasswords: passwords, disposable: true })
  servers.push(server)
  return server
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

describe('the embedded database', () => {
  it('runs under a folder that only its owner may enter, on a socket and no port, as an owner without all power', async () => {
    expect(statSync(above).mode & 0o777).toBe(0o700)
    const { url } = await start()
    const rows = await ask(
      url,
      `select current_setting('listen_addresses') as tcp, current_setting('server_version_num')::int / 10000 as version,
         rolsuper, rolbypassrls from pg_roles where rolname = current_user`,
    )
    expect(rows).toEqual([{ tcp: '', version: 18, rolsuper: false, rolbypassrls: false }])
  })

  it('is not refused by what a killed start left half-made', async () => {
    mkdirSync(join(above, 'postgres.partial-1'))
    writeFileSync(join(above, 'postgres.partial-1', 'PG_VERSION'), '18')
    await ask((await start()).url, 'select 1')
    expect(readdirSync(above).sort()).toEqual(['postgres', 'postgres.log'])
  })

  it('takes over from a server that outlived its starter, and from a pid file that names somebody else', async () => {
    const first = await start()
    await ask(first.url, 'create table kept as select 1 as n')
    const folder = join(above, 'postgres')
    const second = await start()
    expect(second.pid).not.toBe(first.pid)
    signal(second.pid, 'SIGKILL')
    await waitUntil(() => processesIn(folder, 'postgres').length === 0, 5000)
    const stale = readFileSync(join(folder, 'postmaster.pid'), 'utf8').replace(/^\d+/, `${process.pid}`)
    writeFileSync(join(folder, 'postmaster.pid'), stale)
    expect(await ask((await start()).url, 'select n from kept')).toEqual([{ n: 1 }])
  })

  it('ends with the process that started it', async () => {
    const { pid, ended } = await start()
    signal(pid, 'SIGINT')
    await ended
    expect(processesIn(join(above, 'postgres'), 'postgres')).toEqual([])
  })

  it('has a socket also when the path of its folder is longer than a socket may be named', async () => {
    const folder = join(above, 'a'.repeat(120), 'postgres')
    const { url } = await start(folder)
    const socketFolder = new URL(url).searchParams.get('host')!
    expect(socketFolder).not.toContain(above)
    expect(statSync(socketFolder).mode & 0o077).toBe(0)
    await ask(url, 'select 1')
  })

  it('takes the newest password, knowing an older one, and says so when the key file is a stranger', async () => {
    await (await start()).stop()
    const { url, stop } = await start(undefined, ['two', 'one'])
    await ask(url, 'select 1')
    await stop()
    await expect(start(undefined, ['three'])).rejects.toThrow('put back the key file')
    expect(processesIn(join(above, 'postgres'), 'postgres')).toEqual([])
  })

  it('logs no value of a failing statement', async () => {
    const { url } = await start()
    await expect(ask(url, `select 'ioana@client-one.test'::uuid`)).rejects.toThrow()
    await expect(ask(url, `select no_such_column from pg_class where relname = 'Ioana Pop'`)).rejects.toThrow()
    expect(readFileSync(join(above, 'postgres.log'), 'utf8')).not.toMatch(/ioana/i)
  })
})
