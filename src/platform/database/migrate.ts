import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client, Pool, PoolClient } from 'pg'

/** One file of the migrations folder, as it is now. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** The files and the database do not fit together; the message names the file. Nothing was changed. */
export class MigrationRefused extends Error {
  readonly code = 'migration_refused'
}

const NAME = /^(\d{4})-[a-z0-9]+(-[a-z0-9]+)*\.sql$/

/** The migrations of the folder in order. Throws MigrationRefused on a misnamed file or a number used twice. */
export function readMigrations(folder: string): Migration[] {
  const migrations = readdirSync(folder)
    .sort()
    .map((name) => {
      const number = Number(NAME.exec(name)?.[1] ?? 0)
      if (number === 0) throw new MigrationRefused(`migrations/${name}: named otherwise than 0001-some-words.sql`)
      const sql = readFileSync(join(folder, name), 'utf8')
      return { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })
  for (const [index, { number, name }] of migrations.entries()) {
    const other = migrations[index - 1]
    if (other?.number === number) throw new MigrationRefused(`migrations/${name}: has the number of ${other.name}`)
  }
  return migrations
}

/**
 * Applies what is not applied yet, each file in a transaction of its own, in order. Several callers at once wait for each
 * other. Returns the names applied now. Throws MigrationRefused before anything is changed.
 */
export async function migrate(owner: Pool, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder)
  const client = await owner.connect()
  try {
    // Held by the session, not by a transaction: it spans all files, and ends with the connection when we are killed.
    await client.query(`select pg_advisory_lock(hashtext('zavor migrations'))`)
    await client.query(REMEMBERED)
    const pending = pendingOf(migrations, await appliedOf(client))
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('zavor migrations'))`).catch(() => {})
    client.release()
  }
}

/** Applies exactly these files, as another database had them applied. Throws MigrationRefused where the folder has them not. */
export async function migrateAs(owner: Pool, folder: string, wanted: readonly Applied[]): Promise<void> {
  const files = new Map(readMigrations(folder).map((migration) => [migration.number, migration]))
  const client = await owner.connect()
  try {
    await client.query(REMEMBERED)
    for (const { number, name, sha256 } of wanted) {
      const file = files.get(number)
      if (file?.sha256 !== sha256) throw new MigrationRefused(`migrations/${name}: not in the folder as it was applied`)
      await apply(client, file)
    }
  } finally {
    client.release()
  }
}

/** Names of the files that the database lacks. Throws MigrationRefused when the two do not fit together. */
export async function pendingMigrations(owner: Pool | Client, folder: string): Promise<string[]> {
  const { rows } = await owner.query<{ there: boolean }>(`select to_regclass('zavor.migration') is not null as there`)
  return pendingOf(readMigrations(folder), rows[0]?.there ? await appliedOf(owner) : []).map(({ name }) => name)
}

/** Applies what is not applied yet inside the caller's transaction, which decides whether any of it stays. */
export async function migrateWithin(client: PoolClient, folder: string): Promise<string[]> {
  await client.query(REMEMBERED)
  const pending = pendingOf(readMigrations(folder), await appliedOf(client))
  for (const migration of pending) await execute(client, migration)
  return pending.map(({ name }) => name)
}

const REMEMBERED = `
create schema if not exists zavor;
create table if not exists zavor.migration (
  number integer primary key,
  name text not null,
  sha256 text not null,
  applied_at timestamptz not null default now()
)`

type Applied = Pick<Migration, 'number' | 'name' | 'sha256'>

async function appliedOf(client: Pool | PoolClient | Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>('select number, name, sha256 from zavor.migration order by number')
  return rows
}

function pendingOf(migrations: Migration[], applied: Applied[]): Migration[] {
  const files = new Map(migrations.map((migration) => [migration.number, migration]))
  for (const { number, name, sha256 } of applied) {
    const file = files.get(number)
    if (!file) throw new MigrationRefused(`migrations/${name}: applied to this database, but the file is missing`)
    if (file.sha256 !== sha256) throw new MigrationRefused(`migrations/${file.name}: changed after it was applied`)
  }
  const last = applied.at(-1)
  const done = new Set(applied.map(({ number }) => number))
  const pending = migrations.filter(({ number }) => !done.has(number))
  const late = pending.find(({ number }) => last && number < last.number)
  if (late) throw new MigrationRefused(`migrations/${late.name}: comes before ${last?.name}, which is applied already`)
  return pending
}

async function apply(client: PoolClient, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await execute(client, migration)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function execute(client: PoolClient, { number, name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query(sql)
  } catch (error) {
    throw new Error(`migrations/${name}: ${(error as Error).message}`, { cause: error })
  }
  await client.query('insert into zavor.migration (number, name, sha256) values ($1, $2, $3)', [number, name, sha256])
}
