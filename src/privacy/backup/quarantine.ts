/** A database that is being restored says so itself: nothing serves from it, whoever finds it. */
import type { Client, Pool } from 'pg'

export interface Quarantine {
  /** files: the database is whole and proven, and the files that belong to it are being put in place. */
  readonly kind: 'backup' | 'in_place' | 'files'
  /** Of the backup; null in place. */
  readonly name: string | null
}

/** A restore began and did not finish. */
export class Quarantined extends Error {
  readonly code = 'quarantined'
  constructor({ kind, name }: Quarantine, since: string) {
    const command = kind === 'in_place' ? 'npx zavor restore --in-place' : `npx zavor restore ${name ?? ''}`
    super(
      `The database is in quarantine: a restore that began at ${since} did not finish, and nothing is served from it. Run it again: ${command}`,
    )
    this.name = 'Quarantined'
  }
}

export async function setQuarantine(owner: Pool, { kind, name }: Quarantine): Promise<void> {
  await owner.query('create schema if not exists zavor')
  await owner.query(`create table if not exists zavor.quarantine (
    id integer primary key check (id = 1), kind text not null, name text, since timestamptz not null default now())`)
  await owner.query(
    `insert into zavor.quarantine (id, kind, name) values (1, $1, $2)
     on conflict (id) do update set kind = excluded.kind, name = excluded.name`,
    [kind, name],
  )
}

export async function readQuarantine(owner: Pool | Client): Promise<(Quarantine & { since: string }) | null> {
  const { rows } = await owner.query<{ there: boolean }>(`select to_regclass('zavor.quarantine') is not null as there`)
  if (!rows[0]?.there) return null
  const found = await owner.query<Quarantine & { at: Date }>('select kind, name, since as at from zavor.quarantine')
  const row = found.rows[0]
  return row ? { kind: row.kind, name: row.name, since: row.at.toISOString() } : null
}

export async function endQuarantine(owner: Pool): Promise<void> {
  await owner.query('drop table if exists zavor.quarantine')
}

/** @throws Quarantined */
export async function refuseQuarantined(owner: Pool | Client): Promise<void> {
  const found = await readQuarantine(owner)
  if (found) throw new Quarantined(found, found.since)
}
