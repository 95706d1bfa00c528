/** A backup and its restore, of a database with 100,000 tickets, against a bare COPY of the same tables. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { identityPath, makeBackup } from '../src/app/backup/make-backup.ts'
import { restoreBackup } from '../src/app/restore/restore-backup.ts'
import { folderPlace } from '../src/platform/archive/folder-place.ts'
import { readIdentities } from '../src/platform/archive/identity.ts'
import { copyIn, copyOut } from '../src/platform/database/copy.ts'
import { type BackedTable, copySource, nameOf, readTables } from '../src/privacy/backup/tables.ts'
import { type BenchDatabase, benchDatabase, benchOrigin } from './support/database.ts'
import { type Bench, noted } from './support/report.ts'
import { fillTickets } from './support/tickets.ts'

export const backupBench: Bench = async ({ small, say }) => {
  const tickets = small ? 10_000 : 100_000
  const volume = { accounts: tickets / 50, peoplePerAccount: 4, tickets, messagesPerTicket: 3, limitedPersons: 0 }
  say(`laying down ${tickets} tickets`)
  const database = await benchDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'zavor-bench-restored-'))
  try {
    await fillTickets(database.owner, volume)
    say('bare COPY out')
    const out = await timed(() => bareOut(database))
    say('backup')
    const place = folderPlace(join(database.folder, 'backups'))
    const keyFile = join(database.folder, 'zavor.key')
    const settings = { origin: benchOrigin, dataFolder: database.folder, keyFile, backupRecipients: undefined }
    const { keys, ownerUrl } = database
    const before = process.memoryUsage().rss
    let most = before
    const watching = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss)
    }, 20)
    const backup = await timed(() =>
      makeBackup({ ownerUrl, databaseRing: keys.database, deskRing: keys.desk, settings, place, how: 'command' }),
    )
    clearInterval(watching)
    say('bare COPY in')
    const into = await timed(() => bareIn(database))
    say('restore')
    let loading = 0
    let loaded = 0
    const identities = await readIdentities(identityPath(keyFile))
    const restore = await timed(() =>
      restoreBackup({
        settings: { origin: benchOrigin, dataFolder: folder, databaseUrl: undefined },
        keys,
        backup: { name: backup.answer.name, read: () => place.read(backup.answer.name) },
        identities,
        replace: false,
        ledgerLost: false,
        say(line) {
          if (line.startsWith('Loading')) loading = performance.now()
          if (line.startsWith('Recomputing')) loaded = performance.now()
        },
      }),
    )
    const megabytes = out.answer / 1e6
    const load = (loaded - loading) / 1000
    return [
      noted('tables, as COPY writes them', megabytes, 'MB'),
      noted('bare COPY out', megabytes / out.seconds, 'MB/s'),
      noted('backup', megabytes / backup.seconds, 'MB/s'),
      noted('backup / bare COPY out', out.seconds / backup.seconds, 'ratio'),
      noted('backup, its size', backup.answer.bytes / 1e6, 'MB'),
      noted('backup, memory above what there was', (most - before) / 1e6, 'MB'),
      noted('bare COPY in, without index or key', megabytes / into.seconds, 'MB/s'),
      noted('load with indexes, keys and policy', megabytes / load, 'MB/s'),
      noted('load / bare COPY in', into.seconds / load, 'ratio'),
      noted('time to open', restore.seconds, 's'),
    ]
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timed<Answer>(act: () => Promise<Answer>): Promise<{ answer: Answer; seconds: number }> {
  const began = performance.now()
  const answer = await act()
  return { answer, seconds: (performance.now() - began) / 1000 }
}

async function connected<Answer>(
  { ownerUrl }: BenchDatabase,
  act: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

/** Every byte of every table, read and thrown away. */
function bareOut(database: BenchDatabase): Promise<number> {
  return connected(database, async (client) => {
    let total = 0
    for (const table of await readTables(client)) {
      for await (const bytes of copyOut(client, copySource(table))) total += bytes.length
    }
    return total
  })
}

/** The same into tables without index or key, from the tables themselves. What PostgreSQL computes it computes here too. */
function bareIn(database: BenchDatabase): Promise<void> {
  return connected(database, (reading) =>
    connected(database, async (writing) => {
      await writing.query('create schema bare')
      for (const table of await readTables(reading)) {
        if (table.schema !== 'base') continue
        const bare: BackedTable = { ...table, schema: 'bare' }
        await writing.query(`create table ${nameOf(bare)} (like ${nameOf(table)} including generated)`)
        const columns = table.columns.map((name) => `"${name}"`).join(', ')
        await copyIn(writing, `${nameOf(bare)} (${columns})`, copyOut(reading, copySource(table)))
      }
    }),
  )
}
