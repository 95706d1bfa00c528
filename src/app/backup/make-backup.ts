/** Makes one backup, removes those that have expired, and notes both in the database. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { policy } from '../../../policy/policy.ts'
import { recordBackup } from '../../backups/record-backup.ts'
import { openIdentity } from '../../platform/archive/identity.ts'
import type { Archived, ArchivePlace } from '../../platform/archive/place.ts'
import { seal } from '../../platform/archive/sealed.ts'
import { FileMissing } from '../../platform/files/blobs.ts'
import { folderBlobs } from '../../platform/files/folder-blobs.ts'
import { derive } from '../../platform/keys/derive.ts'
import { currentRoot, type KeyRing } from '../../platform/keys/key-file.ts'
import { refuseQuarantined } from '../../privacy/backup/quarantine.ts'
import { type BackedFile, type BackupCounts, writeBackup } from '../../privacy/backup/write-backup.ts'
import { after } from '../../privacy/policy/shift.ts'
import { passingDesk } from '../passing-desk.ts'
import { PROGRAM_FOLDER, type Settings } from '../settings.ts'
import { copyLedger, refuseOtherLedger } from './copy-ledger.ts'
import { BackupStoreClosed, type StoreGate, storeGate, writeThrough } from './store-gate.ts'

export interface BackupParts {
  readonly ownerUrl: string
  readonly databaseRing: KeyRing
  readonly deskRing: KeyRing
  readonly settings: Pick<Settings, 'origin' | 'dataFolder' | 'keyFile' | 'backupRecipients'>
  readonly place: ArchivePlace
  readonly how: 'schedule' | 'command'
  readonly now?: Date
}

export interface MadeBackup {
  readonly name: string
  readonly bytes: number
  readonly counts: BackupCounts
  readonly expiresAt: Date
  /** Names of those that had expired and are gone now. */
  readonly removed: readonly string[]
  /** Where a key for backups was just made; null when there was one, or the recipients are given. */
  readonly newIdentity: string | null
  /** Why the database could not be told; null when it was. */
  readonly unrecorded: string | null
}

/** The private key of backups, beside the key file and never in a backup. */
export function identityPath(keyFile: string): string {
  return `${keyFile.replace(/\.key$/, '')}-backup.key`
}

/** Under what the manifest is proven, one key for each generation of the root, the newest last. */
export function macKeys(databaseRing: KeyRing): Buffer[] {
  return databaseRing.roots.map(({ key }) => derive(key, 'backup/mac'))
}

export async function makeBackup(parts: BackupParts): Promise<MadeBackup> {
  const { place, settings, now = new Date() } = parts
  const given = settings.backupRecipients
  const asking = place.reach === 'elsewhere' ? await passingDesk(parts) : null
  const gate = asking && storeGate(place, asking.handles, settings.origin)
  try {
    // Before anything is read or a key is made.
    await gate?.ask()
    await refuseOtherLedger(settings.dataFolder, place)
    const identity = given
      ? { recipients: [...given], made: false }
      : await openIdentity(identityPath(settings.keyFile))
    const { name, bytes, counts, carrier } = await write(parts, identity.recipients, now, gate)
    await copyLedger(settings.dataFolder, place, gate)
    const expiresAt = expiryOf(now)
    const removed = await removeExpired(place, now)
    const made = {
      name,
      bytes,
      rows: counts.rows,
      files: counts.files,
      policyVersion: counts.head.policyVersion,
      recipients: identity.recipients,
      carrier,
      expiresAt: expiresAt.toISOString(),
    }
    const unrecorded = await record(parts, now, { made, failure: null, there: await place.list() })
    const newIdentity = identity.made ? identityPath(settings.keyFile) : null
    return { name, bytes, counts, expiresAt, removed, newIdentity, unrecorded }
  } catch (error) {
    // What lies there already still expires.
    if (error instanceof BackupStoreClosed) await removeExpired(place, now).catch(() => {})
    await record(parts, now, { made: null, failure: wordsOf(error), there: await place.list().catch(() => null) })
    throw error
  } finally {
    await asking?.close()
  }
}

async function write(parts: BackupParts, recipients: readonly string[], now: Date, gate: StoreGate | null) {
  const client = new pg.Client({ connectionString: parts.ownerUrl, application_name: 'zavor backup' })
  client.on('error', () => {})
  await client.connect()
  try {
    await refuseQuarantined(client)
    // A store that does not list what is half-sent is left to its own rules.
    await parts.place.dropHalves(await isAlone(client)).catch(() => {})
    let counts: BackupCounts | undefined
    const source = {
      client,
      files: (accountIds: readonly string[]) => filesOf(parts.settings.dataFolder, accountIds),
      product: await productVersion(),
      policyVersion: policy.version,
      macKey: derive(currentRoot(parts.databaseRing).key, 'backup/mac'),
    }
    const name = nameAt(now)
    const content = writeBackup(source, (told) => {
      counts = told
    })
    const { bytes, carrier } = await writeThrough(parts.place, name, seal(content, recipients), gate)
    if (!counts) throw new Error('The backup was written without its end.')
    return { name, bytes, counts, carrier }
  } finally {
    await client.end().catch(() => {})
  }
}

/** Held until the connection ends, by whoever makes a backup of this database: what is half-sent then is a killed one's. */
async function isAlone(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(`select pg_try_advisory_lock(hashtext('zavor backup')) as alone`)
  return rows[0]?.alone === true
}

/** As they lie: sealed under the keys of their accounts. */
async function* filesOf(dataFolder: string, accountIds: readonly string[]): AsyncIterable<BackedFile> {
  const blobs = await folderBlobs(join(dataFolder, 'files'))
  for (const accountId of accountIds) {
    for await (const name of blobs.list(`${accountId}/`)) {
      const bytes = blobs.read(name)[Symbol.asyncIterator]()
      // Opened before it is announced: what an erasure takes away meanwhile is left out.
      const first = await bytes.next().catch((error) => {
        if (error instanceof FileMissing) return null
        throw error
      })
      if (first) yield { name, content: continued(first, bytes) }
    }
  }
}

async function* continued(first: IteratorResult<Buffer>, rest: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  for (let next = first; !next.done; next = await rest.next()) yield next.value
}

function nameAt(now: Date): string {
  const time = now.toISOString().slice(0, 19).replaceAll(':', '-')
  return `zavor-${time}Z-${randomBytes(4).toString('hex')}.age`
}

/** When a backup of that name was made. */
export function madeAt(name: string): Date {
  const [, day, hour, minute, second] = /^zavor-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z/.exec(name) ?? []
  return new Date(`${day}T${hour}:${minute}:${second}Z`)
}

export function expiryOf(made: Date): Date {
  return after(made, policy.retention.backup.period)
}

/** The newest stays even past its time: while nothing newer could be made it is all that there is, and P30 shows it. */
async function removeExpired(place: ArchivePlace, now: Date): Promise<string[]> {
  const expired = (await place.list()).slice(0, -1).filter(({ name }) => expiryOf(madeAt(name)) <= now)
  for (const { name } of expired) await place.remove(name)
  return expired.map(({ name }) => name)
}

type Outcome = Pick<Parameters<typeof recordBackup.run>[0]['input'], 'made' | 'failure'> & {
  readonly there: readonly Archived[] | null
}

/** A backup counts even where the database cannot be told, as before the first start of a new release. */
async function record(parts: BackupParts, startedAt: Date, { made, failure, there }: Outcome): Promise<string | null> {
  try {
    const desk = await passingDesk(parts)
    try {
      await desk.call(
        { actor: { kind: 'system', job: 'backup' }, via: parts.how === 'schedule' ? 'job' : 'cli' },
        recordBackup,
        {
          place: parts.place.words,
          reach: parts.place.reach,
          how: parts.how,
          startedAt: startedAt.toISOString(),
          made,
          failure,
          there:
            there?.map(({ name, size }) => ({
              name,
              bytes: size,
              madeAt: madeAt(name).toISOString(),
              expiresAt: expiryOf(madeAt(name)).toISOString(),
            })) ?? null,
        },
      )
      return null
    } finally {
      await desk.close()
    }
  } catch (error) {
    return (error as Error).message
  }
}

/** A fault of the database could quote a value: then only its code is kept. A closed gate is said by the page in its language. */
function wordsOf(error: unknown): string {
  if (error instanceof BackupStoreClosed) return `${error.code} ${error.why}`
  const { code, message, severity } = error as { code?: string; message?: string; severity?: string }
  return severity ? `PostgreSQL ${code}` : `${message}`.slice(0, 400)
}

async function productVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(PROGRAM_FOLDER, 'package.json'), 'utf8'))
  return String(version)
}
