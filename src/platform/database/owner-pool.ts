import pg from 'pg'
import { unbreakable } from './pool.ts'

/** A small pool of the owner's connections. Close it with `end()`. */
export function ownerPool(url: string, max = 4): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'zavor owner' })
  return unbreakable(pool)
}

/** The connection string of another role on the same database. */
export function urlFor(url: string, role: string, password: string): string {
  const other = new URL(url)
  other.username = encodeURIComponent(role)
  other.password = encodeURIComponent(password)
  return other.href
}
