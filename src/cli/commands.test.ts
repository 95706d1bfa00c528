/** What the commands say of a wrong word, a folder without a desk and a lost key file; and that they make nothing. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { emptyDatabase } from '../../test/support/postgres.ts'
import { newDataFolder, programEnvironment } from '../../test/support/zavor.ts'
import { deskKeys } from '../app/desk-keys.ts'
import { clusterFolder } from '../app/processes/database.ts'
import { readSettings } from '../app/settings.ts'
import { auditVerify } from './audit-command.ts'
import { backup } from './backup-command.ts'
import type { Command } from './command.ts'
import { dbUrl } from './db-command.ts'
import { listDeadJobs, retryJob } from './jobs-command.ts'
import { password } from './password-command.ts'
import { policyCheck } from './policy-command.ts'
import { policyPublish } from './publish-command.ts'
import { restore } from './restore-command.ts'
import { retention } from './retention-command.ts'
import { saidOfFault } from './said-of-fault.ts'

const needsDesk: readonly (readonly [name: string, command: Command, words: readonly string[]])[] = [
  ['db url', dbUrl, []],
  ['backup', backup, []],
  ['restore', restore, ['--in-place']],
  ['password', password, ['ioana@client.test']],
  ['retention', retention, []],
  ['jobs dead', listDeadJobs, []],
  ['jobs retry', retryJob, ['1']],
  ['policy publish', policyPublish, ['--dry-run']],
  ['audit verify', auditVerify, []],
]

it.each(needsDesk)(
  '%s says that no desk lies there, and makes neither a database nor a key file',
  async (...[, run, words]) => {
    const folder = newDataFolder()
    await expect(run(readSettings({ ZAVOR_DATA: folder }), words)).rejects.toThrow(/was not started there|is not there/)
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
  },
)

it.each(needsDesk)('%s makes no key file where a database lies and its key file is lost', async (...[, run, words]) => {
  const settings = readSettings({ ZAVOR_DATA: newDataFolder() })
  mkdirSync(clusterFolder(settings), { recursive: true })
  const said = `Key file ${settings.keyFile}: is not there. Put it back, or name it with ZAVOR_KEY_FILE.`
  await expect(run(settings, words)).rejects.toThrow(said)
  await expect(deskKeys(settings)).rejects.toThrow(said)
  expect(existsSync(settings.keyFile)).toBe(false)
})

it.each([
  [
    retention,
    ['--dry-run', '--class', 'conversation', '--period', '3 years'],
    '--period 3 years: expected a period such as P3Y',
  ],
  [policyPublish, ['--effective', '2027-02-30'], '--effective 2027-02-30: expected a day such as 2027-01-01'],
  [retryJob, ['7', '8'], '8: not expected'],
])('a word that cannot be is named, with what was expected: %#', async (run, words, said) => {
  await expect(run(readSettings({ ZAVOR_DATA: newDataFolder() }), words)).rejects.toThrow(said)
})

it.each([
  [['toString'], /npm start/],
  [['db', 'url', 'now'], /^now: not expected, nothing follows npx zavor db url\n$/],
  [['backup', '--too', 'x'], /--too[\s\S]*npx zavor backup/],
])('%j ends with 2 and says what there is', (words, said) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], {
    env: { ...programEnvironment, ZAVOR_DATA: newDataFolder() },
    encoding: 'utf8',
  })
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(said)
})

/** What main says of a command that fails. */
const fails = async (run: Command, environment: Record<string, string>, words: readonly string[] = []) =>
  await run(readSettings(environment), words).then(() => 'nothing', saidOfFault)

it.each([
  ['backup', backup],
  ['audit verify', auditVerify],
  ['policy check', policyCheck],
  ['policy publish', policyPublish],
])('%s says of a data folder that is a file what it is', async (...[, run]) => {
  const folder = newDataFolder()
  const file = join(folder, 'file')
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, '')
  const said = await fails(run, { ZAVOR_DATA: file })
  expect(said).toBe(`${clusterFolder({ dataFolder: file })}: a file lies on the way to it, where a folder is expected.`)
})

it('a database of DATABASE_URL that does not answer, refuses or is not Zavor’s is said, without its password', async () => {
  const { url, drop } = await emptyDatabase()
  const changed = (change: Partial<Pick<URL, 'password' | 'pathname'>>) => Object.assign(new URL(url), change).href
  const answers: [string, RegExp][] = [
    ['postgres://zavor:s3cret@127.0.0.1:1/x', /^Nothing answers at 127\.0\.0\.1:1 \(ECONNREFUSED\): /],
    ['postgres://zavor:s3cret@nowhere.invalid/x', /^Nothing answers at nowhere\.invalid \((ENOTFOUND|EAI_AGAIN)\): /],
    [changed({ password: 's3cret' }), /^The database refuses the name or the password of DATABASE_URL\.$/],
    [changed({ pathname: '/nowhere' }), /^The database that DATABASE_URL names does not exist on its server\.$/],
  ]
  const dataFolder = newDataFolder()
  for (const [given, expected] of answers) {
    const said = await fails(auditVerify, { ZAVOR_DATA: dataFolder, DATABASE_URL: given })
    expect(said).toMatch(expected)
    expect(said).not.toContain('s3cret')
  }
  const empty = { ZAVOR_DATA: dataFolder, DATABASE_URL: url }
  const looking: [Command, string[]][] = [
    [auditVerify, []],
    [retention, []],
    [retention, ['--dry-run']],
    [listDeadJobs, []],
    [retryJob, ['1']],
  ]
  for (const [run, words] of looking) expect(await fails(run, empty, words)).toMatch(/^There is no data of Zavor in/)
  await drop()
})

it('what goes wrong outside is said in a sentence, with the path', () => {
  const fault = (code: string, path?: string) => Object.assign(new Error(`${code}: as the system says`), { code, path })
  expect(saidOfFault(fault('EACCES', '/data/zavor.key'))).toBe(
    '/data/zavor.key: this user may not use it. Run the command as the user that Zavor runs as.',
  )
  expect(saidOfFault(fault('ENOSPC'))).toMatch(/^There is no room left on the disk: /)
  expect(saidOfFault(new Error('as it is'))).toBe('as it is')
})
