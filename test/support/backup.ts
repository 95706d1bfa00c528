/** Backups of a test's desk, and databases to put them back into. */
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type BackupParts, identityPath, type MadeBackup, makeBackup } from '../../src/app/backup/make-backup.ts'
import { type Restored, type RestoreParts, restoreBackup } from '../../src/app/restore/restore-backup.ts'
import { folderPlace } from '../../src/platform/archive/folder-place.ts'
import { readIdentities } from '../../src/platform/archive/identity.ts'
import type { ArchivePlace } from '../../src/platform/archive/place.ts'
import { type KeyFile, newRing } from '../../src/platform/keys/key-file.ts'
import type { TestDesk } from './desk.ts'
import { emptyDatabase, type TestDatabase } from './postgres.ts'
import { scratch } from './scratch.ts'
import { databaseRing } from './test-server.ts'

export interface BackedDesk {
  readonly place: ArchivePlace
  readonly keys: KeyFile
  readonly keyFile: string
  backup(more?: Partial<BackupParts>): Promise<MadeBackup>
  /** Into an empty database of its own, beside the ledger of `dataFolder`. */
  restore(name: string, into: RestoreTarget, more?: Partial<RestoreParts>): Promise<Restored>
}

export interface RestoreTarget {
  readonly database: TestDatabase
  readonly dataFolder: string
}

export async function backedDesk(desk: TestDesk): Promise<BackedDesk> {
  const keyFile = join(desk.dataFolder, 'keys', 'zavor.key')
  const place = folderPlace(join(desk.dataFolder, 'backups'))
  const keys: KeyFile = { database: databaseRing, desk: desk.ring, broker: newRing('broker') }
  const settings = { origin: 'http://desk.test', dataFolder: desk.dataFolder, keyFile, backupRecipients: undefined }
  return {
    place,
    keys,
    keyFile,
    backup: (more) =>
      makeBackup({
        ownerUrl: desk.database.url,
        databaseRing,
        deskRing: desk.ring,
        settings,
        place,
        how: 'command',
        ...more,
      }),
    restore: async (name, { database, dataFolder }, more) =>
      restoreBackup({
        settings: { origin: 'http://desk.test', dataFolder, databaseUrl: database.url },
        keys,
        backup: { name, read: () => place.read(name) },
        identities: await readIdentities(identityPath(keyFile)),
        replace: false,
        ledgerLost: false,
        say: () => {},
        ...more,
      }),
  }
}

/** An empty database and a fresh data folder, both gone when the test is over. */
export async function restoreTarget(): Promise<RestoreTarget> {
  const database = await emptyDatabase()
  const dataFolder = await mkdtemp(join(scratch(), 'zavor-restored-'))
  onTestFinished(async () => {
    await database.drop()
    await rm(dataFolder, { recursive: true, force: true })
  })
  return { database, dataFolder }
}
