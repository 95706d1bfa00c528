/** For a database that was put back by other means (a snapshot of its disk, its own backups): the same before it opens. */
import { join } from 'node:path'
import type { Pool } from 'pg'
import { startEmbedded } from '../../platform/database/embedded.ts'
import { ownerPool } from '../../platform/database/owner-pool.ts'
import type { KeyFile } from '../../platform/keys/key-file.ts'
import { holdFolder } from '../../platform/process/folder-lock.ts'
import { endQuarantine, Quarantined, readQuarantine, setQuarantine } from '../../privacy/backup/quarantine.ts'
import type { RestoreReport } from '../../privacy/backup/report.ts'
import { fileLedger } from '../../privacy/ledger/outside-ledger.ts'
import { ledgerPath } from '../ledger-path.ts'
import { ownerPasswords, rolePasswords } from '../login-roles.ts'
import { passingDesk } from '../passing-desk.ts'
import { prepareDatabase } from '../prepare.ts'
import { clusterFolder } from '../processes/database.ts'
import type { Settings } from '../settings.ts'
import { holdExternal } from './external-database.ts'
import { openRestored } from './open-restored.ts'
import { quietLedger } from './quiet-ledger.ts'
import { RestoreRefused } from './restore-refused.ts'

export interface InPlaceParts {
  readonly settings: Pick<Settings, 'dataFolder' | 'origin' | 'databaseUrl'>
  readonly keys: KeyFile
  readonly ledgerLost: boolean
  say(line: string): void
}

/** @throws RestoreRefused, LedgerDamaged, FolderHeld, Quarantined: the database then stays in quarantine */
export async function restoreInPlace(parts: InPlaceParts): Promise<RestoreReport> {
  const { settings, keys } = parts
  const release = await holdFolder(settings.dataFolder)
  try {
    if (settings.databaseUrl) return await open(parts, settings.databaseUrl)
    const server = await startEmbedded({
      folder: clusterFolder(settings),
      ownerPasswords: ownerPasswords(keys.database),
    })
    try {
      return await open(parts, server.url)
    } finally {
      await server.stop()
    }
  } finally {
    release()
  }
}

async function open(parts: InPlaceParts, ownerUrl: string): Promise<RestoreReport> {
  const owner = ownerPool(ownerUrl)
  let free: (() => void) | undefined
  try {
    if (parts.settings.databaseUrl) free = await holdExternal(owner)
    return await openAs(parts, owner, ownerUrl)
  } finally {
    free?.()
    await owner.end()
  }
}

async function openAs({ settings, keys, ledgerLost, say }: InPlaceParts, owner: Pool, ownerUrl: string) {
  const left = await readQuarantine(owner)
  if (left && left.kind !== 'in_place') throw new Quarantined(left, left.since)
  const { rows } = await owner.query<{ there: boolean }>(`select to_regclass('base.account') is not null as there`)
  if (!rows[0]?.there)
    throw new RestoreRefused(
      'empty',
      'There is no data of Zavor in this database: put it back first, or restore a backup.',
    )
  const startedAt = new Date()
  await setQuarantine(owner, { kind: 'in_place', name: null })
  const changed = await prepareDatabase(owner, rolePasswords(keys.database))
  const ledger = fileLedger(ledgerPath(settings.dataFolder))
  const desk = await passingDesk({
    ownerUrl,
    databaseRing: keys.database,
    deskRing: keys.desk,
    settings,
    ledger: quietLedger(ledger),
  })
  try {
    const report = await openRestored({
      owner,
      desk,
      ledger,
      filesFolder: join(settings.dataFolder, 'files'),
      backup: null,
      chain: null,
      ledgerLost,
      migrated: changed.filter((line) => line.startsWith('+ migrations/')).map((line) => line.slice(2)),
      startedAt,
      say,
    })
    await endQuarantine(owner)
    return report
  } finally {
    await desk.close()
  }
}
