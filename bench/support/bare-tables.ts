/** Tables as they are, with their rows, keys, indexes and foreign keys, and nothing of Zavor on them: what to compare with. */
import type { Pool } from 'pg'

/** Lays tables down in the schema `bare`, and empty ones for all that points at them, so that a DELETE checks the same keys. */
export async function bareCopy(owner: Pool, tables: readonly string[]): Promise<void> {
  await owner.query('create schema bare')
  const { rows: links } = await owner.query<{ child: string; definition: string }>(
    `select c.relname as child, replace(pg_get_constraintdef(k.oid), 'REFERENCES base.', 'REFERENCES bare.') as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
       join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and n.nspname = 'base' and p.relname = any ($1)`,
    [tables],
  )
  for (const table of new Set([...tables, ...links.map(({ child }) => child)])) {
    await owner.query(`create table bare."${table}" (like base."${table}" including all)`)
  }
  for (const table of tables) await owner.query(await copyOf(owner, table, ''))
  for (const { child, definition } of links) await owner.query(`alter table bare."${child}" add ${definition}`)
  await owner.query('vacuum analyze')
}

/** The tickets that were closed long ago, and their messages. */
export async function copyDue(owner: Pool): Promise<void> {
  const due = `closed_at < now() - interval '3 years'`
  await owner.query(await copyOf(owner, 'ticket', `where ${due}`))
  await owner.query(
    await copyOf(
      owner,
      'message',
      `where exists (select from base.ticket t where t.account_id = s.account_id and t.id = s.ticket_id and t.${due})`,
    ),
  )
  await owner.query('analyze bare.ticket, bare.message')
}

async function copyOf(owner: Pool, table: string, where: string): Promise<string> {
  const { rows } = await owner.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = to_regclass('base.' || quote_ident($1)) and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  const columns = rows[0]?.columns ?? ''
  return `insert into bare."${table}" (${columns}) select ${columns} from base."${table}" s ${where}`
}
