import { type QueryExecutorProvider, sql } from 'kysely'

export interface Link {
  readonly child: string
  readonly parent: string
}

/** Foreign keys between base tables, as they stand in the catalogue. */
export async function readLinks(db: QueryExecutorProvider): Promise<Link[]> {
  const { rows } = await sql<Link>`select distinct c.relname::text as child, p.relname::text as parent
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
      join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and n.nspname = 'base' and c.oid <> p.oid`.execute(db)
  return rows
}

/** A rank for each table, such that whatever points at a table comes before it. Tables in a circle come last. */
export function childrenFirst(links: readonly Link[]): (table: string) => number {
  const waiting = new Set(links.flatMap(({ child, parent }) => [child, parent]))
  const ranks = new Map<string, number>()
  for (let rank = 0; waiting.size > 0; rank++) {
    const free = [...waiting].filter((table) => !links.some((l) => l.parent === table && waiting.has(l.child)))
    const next = free.length > 0 ? free : [...waiting]
    for (const table of next) {
      waiting.delete(table)
      ranks.set(table, rank)
    }
  }
  return (table) => ranks.get(table) ?? -1
}
