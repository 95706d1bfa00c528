/** A backup into quarantine, and out of it only when everything that happened since has been done again. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Pool } from 'pg'
import { RecordReader } from '../../platform/archive/records.ts'
import { unseal } from '../../platform/archive/sealed.ts'
import { startEmbedded } from '../../platform/database/embedded.ts'
import { migrateAs, readMigrations } from '../../platform/database/migrate.ts'
import { ownerPool } from '../../platform/database/owner-pool.ts'
import { folderBlobs } from '../../platform/files/folder-blobs.ts'
import type { KeyFile } from '../../platform/keys/key-file.ts'
import { holdFolder } from '../../platform/process/folder-lock.ts'
import { BackupRefused, loadBackup, readBackupHead } from '../../privacy/backup/load-backup.ts'
import type { BackupEnd, BackupHead } from '../../privacy/backup/manifest.ts'
import { endQuarantine, readQuarantine, setQuarantine } from '../../privacy/backup/quarantine.ts'
import type { RestoreReport } from '../../privacy/backup/report.ts'
import { fileLedger } from '../../privacy/ledger/outside-ledger.ts'
import { macKeys } from '../backup/make-backup.ts'
import { ledgerPath } from '../ledger-path.ts'
import { ownerPasswords, rolePasswords } from '../login-roles.ts'
import { MIGRATIONS } from '../migrations-folder.ts'
import { passingDesk } from '../passing-desk.ts'
import { layGround, prepareDatabase } from '../prepare.ts'
import { clusterFolder } from '../processes/database.ts'
import type { Settings } from '../settings.ts'
import { emptyExternal, holdExternal, takeExternal } from './external-database.ts'
import { takeNewestLedger } from './newest-ledger.ts'
import { openRestored } from './open-restored.ts'
import { quietLedger } from './quiet-ledger.ts'
import { RestoreRefused } from './restore-refused.ts'
import { beginStaging, endStaged, finishReplacing, type Staging } from './staging.ts'

export interface RestoreParts {
  readonly settings: Pick<Settings, 'dataFolder' | 'origin' | 'databaseUrl'>
  readonly keys: KeyFile
  readonly backup: { readonly name: string; read(): Promise<Readable> }
  /** age identities, any of which may open it. */
  readonly identities: readonly string[]
  /** What lies in the data folder may be moved aside. */
  readonly replace: boolean
  /** No copy of the ledger outside is left, and the operator said so. */
  readonly ledgerLost: boolean
  /** The copy of the ledger outside that lies beside the backups; null when there is none. */
  readonly ledgerCopy?: Buffer | null
  readonly migrationsFolder?: string
  say(line: string): void
}

export interface Restored {
  readonly report: RestoreReport
  /** Where the data of before lies now; null when there was none. */
  readonly replaced: string | null
}

/**
 * Restores into a fresh data folder, or beside what is in use and then in its place; with DATABASE_URL into an empty
 * database. Whatever goes wrong before the opening, what was in use stays as it is.
 * @throws SealedRefused, ArchiveBroken, BackupRefused, RestoreRefused, FolderHeld
 */
export async function restoreBackup(parts: RestoreParts): Promise<Restored> {
  const { settings, replace, backup, say } = parts
  const release = await holdFolder(settings.dataFolder)
  try {
    const finished = finishReplacing(settings.dataFolder)
    if (finished) {
      if (settings.databaseUrl) await openAfterFiles(settings.databaseUrl, finished.name)
      throw new RestoreRefused(
        'unfinished',
        `The restore of ${finished.name} was cut off while it was put in place: this is finished now, and Zavor can be started. To restore once more, say so again.`,
      )
    }
    const inUse = existsSync(join(settings.dataFolder, 'files')) || existsSync(clusterFolder(settings))
    if (inUse && !replace) {
      throw new RestoreRefused(
        'occupied',
        `${settings.dataFolder} holds data already. Restore into another folder (ZAVOR_DATA), or have this data moved aside: --replace`,
      )
    }
    const added = parts.ledgerCopy ? await takeNewestLedger(settings.dataFolder, parts.ledgerCopy) : 0
    if (added > 0) say(`Took ${added} lines of erasures.log from its copy beside the backups`)
    await endStaged(settings.dataFolder)
    const staging = beginStaging(settings.dataFolder, backup.name)
    try {
      if (settings.databaseUrl) return await intoExternal(parts, settings.databaseUrl, staging)
      const report = await intoEmbedded(parts, staging.folder)
      say('Putting it in place')
      return { report, replaced: staging.putInPlace() }
    } catch (error) {
      staging.discard()
      throw noRoom(error, settings.dataFolder) ?? error
    }
  } finally {
    release()
  }
}

async function intoEmbedded(parts: RestoreParts, folder: string): Promise<RestoreReport> {
  const server = await startEmbedded({
    folder: join(folder, 'postgres'),
    ownerPasswords: ownerPasswords(parts.keys.database),
  })
  const owner = ownerPool(server.url)
  try {
    const report = await fill(parts, owner, server.url, folder)
    await endQuarantine(owner)
    return report
  } finally {
    await owner.end()
    await server.stop()
  }
}

/** Its quarantine outlasts the files: a database that is open beside files of another moment would serve both. */
async function intoExternal(parts: RestoreParts, url: string, staging: Staging): Promise<Restored> {
  const owner = ownerPool(url)
  let free: (() => void) | undefined
  try {
    free = await holdExternal(owner)
    await takeExternal(owner)
    const report = await fill(parts, owner, url, staging.folder).catch(async (error) => {
      await emptyExternal(owner).catch(() => {})
      throw error
    })
    await setQuarantine(owner, { kind: 'files', name: parts.backup.name })
    parts.say('Putting it in place')
    const replaced = staging.putInPlace()
    await endQuarantine(owner)
    return { report, replaced }
  } finally {
    free?.()
    await owner.end()
  }
}

/** The files of a run that was cut off are in place now, and its database waited only for them. */
async function openAfterFiles(url: string, name: string): Promise<void> {
  const owner = ownerPool(url)
  try {
    const left = await readQuarantine(owner)
    if (left?.kind === 'files' && left.name === name) await endQuarantine(owner)
  } finally {
    await owner.end()
  }
}

/** 53100: PostgreSQL's disk is full. */
function noRoom(error: unknown, dataFolder: string): RestoreRefused | null {
  const { code } = error as { code?: string }
  if (code !== 'ENOSPC' && code !== '53100') return null
  return new RestoreRefused(
    'full',
    `There is no room left on the disk of ${dataFolder} or of the database. What was in use is as it was: make room and run it again.`,
  )
}

async function fill(parts: RestoreParts, owner: Pool, ownerUrl: string, folder: string): Promise<RestoreReport> {
  const { backup, keys, settings, migrationsFolder = MIGRATIONS, say } = parts
  const startedAt = new Date()
  const filesFolder = join(folder, 'files')
  const blobs = await folderBlobs(filesFolder)
  const reader = new RecordReader(unseal(await backup.read(), parts.identities))
  const head = await readBackupHead(reader)
  say(`Backup of ${head.madeAt}, made by release ${head.product}`)
  refuseUnknown(head, migrationsFolder)
  await setQuarantine(owner, { kind: 'backup', name: backup.name })
  const passwordOf = rolePasswords(keys.database)
  await layGround(owner, passwordOf)
  await migrateAs(owner, migrationsFolder, head.migrations)
  say('Loading tables and files into quarantine')
  const end = await load(owner, {
    reader,
    head,
    macKeys: macKeys(keys.database),
    takeFile: (name, content) => blobs.write(name, content),
  })
  const changed = await prepareDatabase(owner, passwordOf, migrationsFolder)
  const ledger = fileLedger(ledgerPath(settings.dataFolder))
  const desk = await passingDesk({
    ownerUrl,
    databaseRing: keys.database,
    deskRing: keys.desk,
    settings: { dataFolder: folder, origin: settings.origin },
    ledger: quietLedger(ledger),
  })
  try {
    return await openRestored({
      owner,
      desk,
      ledger,
      filesFolder,
      backup: summary(backup.name, head, end),
      chain: head.chain,
      ledgerLost: parts.ledgerLost,
      migrated: changed.filter((line) => line.startsWith('+ migrations/')).map((line) => line.slice(2)),
      startedAt,
      say,
    })
  } finally {
    await desk.close()
  }
}

type Loading = Omit<Parameters<typeof loadBackup>[0], 'client'>

async function load(owner: Pool, parts: Loading): Promise<BackupEnd> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
    // Nothing else runs in this database yet: indexes and keys may have the room.
    await client.query(`set local maintenance_work_mem = '256MB'`)
    const end = await loadBackup({ ...parts, client })
    await client.query('commit')
    await client.query('analyze')
    return end
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

function refuseUnknown({ migrations, product }: BackupHead, folder: string): void {
  const files = new Map(readMigrations(folder).map((file) => [file.number, file]))
  for (const { number, name, sha256 } of migrations) {
    const file = files.get(number)
    if (file?.sha256 === sha256) continue
    throw new BackupRefused(
      'newer',
      `This backup was made by another release (${product}): it has migrations/${name}, which ${file ? 'differs' : 'is missing'} here. Install that release or a later one and restore with it.`,
    )
  }
}

function summary(name: string, head: BackupHead, end: BackupEnd): RestoreReport['backup'] {
  return {
    name,
    madeAt: head.madeAt,
    product: head.product,
    policyVersion: head.policyVersion,
    tables: Object.keys(end.tables).length,
    rows: Object.values(end.tables).reduce((sum, { rows }) => sum + rows, 0),
    files: end.files.count,
  }
}
