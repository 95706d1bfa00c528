/** The commands as an operator types them, on a data folder with the database inside; and what start says in between. */
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { givenMember, givenProvider } from '../../test/support/given.ts'
import { newDataFolder, programEnvironment } from '../../test/support/zavor.ts'
import { ledgerPath } from '../app/ledger-path.ts'
import { ownerPasswords, rolePasswords } from '../app/login-roles.ts'
import { passingDesk } from '../app/passing-desk.ts'
import { prepareDatabase } from '../app/prepare.ts'
import { clusterFolder } from '../app/processes/database.ts'
import { prepare } from '../app/processes/preparation.ts'
import { readSettings } from '../app/settings.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { ownerPool } from '../platform/database/owner-pool.ts'
import { type KeyFile, openKeyFile } from '../platform/keys/key-file.ts'
import { setQuarantine } from '../privacy/backup/quarantine.ts'
import type { MemberActor } from '../privacy/operation/actor.ts'
import { endAccount } from '../rights/ending/end-account.ts'
import { withDatabase, withOwner } from './owner.ts'

const dataFolder = newDataFolder()
const settings = readSettings({ ZAVOR_DATA: dataFolder })
let keys: KeyFile
let leaving: MemberActor

beforeAll(async () => {
  keys = await openKeyFile(settings.keyFile)
  const server = await startEmbedded({ folder: clusterFolder(settings), ownerPasswords: ownerPasswords(keys.database) })
  const owner = ownerPool(server.url)
  await prepareDatabase(owner, rolePasswords(keys.database))
  await givenProvider({ owner })
  leaving = await givenMember({ owner } as never, { name: 'Ioana Pleacă' })
  await givenMember({ owner } as never, { name: 'Maria Rămâne' })
  await owner.end()
  await server.stop()
})

interface Answer {
  readonly code: number | NodeJS.Signals | null
  readonly said: string
}

/** `npx zavor …`; ended by force when it has said `killAt`. */
function zavor(words: readonly string[], killAt?: string): Promise<Answer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], {
    env: { ...programEnvironment, ZAVOR_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (bytes: Buffer) => {
    said += bytes
    if (killAt && said.includes(killAt)) child.kill('SIGKILL')
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return new Promise((resolve) => child.on('close', (code, by) => resolve({ code: by ?? code, said })))
}

/** What a start does before anything serves. */
function starting(): Promise<string> {
  return withDatabase(settings, (url) => prepare('start', settings, keys, url, new AbortController().signal)).then(
    () => 'open',
    (error) => error.message,
  )
}

async function peopleThere(): Promise<string[]> {
  return await withOwner(settings, async (owner) => {
    const { rows } = await owner.query('select name from base.person order by name')
    return rows.map(({ name }) => name)
  })
}

it('backs up, erases, restores with the erasure done again, and can be killed on the way', async () => {
  const made = await zavor(['backup'])
  expect(made.said).toMatch(/Written: zavor-.*\.age \(.*, encrypted\)\. It expires on \d{4}-/)
  expect(made.said).toContain('A key for backups was made')
  expect(made.code).toBe(0)
  expect((await zavor(['backup', 'list'])).said).toMatch(/^zavor-\S+\.age\s+\S+ kB\s+expires \d{4}/)

  await withDatabase(settings, async (ownerUrl) => {
    const desk = await passingDesk({ ownerUrl, databaseRing: keys.database, deskRing: keys.desk, settings })
    await desk.call({ actor: { ...leaving, freshAt: new Date() }, via: 'page' }, endAccount, { understood: 'yes' })
    await desk.close()
  })
  expect(readFileSync(ledgerPath(dataFolder), 'utf8')).toContain(leaving.accountId)

  const occupied = await zavor(['restore', 'latest'])
  expect(occupied).toMatchObject({ code: 1, said: expect.stringContaining('--replace') })
  expect(await zavor(['restore', 'zavor-none'])).toMatchObject({
    code: 1,
    said: expect.stringContaining('There is no backup'),
  })
  expect(await zavor(['restore'])).toMatchObject({ code: 1, said: expect.stringContaining('--in-place') })

  const killed = await zavor(['restore', 'latest', '--replace'], 'Loading')
  expect(killed.code).toBe('SIGKILL')
  expect(existsSync(join(dataFolder, 'restoring'))).toBe(true)
  // What is in use was not touched, and starts. What had been loaded beside it, with who was erased, does not stay.
  expect(await peopleThere()).toEqual(['Maria Rămâne', '—'])
  expect(readdirSync(dataFolder).filter((name) => name.startsWith('restoring'))).toEqual([])

  const restored = await zavor(['restore', 'latest', '--replace'])
  expect(restored.said).toContain('1 erasures')
  expect(restored.said).toContain('residue: none')
  expect(restored.said).toContain('Zavor can be started')
  expect(restored.code).toBe(0)
  expect(await peopleThere()).toEqual(['Maria Rămâne', '—'])
  expect(readdirSync(dataFolder).filter((name) => name.startsWith('replaced-'))).toHaveLength(1)
  expect(existsSync(join(dataFolder, 'restoring'))).toBe(false)
  expect(await starting()).toBe('open')
}, 180_000)

it('finds a database that was put back by other means, and brings it to the same state in place', async () => {
  // The folder of before the erasure, as a snapshot of the disk would hold it: here the ledger alone is newer.
  const ledger = ledgerPath(dataFolder)
  copyFileSync(ledger, `${ledger}.new`)
  await withOwner(settings, async (owner) => {
    await owner.query(`delete from base.ledger_entry`)
    await owner.query(`update base.ledger_head set seq = 0, hash = sha256('zavor erasures'::bytea)`)
    await owner.query('delete from base.erasure_entry')
    await owner.query(`update base.account set erased_at = null`)
    await owner.query(
      `update base.person set erased_at = null, name = 'Ioana Pleacă', email = 'ioana@client.test' where id = $1`,
      [leaving.personId],
    )
  })
  const refused = await starting()
  expect(refused).toContain('The database is older than')
  expect(refused).toContain('npx zavor restore --in-place')
  const opened = await zavor(['restore', '--in-place'])
  expect(opened.said).toContain('1 erasures')
  expect(opened.code).toBe(0)
  expect(await peopleThere()).toEqual(['Maria Rămâne', '—'])
  expect(readFileSync(ledger, 'utf8')).toContain(readFileSync(`${ledger}.new`, 'utf8'))
  expect(await starting()).toBe('open')
}, 120_000)

it('starts nothing from a database in quarantine, and says what to do', async () => {
  await withOwner(settings, (owner) => setQuarantine(owner, { kind: 'in_place', name: null }))
  expect(await starting()).toMatch(/in quarantine: .* did not finish.*npx zavor restore --in-place/)
  expect((await zavor(['backup'])).said).toContain('in quarantine')
  expect((await zavor(['restore', '--in-place'])).code).toBe(0)
  expect(await starting()).toBe('open')
}, 120_000)

it('publishes a policy once when it is told to twice at once, and says so in the language of the commands', async () => {
  const both = await Promise.all([zavor(['policy', 'publish']), zavor(['policy', 'publish'])])
  const said = both.map((one) => one.said).join('')
  expect(said.match(/Published as number 1/g)).toHaveLength(1)
  expect(said).toMatch(/is published already/)
}, 120_000)

it('shows a way in for whoever is locked out, once, and turns a lost code app off where that is said', async () => {
  const [loginId, email] = ['019f0000-0000-7000-8000-000000000001', 'maria@client.test']
  await withOwner(settings, async (owner) => {
    await owner.query(`insert into base.login (id, name, email, email_verified) values ($1, 'Maria', $2, true)`, [
      loginId,
      email,
    ])
    await owner.query(
      `insert into base.login_two_factor (id, login_id, secret, backup_codes) values ($1, $1, 'sealed', 'sealed')`,
      [loginId],
    )
  })
  expect(await zavor(['password', 'nobody@client.test'])).toEqual({
    code: 1,
    said: 'Nobody signs in with this address.\n',
  })
  const link = await zavor(['password', 'Maria@client.test', '--without-second-factor'])
  expect(link.said).toMatch(/^This link sets a new password.*\n {2}http:\S+\/password\/new\/[\w-]{43}\nThe code app/)
  const left = `select (select count(*)::int from base.login_two_factor) as apps, (select count(*)::int from base.login_link) as links`
  expect((await withOwner(settings, (owner) => owner.query(left))).rows).toEqual([{ apps: 0, links: 1 }])
  expect(readFileSync(ledgerPath(dataFolder), 'utf8').trimEnd().split('\n').at(-1)).toContain(
    '"what" : "second_factor"',
  )
}, 120_000)

it('says so when the ledger outside is not the newest, and opens only at the operator’s word', async () => {
  const ledger = ledgerPath(dataFolder)
  const text = readFileSync(ledger)
  rmSync(ledger)
  const refused = await zavor(['restore', '--in-place'])
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('--ledger-lost') })
  writeFileSync(ledger, text)
}, 120_000)
