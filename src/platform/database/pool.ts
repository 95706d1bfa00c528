/** A pool for one login role, with prepared statements and errors that cannot stop the process. */
import { createHash } from 'node:crypto'
import pg from 'pg'

export interface PoolOptions {
  readonly max?: number
  /** Told about a broken idle connection; by default nothing, as the pool replaces it. */
  readonly onError?: (error: Error) => void
}

const calendarDay = 1082
const uuidArray = 2951
const anyArray = pg.types.getTypeParser(uuidArray as number)
const parsers: Readonly<Record<number, (value: string) => unknown>> = {
  // A calendar day has no zone: as a Date it would move by one at the edge of the day.
  [calendarDay]: (value) => value,
  [uuidArray]: idsIn,
}

/** Ids have nothing quoted in them: a list of thousands is read at once, not letter by letter, if it has no gaps and is flat. */
function idsIn(value: string): unknown {
  if (value.includes('N') || !value.startsWith('{') || value.startsWith('{{')) return anyArray(value)
  return value === '{}' ? [] : value.slice(1, -1).split(',')
}

/** @param url connection string of one login role */
export function openPool(url: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 8,
    min: 0,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // A statement may follow another before that was answered: the last of a transaction and its commit go together.
    pipeline: true,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  })
  return unbreakable(pool, options.onError)
}

/**
 * Without listeners a connection that the server ends, idle or in use, would end the process. Whoever waits for an answer
 * on it is told by the query itself.
 */
export function unbreakable(pool: pg.Pool, onError: (error: Error) => void = () => undefined): pg.Pool {
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const names = new Map<string, string>()
const mostNames = 2_000

/**
 * The name under which a statement is prepared: the same text, the same name. Beyond 2,000 texts (a list of varying
 * length makes a new one each time) statements go unnamed, so that neither side's memory grows without end.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known) return known
  if (names.size >= mostNames) return undefined
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}
