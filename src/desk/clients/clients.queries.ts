/** Clients as the staff see them beside their work. */
import { type RawBuilder, sql } from 'kysely'
import type { PageKey } from '../../platform/database/page-key.ts'
import type { Db } from '../desk-db.ts'

export interface ClientRow {
  readonly id: string
  readonly kind: 'client' | 'prospect'
  readonly name: string
  readonly phone: string | null
  readonly language: 'ro' | 'en'
  readonly created_at: Date
  readonly closed_at: Date | null
}

export type ClientKind = ClientRow['kind']

const columns = ['id', 'kind', 'name', 'phone', 'language', 'created_at', 'closed_at'] as const

/** Clients of one kind, newest first, one more than a page. */
export async function newestClients(
  db: Db,
  kind: ClientKind,
  after: PageKey | undefined,
  pageSize: number,
): Promise<ClientRow[]> {
  let some = db.selectFrom('account').select(columns).where('kind', '=', kind).where('erased_at', 'is', null)
  if (after) some = some.where(sql<boolean>`(created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  return await some
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize + 1)
    .execute()
}

/** Clients whose name, or a name or address of whose people, holds the words. Of each kind of hit the first hundred. */
export async function searchClients(db: Db, query: string, most: number): Promise<ClientRow[]> {
  const words: RawBuilder<unknown> = sql`to_tsquery('pg_catalog.simple', ${sql.lit(query)})`
  return await db
    .selectFrom('account')
    .select(columns)
    .where('erased_at', 'is', null)
    .where(
      sql<boolean>`id in (
        (select a.id from account a where base.search_words(a.name) @@ ${words} limit 100)
        union
        (select p.account_id from person p
          where base.search_words(p.name || ' ' || coalesce(p.email, '')) @@ ${words} limit 100))`,
    )
    .orderBy('name')
    .limit(most)
    .execute()
}

export async function findClient(db: Db, accountId: string): Promise<ClientRow | undefined> {
  return await db
    .selectFrom('account')
    .select(columns)
    .where('id', '=', accountId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
}

/** The people of a client who have not left, those who are limited left out. */
export async function peopleOf(db: Db, accountId: string) {
  return await db
    .selectFrom('person')
    .leftJoin('member', (join) =>
      join.onRef('member.account_id', '=', 'person.account_id').onRef('member.person_id', '=', 'person.id'),
    )
    .select([
      'person.id',
      'person.name',
      'person.email',
      'person.phone',
      'person.job_title',
      'person.language',
      'member.roles',
    ])
    .where('person.account_id', '=', accountId)
    .where('person.erased_at', 'is', null)
    .where('member.ended_at', 'is', null)
    .orderBy('person.name')
    .limit(200)
    .execute()
}
