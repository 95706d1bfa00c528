/** All SQL that reads targets. */
import { type Kysely, sql } from 'kysely'
import type { For } from '../../privacy/map/types.ts'
import type { TargetView } from './target.view.ts'

/** The targets of an account, each with the deposit that opens it now. */
export async function targetsOf(db: Kysely<For<'access'>>, accountId: string, id?: string): Promise<TargetView[]> {
  let query = db
    .selectFrom('target as t')
    .leftJoin('deposit as d', (join) =>
      join
        .onRef('d.account_id', '=', 't.account_id')
        .onRef('d.target_id', '=', 't.id')
        .on('d.ended_at', 'is', null)
        .on('d.expires_at', '>', sql<Date>`now()`),
    )
    .select(['t.id', 't.kind', 't.name', 't.host', 't.port', 't.url', 't.engine', 't.database_name', 't.username'])
    .leftJoin('secret_request as r', (join) =>
      join.onRef('r.account_id', '=', 'd.account_id').onRef('r.id', '=', 'd.request_id'),
    )
    .leftJoin('person as p', (join) =>
      join.onRef('p.account_id', '=', 'd.account_id').onRef('p.id', '=', 'd.deposited_by'),
    )
    .select([
      'd.id as deposit_id',
      'd.request_id',
      'd.item_id',
      'd.created_at',
      'd.expires_at',
      'd.views',
      'd.views_left',
    ])
    .select(['p.name as by', sql<boolean>`r.withdrawn_at is null`.as('replaceable')])
    .where('t.account_id', '=', accountId)
    .distinctOn('t.id')
    .orderBy('t.id', 'desc')
    .orderBy('d.created_at', 'desc')
  if (id) query = query.where('t.id', '=', id)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    host: row.host,
    port: row.port,
    url: row.url,
    engine: row.engine,
    databaseName: row.database_name,
    username: row.username,
    deposit:
      row.deposit_id === null
        ? null
        : {
            id: row.deposit_id,
            requestId: row.request_id!,
            itemId: row.item_id!,
            at: row.created_at!,
            by: row.by,
            expiresAt: row.expires_at!,
            views: row.views!,
            viewsLeft: row.views_left!,
            replaceable: row.replaceable,
          },
  }))
}
