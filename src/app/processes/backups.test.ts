/** What the supervisor does with backups by the clock, each in a process of its own. */

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { backedDesk } from '../../../test/support/backup.ts'
import { testDesk } from '../../../test/support/desk.ts'
import { givenMember } from '../../../test/support/given.ts'
import { newDataFolder } from '../../../test/support/zavor.ts'
import { folderPlace } from '../../platform/archive/folder-place.ts'
import { partialName } from '../../platform/archive/partial.ts'
import type { KeyFile } from '../../platform/keys/key-file.ts'
import { consentText } from '../../privacy/notice/consent-text.ts'
import { setChoice } from '../../rights/choice/set-choice.ts'
import { ledgerPath } from '../ledger-path.ts'
import { readSettings } from '../settings.ts'
import { isOverdue, keepBackups, nextTime, runBackup } from './backups.ts'

it('knows when the next one is due, whatever the hour', () => {
  const due = (at: string, now: string) => nextTime(at, new Date(now)).toISOString()
  expect(due('03:20', '2026-11-26T03:19:59Z')).toBe('2026-11-26T03:20:00.000Z')
  expect(due('03:20', '2026-11-26T03:20:00Z')).toBe('2026-11-27T03:20:00.000Z')
  expect(due('00:00', '2026-12-31T23:59:59Z')).toBe('2027-01-01T00:00:00.000Z')
})

it('makes a backup, keeps the copy of the ledger beside it, and says why it cannot', async () => {
  const desk = await testDesk()
  const { keys, keyFile } = await backedDesk(desk)
  const settings = { ...readSettings({ ZAVOR_DATA: desk.dataFolder }), keyFile }
  const to = join(desk.dataFolder, 'daily')
  const run = (what: 'backup' | 'ledger', more = {}) =>
    runBackup({ settings, keys, ownerUrl: desk.database.url, to, what, signal: AbortSignal.timeout(60_000), ...more })
  expect(await isOverdue(desk.database.url)).toBe(true)
  const made = await run('backup')
  expect(made).toMatchObject({
    kind: 'made',
    newIdentity: expect.stringContaining('zavor-backup.key'),
    unrecorded: null,
  })
  const place = folderPlace(to)
  expect((await place.list()).map(({ name }) => name)).toEqual([made.kind === 'made' && made.name])
  const { rows } = await desk.owner.query('select how, failure from base.backup_run')
  expect(rows).toEqual([{ how: 'schedule', failure: null }])
  expect(await isOverdue(desk.database.url)).toBe(false)
  const member = await givenMember(desk)
  await desk.as(member).call(setChoice, { purpose: 'updates', choice: 'on', text: consentText('updates', 'ro').hash })
  expect(await run('ledger')).toEqual({ kind: 'copied' })
  expect(await place.getBeside('erasures.log')).toEqual(await readFile(ledgerPath(desk.dataFolder)))
  expect(await run('backup', { to: 's3://no' })).toMatchObject({
    kind: 'failed',
    words: expect.stringContaining('s3://'),
  })
})

it('lets go at the start of what a killed backup had written, and of nothing that is being written', async () => {
  const dataFolder = newDataFolder()
  const to = join(dataFolder, 'daily')
  const [killed, going] = [
    partialName('zavor-killed').replace(/\d+-\d+\.partial$/, '999999999-1.partial'),
    partialName('zavor-going'),
  ]
  const folders = [join(dataFolder, 'backups'), to]
  for (const folder of folders) {
    mkdirSync(folder)
    for (const name of [killed, going]) writeFileSync(join(folder, name), 'half')
  }
  for (const more of [{}, { ZAVOR_BACKUP_TO: to }]) {
    const settings = readSettings({ ZAVOR_DATA: dataFolder, ...more })
    const stop = keepBackups(settings, {} as KeyFile, 'postgres://nobody@127.0.0.1:1/none', () => {})
    const wanted = 'ZAVOR_BACKUP_TO' in more ? folders : folders.slice(0, 1)
    await vi.waitFor(() => {
      for (const folder of wanted) expect(readdirSync(folder)).toEqual([going])
    })
    stop()
  }
})
