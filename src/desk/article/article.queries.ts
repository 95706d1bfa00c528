/** All SQL of a client's articles. */
import { type RawBuilder, sql } from 'kysely'
import { newId } from '../../platform/database/id.ts'
import type { PageKey } from '../../platform/database/page-key.ts'
import { type Author, personIn, staffIn } from '../author.ts'
import type { Db, Trx } from '../desk-db.ts'
import { whoIs } from '../ticket/ticket.queries.ts'
import { articlesAtOnce, leadOf } from './article.rules.ts'
import type { ArticleLine, ArticleView } from './article.view.ts'
import { formatted } from './formatted.ts'

export interface Sought {
  readonly accountId: string
  /** From searchQuery; null: all of them. */
  readonly query: string | null
  readonly dropped: boolean
}

/** A search query of letters, digits and our own operators, written out: by it the planner knows how rare the words are. */
export function wordsSought(query: string): RawBuilder<unknown> {
  return sql`to_tsquery('pg_catalog.simple', ${sql.lit(query)})`
}

/** A client's articles, the last changed first, one more than a page. */
export async function newestArticles(
  db: Db,
  { accountId, query, dropped }: Sought,
  after: PageKey | undefined,
): Promise<ArticleLine[]> {
  let some = db
    .selectFrom('article')
    .select(['account_id', 'id', 'title', 'updated_at', 'by_person', 'by_staff'])
    // The whole of a long text is not sent for the sake of its beginning.
    .select(sql<string>`left(body, 2000)`.as('beginning'))
    .where('account_id', '=', accountId)
    .where('dropped_at', dropped ? 'is not' : 'is', null)
  if (query !== null) some = some.where(sql<boolean>`search @@ ${wordsSought(query)}`)
  if (after) some = some.where(sql<boolean>`(updated_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  const page = some
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(articlesAtOnce + 1)
  const rows = await db
    .selectFrom(page.as('a'))
    .leftJoin('person', (join) =>
      join.onRef('person.account_id', '=', 'a.account_id').onRef('person.id', '=', 'a.by_person'),
    )
    .leftJoin('staff', 'staff.id', 'a.by_staff')
    .select(['a.id', 'a.title', 'a.beginning', 'a.updated_at', 'a.by_person', 'a.by_staff'])
    .select(['person.name as person_name', 'staff.name as staff_name'])
    .orderBy('a.updated_at', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    lead: leadOf(row.beginning),
    updatedAt: row.updated_at,
    by: whoIs(row.by_person, row.person_name, row.by_staff, row.staff_name),
  }))
}

export async function findArticle(db: Db, accountId: string, id: string): Promise<ArticleView | undefined> {
  const row = await db
    .selectFrom('article as a')
    .leftJoin('person', (join) =>
      join.onRef('person.account_id', '=', 'a.account_id').onRef('person.id', '=', 'a.by_person'),
    )
    .leftJoin('staff', 'staff.id', 'a.by_staff')
    .select(['a.id', 'a.title', 'a.body', 'a.revision', 'a.created_at', 'a.updated_at', 'a.dropped_at'])
    .select(['a.by_person', 'a.by_staff', 'person.name as person_name', 'staff.name as staff_name'])
    .where('a.account_id', '=', accountId)
    .where('a.id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      accountId,
      title: row.title,
      body: row.body,
      blocks: formatted(row.body),
      revision: row.revision,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      by: whoIs(row.by_person, row.person_name, row.by_staff, row.staff_name),
      droppedAt: row.dropped_at,
    }
  )
}

/** The article as it stands, locked until the transaction ends: two savers come one after the other. */
export async function lockArticle(trx: Trx, accountId: string, id: string) {
  return await trx
    .withSchema('base')
    .selectFrom('article')
    .select(['id', 'revision', 'dropped_at'])
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** Whether an article already says exactly this. */
export async function says(trx: Trx, accountId: string, id: string, { title, body }: Written): Promise<boolean> {
  const same = await trx
    .selectFrom('article')
    .select('id')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('title', '=', title)
    .where('body', '=', body)
    .executeTakeFirst()
  return same !== undefined
}

export interface Written {
  readonly title: string
  readonly body: string
}

export async function insertArticle(trx: Trx, accountId: string, words: Written, by: Author): Promise<string> {
  const id = newId()
  await trx
    .insertInto('article')
    .values({ account_id: accountId, id, ...words, by_person: personIn(by), by_staff: staffIn(by) })
    .execute()
  return id
}

export interface Save {
  readonly accountId: string
  readonly id: string
  readonly revision: number
  readonly at: Date
  readonly by: Author
}

/** Another save of the article: of its words, or of whether it is dropped. */
export async function updateArticle(
  trx: Trx,
  { accountId, id, revision, at, by }: Save,
  what: Written | { readonly dropped_at: Date | null },
): Promise<void> {
  await trx
    .updateTable('article')
    .set({ ...what, revision, updated_at: at, by_person: personIn(by), by_staff: staffIn(by) })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute()
}
