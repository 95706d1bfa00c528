/** Rows laid down without what checks, orders or answers each of them; all of it is put back afterwards, as it was. */
import type { Pool, PoolClient } from 'pg'

/** As many as a small server has cores. */
const lanes = 2

/**
 * `work` fills these tables meanwhile, each lane on a connection of its own. Their foreign keys are checked when they are put
 * back; their triggers are not run: what they would write, `work` writes.
 */
export async function inBulk(
  owner: Pool,
  tables: readonly string[],
  work: (client: PoolClient, lane: number, of: number) => Promise<unknown>,
): Promise<void> {
  const clients = await Promise.all(Array.from({ length: lanes }, () => owner.connect()))
  try {
    for (const client of clients) await client.query(`set maintenance_work_mem = '256MB'`)
    const apart = await takeApart(owner, tables)
    await Promise.all(clients.map((client, lane) => work(client, lane, lanes)))
    for (const statements of [apart.indexes, apart.keys]) {
      const waiting = [...statements]
      await Promise.all(
        clients.map(async (client) => {
          for (let next = waiting.shift(); next; next = waiting.shift()) await client.query(next)
        }),
      )
    }
    for (const table of tables) await owner.query(`alter table base."${table}" enable trigger user`)
  } finally {
    for (const client of clients) client.release(true)
  }
}

async function takeApart(owner: Pool, tables: readonly string[]) {
  const { rows: keys } = await owner.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as drop,
       format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as add
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and c.relnamespace = 'base'::regnamespace and c.relname = any ($1)`,
    [tables],
  )
  const { rows: indexes } = await owner.query<{ drop: string; add: string }>(
    `select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as add
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'base'::regnamespace and c.relname = any ($1)
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
    [tables],
  )
  for (const table of tables) await owner.query(`alter table base."${table}" disable trigger user`)
  for (const { drop } of [...keys, ...indexes]) await owner.query(drop)
  return { keys: keys.map(({ add }) => add), indexes: indexes.map(({ add }) => add) }
}
