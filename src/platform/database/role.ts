import type { Pool, PoolClient } from 'pg'

/** Makes a login role with that password, or gives it the password. Names and passwords are ours, never from outside. */
export async function ensureRole(owner: Pool | PoolClient, role: string, password: string): Promise<void> {
  if (!/^[a-z_]+$/.test(role) || !/^[A-Za-z0-9_-]+$/.test(password))
    throw new Error(`The role ${role} would need quoting.`)
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role])
  if (rowCount === 0) await owner.query(`create role ${role} login noinherit password '${password}'`)
  else await owner.query(`alter role ${role} login noinherit password '${password}'`)
}
