/** Every value of every text in the database, a table at a time, for scans. */
import type { Pool, PoolClient } from 'pg'

export interface TextColumn {
  readonly table: string
  readonly column: string
}

export interface Scan {
  /** Values that were looked at. */
  readonly values: number
  /** Values that fit the pattern and the test. */
  readonly found: number
}

const textual = `data_type in ('text', 'character varying', 'json', 'jsonb', 'inet', 'cidr')
  or (data_type = 'ARRAY' and udt_name in ('_text', '_varchar'))`

export interface Search {
  /** A PostgreSQL regular expression that every hit fits: the database reads all values and hands over only these. */
  readonly pattern: string
  /** Decides on a value that fits. */
  isHit(value: string): boolean
  /** Columns to leave out. */
  leavesOut?(column: TextColumn): boolean
}

/** Reads one snapshot of the database and changes nothing. */
export async function scanTexts(pool: Pool, search: Search): Promise<Scan> {
  const client = await pool.connect()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    let values = 0
    let found = 0
    for (const { table, column } of await textColumns(client)) {
      if (search.leavesOut?.({ table, column })) continue
      const name = `base.${quoted(table)}`
      const { rows } = await client.query<{ n: string }>(`select count(${quoted(column)}) as n from ${name}`)
      values += Number(rows[0]?.n ?? 0)
      found += await hits(client, `select ${quoted(column)}::text as value from ${name}`, search)
    }
    return { values, found }
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

const page = 2_000

async function hits(client: PoolClient, select: string, { pattern, isHit }: Search): Promise<number> {
  let found = 0
  await client.query(
    `declare scan no scroll cursor for select value from (${select}) t where value ~* '${pattern.replaceAll("'", "''")}'`,
  )
  for (;;) {
    const { rows } = await client.query<{ value: string }>(`fetch ${page} from scan`)
    found += rows.filter((row) => isHit(row.value)).length
    if (rows.length < page) break
  }
  await client.query('close scan')
  return found
}

async function textColumns(client: PoolClient): Promise<TextColumn[]> {
  const { rows } = await client.query<TextColumn>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
     where c.table_schema = 'base' and t.table_type = 'BASE TABLE' and (${textual}) order by 1, 2`,
  )
  return rows
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
