import pg from 'pg'

/** A small pool of the owner's connections. Close it with `end()`. */
export function ownerPool(url: string, max = 4): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'zavor owner' })
  return unbreakable(pool)
}

/**
 * Without listeners a connection that the server ends, idle or in use, would end the process. Whoever waits for an answer
 * on it is told by the query itself.
 */
export function unbreakable(pool: pg.Pool): pg.Pool {
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** The connection string of another role on the same database. */
export function urlFor(url: string, role: string, password: string): string {
  const other = new URL(url)
  other.username = encodeURIComponent(role)
  other.password = encodeURIComponent(password)
  return other.href
}
