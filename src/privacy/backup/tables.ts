/** Which tables a backup holds: all of the product's own, and the waiting jobs. */
import type { ClientBase } from 'pg'
import { quote } from '../compiler/quote.ts'

export interface BackedTable {
  readonly schema: string
  readonly name: string
  /** Without those that the database computes itself. */
  readonly columns: readonly string[]
  readonly inParts: boolean
}

/** The restored database makes these itself, from migrations and policy. */
const ownWork = ['migration', 'policy_state', 'quarantine']

export async function readTables(client: ClientBase): Promise<BackedTable[]> {
  const { rows } = await client.query<BackedTable>(
    `select n.nspname::text as schema, c.relname::text as name, c.relkind = 'p' as "inParts",
       array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind in ('r', 'p') and not c.relispartition
       and (n.nspname = 'base' or (n.nspname = 'zavor' and c.relname <> all ($1)))
     group by 1, 2, 3 order by 1, 2`,
    [ownWork],
  )
  return rows
}

export function nameOf({ schema, name }: Pick<BackedTable, 'schema' | 'name'>): string {
  return `${quote(schema)}.${quote(name)}`
}

/** For `copy … to stdout` and `copy … from stdin`. */
export function copyTarget(table: Pick<BackedTable, 'schema' | 'name' | 'columns'>): string {
  return `${nameOf(table)} (${table.columns.map(quote).join(', ')})`
}

/** A table in parts is copied by a query. */
export function copySource(table: BackedTable): string {
  return table.inParts ? `(select ${table.columns.map(quote).join(', ')} from ${nameOf(table)})` : copyTarget(table)
}

/** The waiting jobs, one JSON a row, whatever the queue's own tables look like in another release. */
export const jobsSource = `(select json_build_object('task', t.identifier, 'payload', j.payload, 'runAt', j.run_at,
    'attempts', j.attempts, 'most', j.max_attempts, 'priority', j.priority, 'key', j.key)
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id)`
