/** One consistent snapshot of the whole database, and the files, as the parts of an archive. Nothing is held in memory. */
import type { Client } from 'pg'
import { type Part, writeRecords } from '../../platform/archive/records.ts'
import { type CopyOut, copyOut } from '../../platform/database/copy.ts'
import { type BackupEnd, type BackupHead, FORMAT, macOf, type PartHead } from './manifest.ts'
import { type BackedTable, copySource, jobsSource, readTables } from './tables.ts'

export interface BackedFile {
  readonly name: string
  readonly content: AsyncIterable<Buffer>
}

export interface BackupSource {
  /** A connection of the owner, used for nothing else meanwhile. */
  readonly client: Client
  /** Files of these accounts, asked for after the tables. One that goes away meanwhile is left out. */
  files(accountIds: readonly string[]): AsyncIterable<BackedFile>
  readonly product: string
  readonly policyVersion: string
  /** Proves the backup; from the key file. */
  readonly macKey: Uint8Array
}

export interface BackupCounts {
  readonly head: BackupHead
  readonly tables: number
  readonly rows: number
  readonly files: number
}

/** The archive's bytes; `done` is told what went into it when all were read. */
export async function* writeBackup(source: BackupSource, done: (counts: BackupCounts) => void): AsyncIterable<Buffer> {
  const { client, macKey } = source
  const tables: BackupEnd['tables'] = {}
  const files = { count: 0, bytes: 0 }
  let head: BackupHead | undefined

  async function* parts(): AsyncIterable<Part> {
    head = await readHead(source)
    yield { head, content: nothing() }
    for (const table of await readTables(client)) yield tablePart(client, table, tables)
    yield copied({ kind: 'jobs' }, copyOut(client, jobsSource), 'jobs', tables)
    const { rows } = await client.query<{ id: string }>('select id from base.account order by id')
    for await (const { name, content } of source.files(rows.map(({ id }) => id))) {
      yield { head: { kind: 'file', name } satisfies PartHead, content: counted(content, files) }
      files.count += 1
    }
  }

  // The snapshot is taken by the first query; every later one sees the same moment.
  await client.query('begin isolation level repeatable read read only')
  await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
  try {
    yield* writeRecords(parts(), (digest): BackupEnd => ({ tables, files, mac: macOf(macKey, digest) }))
  } finally {
    await client.query('rollback').catch(() => {})
  }
  if (head) {
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
    done({ head, tables: Object.keys(tables).length, rows, files: files.count })
  }
}

function tablePart(client: Client, table: BackedTable, tables: BackupEnd['tables']): Part {
  const { schema, name, columns } = table
  const head: PartHead = { kind: 'table', schema, name, columns: [...columns] }
  return copied(head, copyOut(client, copySource(table)), `${schema}.${name}`, tables)
}

function copied(head: PartHead, content: CopyOut, name: string, tables: BackupEnd['tables']): Part {
  return {
    head,
    content,
    foot: (measure) => {
      tables[name] = { rows: content.rows(), ...measure }
      return { rows: content.rows() }
    },
  }
}

async function readHead({ client, product, policyVersion }: BackupSource): Promise<BackupHead> {
  const { rows } = await client.query<{ at: Date; seq: string; hash: string; since: Date | null; ledgers: boolean }>(
    `select now() as at, h.seq, encode(h.hash, 'hex') as hash, (select min(chained_at) from base.audit_entry) as since,
       to_regclass('base.ledger_head') is not null as ledgers from base.audit_head h`,
  )
  const now = rows[0]
  if (!now) throw new Error('The head of the access log is missing: npx zavor audit verify')
  const migrations = await client.query<BackupHead['migrations'][number]>(
    'select number, name, sha256 from zavor.migration order by number',
  )
  const sequences = await client.query<{ name: string; value: string }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as value from pg_sequences
     where schemaname = 'base' and last_value is not null order by 1`,
  )
  const ledger = now.ledgers
    ? (
        await client.query<{ seq: string; hash: string }>(
          `select seq, encode(hash, 'hex') as hash from base.ledger_head`,
        )
      ).rows[0]
    : undefined
  return {
    kind: 'backup',
    format: FORMAT,
    product,
    madeAt: now.at.toISOString(),
    migrations: migrations.rows,
    policyVersion,
    chain: { seq: Number(now.seq), hash: now.hash },
    ledger: ledger ? { seq: Number(ledger.seq), hash: ledger.hash } : null,
    logSince: now.since?.toISOString() ?? null,
    sequences: sequences.rows,
  }
}

async function* nothing(): AsyncIterable<Buffer> {}

async function* counted(content: AsyncIterable<Buffer>, files: { bytes: number }): AsyncIterable<Buffer> {
  for await (const bytes of content) {
    files.bytes += bytes.length
    yield bytes
  }
}
