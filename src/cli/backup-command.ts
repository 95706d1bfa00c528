import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { expiryOf, madeAt, makeBackup } from '../app/backup/make-backup.ts'
import type { Settings } from '../app/settings.ts'
import { openPlace } from '../platform/archive/open-place.ts'
import type { ArchivePlace } from '../platform/archive/place.ts'
import { bytes, day } from './amounts.ts'
import type { Command } from './command.ts'
import { withKeys } from './owner.ts'

/** Where backups lie unless another place is named. */
export function backupPlace(settings: Settings, named: string | undefined): Promise<ArchivePlace> {
  return openPlace(named ?? settings.backupTo ?? join(settings.dataFolder, 'backups'))
}

/** Makes a backup now, while Zavor runs or not, and removes those that have expired. */
export const backup: Command = async (settings, words) => {
  const { values } = parseArgs({ args: [...words], options: { to: { type: 'string' } }, allowPositionals: false })
  const place = await backupPlace(settings, values.to)
  const began = performance.now()
  const made = await withKeys(settings, (ownerUrl, { database, desk }) => {
    const source = settings.databaseUrl ? 'the database' : join(settings.dataFolder, 'postgres')
    say(`Backing up ${source} and the files to ${place.words}`)
    return makeBackup({ ownerUrl, databaseRing: database, deskRing: desk, settings, place, how: 'command' })
  })
  const { tables, rows, files } = made.counts
  say(`  ${tables} tables, ${rows} rows, ${files} files, in ${Math.ceil((performance.now() - began) / 1000)} s`)
  say(`Written: ${made.name} (${bytes(made.bytes)}, encrypted). It expires on ${day(made.expiresAt)}.`)
  for (const name of made.removed) say(`Expired and removed: ${name}`)
  if (made.unrecorded) say(`The database could not be told of it: ${made.unrecorded}`)
  if (made.newIdentity) {
    say('')
    say(`A key for backups was made: ${made.newIdentity}`)
    say(`Copy it and ${settings.keyFile} to a safe place apart from this machine: without both no backup opens.`)
  }
  say(`To put it back: npx zavor restore ${made.name}${values.to ? ` --from ${values.to}` : ''}`)
  return 0
}

/** Lists what lies at the place, newest last, with when each expires. */
export const backupList: Command = async (settings, words) => {
  const { values } = parseArgs({ args: [...words], options: { from: { type: 'string' } }, allowPositionals: false })
  const place = await backupPlace(settings, values.from)
  const all = await place.list()
  for (const { name, size } of all) {
    const expiry = expiryOf(madeAt(name))
    say(`${name}  ${bytes(size).padStart(9)}  ${expiry < new Date() ? 'expired' : 'expires'} ${day(expiry)}`)
  }
  if (all.length === 0) say(`No backup lies in ${place.words}.`)
  return 0
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
