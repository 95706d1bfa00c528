/** Every column of every table of every schema; search indexes by their words; what the server remembers of values. */
import type { Pool, PoolClient } from 'pg'
import { quote } from '../compiler/quote.ts'
import { comparable, comparableText, formsOf, type Needle, wordsOf } from './needles.ts'
import type { Finding } from './scan-files.ts'
import { type Search, searchFor } from './search.ts'

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
}

const batch = 500

/** @param owner connections of the owner, who sees every table whole */
export async function scanDatabase(owner: Pool, needles: readonly Needle[]): Promise<Finding[]> {
  const search = searchFor(formsOf(needles))
  const client = await owner.connect()
  try {
    await client.query('begin read only isolation level repeatable read')
    const findings: Finding[] = []
    for (const [table, columns] of await everyTable(client)) {
      findings.push(...(await scanTable(client, table, columns, search, needles)))
    }
    return findings
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function everyTable(client: PoolClient): Promise<Map<string, Column[]>> {
  const { rows } = await client.query<Column>(
    `select format('%I.%I', n.nspname, c.relname) as "table", a.attname as "column", format_type(a.atttypid, null) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and a.attnum > 0 and not a.attisdropped
       and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
     order by 1, a.attnum`,
  )
  // The planner quotes common values.
  for (const column of ['most_common_vals', 'histogram_bounds', 'most_common_elems']) {
    rows.push({ table: 'pg_catalog.pg_stats', column, type: 'anyarray' })
  }
  return Map.groupBy(rows, (row) => row.table) as Map<string, Column[]>
}

async function scanTable(
  client: PoolClient,
  table: string,
  columns: readonly Column[],
  search: Search,
  needles: readonly Needle[],
): Promise<Finding[]> {
  const chosen = columns.map(({ column, type }, at) => `${quote(column)}${type === 'bytea' ? '' : '::text'} as a${at}`)
  await client.query(`declare scan cursor for select ${chosen.join(', ')} from ${table}`)
  const findings = new Map<string, Finding>()
  for (;;) {
    const { rows } = await client.query<Record<string, string | Buffer | null>>(`fetch ${batch} from scan`)
    if (rows.length === 0) break
    for (const [at, column] of columns.entries()) {
      const values = rows.flatMap((row) => row[`a${at}`] ?? [])
      const hits = column.type === 'tsvector' ? inWords(values, needles) : inBytes(values, search)
      for (const hit of hits) {
        const where = `${table}.${column.column}`
        findings.set(`${where} ${hit.needle} ${hit.form}`, { where, ...hit })
      }
    }
  }
  await client.query('close scan')
  return [...findings.values()]
}

type Hit = Omit<Finding, 'where'>

function inBytes(values: readonly (string | Buffer)[], search: Search): Hit[] {
  const bytes = values
    .map((value) => (typeof value === 'string' ? null : comparable(value)))
    .filter((one) => one !== null)
  const texts = values.filter((value) => typeof value === 'string').join('\n')
  const all = Buffer.concat([...bytes, comparableText(texts)])
  return search(all).map(({ needle, form }) => ({ needle, form }))
}

/** A search index holds words, not texts: all words of a needle in one row are taken for the needle. */
function inWords(values: readonly (string | Buffer)[], needles: readonly Needle[]): Hit[] {
  return needles
    .filter((needle) => {
      const words = wordsOf(needle)
      return words.length > 0 && values.some((value) => words.every((word) => String(value).includes(`'${word}'`)))
    })
    .map(({ label }) => ({ needle: label, form: 'words' }))
}
