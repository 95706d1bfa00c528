/** A backup's parts into a database that was laid out with the backup's own migrations: all of it, or nothing. */
import type { PoolClient } from 'pg'
import { ArchiveBroken, type Ended, type ReadPart, type RecordReader } from '../../platform/archive/records.ts'
import { copyIn } from '../../platform/database/copy.ts'
import { type BackupEnd, type BackupHead, backupEnd, backupHead, FORMAT, isProven, partHead } from './manifest.ts'
import { type BackedTable, copyTarget, nameOf, readTables } from './tables.ts'

/** A backup that is not taken, with what to do. Nothing of it stays. */
export class BackupRefused extends Error {
  readonly code: 'format' | 'unproven' | 'tables' | 'newer'
  constructor(code: BackupRefused['code'], words: string) {
    super(words)
    this.name = 'BackupRefused'
    this.code = code
  }
}

/** What stands at the beginning. @throws BackupRefused for a format that this release does not read */
export async function readBackupHead(reader: RecordReader): Promise<BackupHead> {
  const part = await reader.next()
  if (!('content' in part)) throw new ArchiveBroken('It holds nothing.')
  const said = part.head as { kind?: unknown; format?: unknown } | null
  if (said?.kind !== 'backup') throw new BackupRefused('format', 'This age file is no backup of Zavor.')
  if (said.format !== FORMAT) {
    throw new BackupRefused(
      'format',
      `This backup has format ${String(said.format)} and this release reads ${FORMAT}: use the release that made it.`,
    )
  }
  for await (const _ of part.content) throw new ArchiveBroken('Its beginning holds more than it should.')
  return backupHead.parse(part.head)
}

export interface LoadingParts {
  /** The owner, in a transaction that the caller begins and ends. */
  readonly client: PoolClient
  readonly reader: RecordReader
  readonly head: BackupHead
  /** Takes a file in, all of it. */
  takeFile(name: string, content: AsyncIterable<Buffer>): Promise<void>
  /** From the key file, one for each generation of the root. */
  readonly macKeys: readonly Uint8Array[]
}

/** @throws BackupRefused, ArchiveBroken, SealedRefused: the caller's transaction must then be rolled back */
export async function loadBackup(parts: LoadingParts): Promise<BackupEnd> {
  const { client, reader, head } = parts
  const tables = new Map((await readTables(client)).map((table) => [`${table.schema}.${table.name}`, table]))
  const rebuild = await takeApart(client, [...tables.values()])
  await makeParts(client, head)
  const loaded: Record<string, { rows: number; bytes: number; sha256: string }> = {}
  const files = { count: 0, bytes: 0 }
  let next = await reader.next()
  for (; 'content' in next; next = await reader.next()) {
    const name = await loadPart(parts, next, tables)
    const { bytes, sha256, rows } = next.foot()
    if (name === null) {
      files.count += 1
      files.bytes += bytes
    } else loaded[name] = { rows: Number(rows), bytes, sha256 }
  }
  const end = checked(next, parts.macKeys)
  const missing = [...tables.keys()].filter((name) => !(name in end.tables))
  const differs =
    JSON.stringify(sorted(end.tables)) !== JSON.stringify(sorted(loaded)) || end.files.count !== files.count
  if (differs || missing.length > 0) throw new ArchiveBroken(`It lacks what it says it holds: ${missing.join(', ')}`)
  for (const { name, value } of head.sequences) await client.query('select setval($1::regclass, $2)', [name, value])
  await rebuild()
  return end
}

/** Answers the table's name, or null for a file. */
async function loadPart(
  { client, takeFile }: LoadingParts,
  part: ReadPart,
  tables: ReadonlyMap<string, BackedTable>,
): Promise<string | null> {
  const head = partHead.parse(part.head)
  if (head.kind === 'file') {
    await takeFile(head.name, part.content)
    return null
  }
  if (head.kind === 'jobs') {
    await loadJobs(client, part.content)
    return 'jobs'
  }
  const name = `${head.schema}.${head.name}`
  const table = tables.get(name)
  const strange = table ? head.columns.filter((column) => !table.columns.includes(column)) : [name]
  if (strange.length > 0)
    throw new BackupRefused('tables', `This backup holds what its migrations do not make: ${strange.join(', ')}`)
  const rows = await copyIn(client, copyTarget(head), part.content)
  if (rows !== Number(part.foot().rows)) throw new ArchiveBroken(`${name} has other rows than it should.`)
  return name
}

function checked({ end, digest }: Ended, macKeys: readonly Uint8Array[]): BackupEnd {
  const said = backupEnd.safeParse(end)
  if (!said.success) throw new ArchiveBroken('It has no end.')
  if (!isProven(macKeys, digest, said.data.mac)) {
    throw new BackupRefused(
      'unproven',
      'This backup was not made with this key file: put back the key file of the desk that made it (ZAVOR_KEY_FILE).',
    )
  }
  return said.data
}

/**
 * Takes off what would check, order or answer each row: foreign keys, indexes, triggers, and the rows that migrations
 * laid down. Answers how to put it all back, checked against what was loaded.
 */
async function takeApart(client: PoolClient, tables: readonly BackedTable[]): Promise<() => Promise<void>> {
  const { rows: constraints } = await client.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as drop,
       format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as add
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'base' and k.conparentid = 0 and (k.contype = 'f' or (k.contype = 'c' and not k.convalidated))`,
  )
  const { rows: indexes } = await client.query<{ drop: string; add: string }>(
    `select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as add
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'base' and c.relkind = 'i' and not c.relispartition
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
  )
  const each = (act: (name: string) => string) => tables.map((table) => act(nameOf(table))).join('; ')
  await client.query(each((name) => `alter table ${name} disable trigger user`))
  for (const { drop } of [...constraints, ...indexes]) await client.query(drop)
  await client.query(`truncate ${tables.map(nameOf).join(', ')}`)
  return async () => {
    for (const { add } of [...indexes, ...constraints]) await client.query(add)
    await client.query(each((name) => `alter table ${name} enable trigger user`))
  }
}

/** The access log's months, so that its entries find their part. */
async function makeParts(client: PoolClient, { logSince }: BackupHead): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regproc('base.make_audit_parts') is not null as there`,
  )
  if (rows[0]?.there && logSince) await client.query(`select base.make_audit_parts($1, now())`, [logSince])
}

async function loadJobs(client: PoolClient, content: AsyncIterable<Buffer>): Promise<void> {
  await client.query('create temp table restored_job (job json) on commit drop')
  await copyIn(client, 'restored_job (job)', content)
  await client.query(`do $$
    declare one record; added bigint;
    begin
      for one in select r.* from restored_job, json_to_record(job) as r("task" text, "payload" json, "runAt" timestamptz,
        "attempts" integer, "most" integer, "priority" integer, "key" text)
      loop
        added := (graphile_worker.add_job(one."task", one."payload", run_at => one."runAt", max_attempts => one."most",
          job_key => one."key", priority => one."priority")).id;
        update graphile_worker._private_jobs set attempts = one."attempts" where id = added;
      end loop;
    end $$`)
}

function sorted(record: Readonly<Record<string, { rows: number; bytes: number; sha256: string }>>) {
  return Object.entries(record)
    .map(([name, { rows, bytes, sha256 }]) => [name, rows, bytes, sha256])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
}
