/** What really stands in the database, read from PostgreSQL's catalogue. */
import type { Pool, PoolClient } from 'pg'
import type { Piece } from './piece.ts'
import type { Grant, Privilege } from './wanted.ts'

export type Client = Pool | PoolClient

export interface CatalogueColumn {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly nullable: boolean
  readonly defaulted: boolean
  readonly generated: boolean
}

export interface Catalogue {
  readonly columns: readonly CatalogueColumn[]
  /** Columns of each base table's primary key, in order. */
  readonly keys: ReadonlyMap<string, readonly string[]>
  /** Tables that lie neither in base nor in a schema of the machinery. */
  readonly strays: readonly string[]
}

/** Schemas of the machinery: they hold no client data and no purpose may enter them. */
export const machinery = ['zavor', 'zavor_parts', 'graphile_worker']

export async function readCatalogue(client: Client): Promise<Catalogue> {
  const columns = await client.query<CatalogueColumn>(`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type,
      not a.attnotnull as nullable, a.atthasdef and a.attgenerated = '' as defaulted, a.attgenerated <> '' as generated
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'base' and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`)
  const keys = await client.query<{ table: string; columns: string[] }>(`
    select c.relname as "table",
      array(select a.attname::text from unnest(k.conkey) with ordinality u(num, pos)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = u.num order by u.pos) as columns
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'p' and n.nspname = 'base'`)
  const strays = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm', 'f') and n.nspname not in ('base', 'pg_catalog', 'information_schema')
       and n.nspname !~ '^pg_(toast|temp)' and n.nspname <> all ($1) order by 1`,
    [machinery],
  )
  return {
    columns: columns.rows,
    keys: new Map(keys.rows.map((row) => [row.table, row.columns])),
    strays: strays.rows.map((row) => row.name),
  }
}

/** Every privilege that a role of ours holds on anything of ours, on whole objects and on columns. */
export async function readGrants(client: Client, roles: readonly string[]): Promise<Grant[]> {
  const { rows } = await client.query<{
    role: string
    privilege: Privilege
    on: Grant['on']
    object: string
    column: string | null
  }>(
    `with ours as (select oid, rolname from pg_roles where rolname = any ($1)),
     acl as (
       select 'schema' as "on", n.nspname::text as object, null::text as "column", n.nspacl as acl from pg_namespace n
       union all
       select 'relation', n.nspname || '.' || c.relname, null, c.relacl from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
       union all
       select 'relation', n.nspname || '.' || c.relname, a.attname::text, a.attacl
         from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
         where a.attacl is not null and not a.attisdropped
       union all
       select 'function', n.nspname || '.' || p.proname, null, p.proacl from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     )
     select distinct o.rolname::text as role, x.privilege_type as privilege, acl."on", acl.object, acl."column"
     from acl cross join lateral aclexplode(acl.acl) x join ours o on o.oid = x.grantee`,
    [roles],
  )
  return rows.map(({ column, ...grant }) => (column === null ? grant : { ...grant, column }))
}

/** How the catalogue shows a piece now; null when it is not there. */
export async function readPieces(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ key: string; shown: string }>(`
    select 'view ' || n.nspname || '.' || c.relname as key, md5(pg_get_viewdef(c.oid)) as shown
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
    union all
    select 'function ' || n.nspname || '.' || p.proname, md5(string_agg(pg_get_functiondef(p.oid), '' order by p.oid))
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'base' and p.prokind = 'f'
      group by n.nspname, p.proname
    union all
    select 'trigger ' || t.tgname || ' on ' || n.nspname || '.' || c.relname, md5(pg_get_triggerdef(t.oid) || t.tgenabled::text)
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not t.tgisinternal and n.nspname = 'base'`)
  return new Map(rows.map((row) => [row.key, row.shown]))
}

export function pieceKey(piece: Pick<Piece, 'kind' | 'name'>): string {
  return `${piece.kind} ${piece.name}`
}
