/** What the commands say of a wrong word, a folder without a desk and a lost key file; and that they make nothing. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
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
import { policyPublish } from './publish-command.ts'
import { restore } from './restore-command.ts'
import { retention } from './retention-command.ts'

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
