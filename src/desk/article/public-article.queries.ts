/** All SQL of the public articles. */
import { sql } from 'kysely'
import type { PageKey } from '../../platform/database/page-key.ts'
import type { Db, Trx } from '../desk-db.ts'
import { wordsSought } from './article.queries.ts'
import { articlesAtOnce, leadOf } from './article.rules.ts'
import { formatted } from './formatted.ts'
import type { PublicArticleView } from './public-article.view.ts'

export interface SoughtPublic {
  readonly which: 'published' | 'all'
  /** From searchQuery; null: all of them. */
  readonly query: string | null
  readonly language: 'ro' | 'en'
}

/** The last changed first, one more than a page. */
export async function newestPublicArticles(
  db: Db,
  { which, query, language }: SoughtPublic,
  after: PageKey | undefined,
) {
  let some = db
    .selectFrom('public_article')
    .select(['id', 'slug', 'title_ro', 'title_en', 'updated_at', 'published_at'])
    .select([sql<string>`left(body_ro, 2000)`.as('beginning_ro'), sql<string>`left(body_en, 2000)`.as('beginning_en')])
  if (which === 'published') some = some.where('published_at', 'is not', null)
  if (query !== null) {
    some = some.where(sql<boolean>`${sql.ref(`search_${language}`)} @@ ${wordsSought(query)}`)
  }
  if (after) some = some.where(sql<boolean>`(updated_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  const rows = await some
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(articlesAtOnce + 1)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    title: { ro: row.title_ro, en: row.title_en },
    lead: { ro: leadOf(row.beginning_ro), en: leadOf(row.beginning_en) },
    updatedAt: row.updated_at,
    published: row.published_at !== null,
  }))
}

export async function findPublicArticle(db: Db, slug: string): Promise<PublicArticleView | undefined> {
  const row = await db
    .selectFrom('public_article')
    .select(['id', 'slug', 'title_ro', 'title_en', 'body_ro', 'body_en', 'revision', 'updated_at', 'published_at'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      slug: row.slug,
      title: { ro: row.title_ro, en: row.title_en },
      body: { ro: row.body_ro, en: row.body_en },
      blocks: { ro: formatted(row.body_ro), en: formatted(row.body_en) },
      revision: row.revision,
      updatedAt: row.updated_at,
      published: row.published_at !== null,
    }
  )
}

/** The article as it stands, locked until the transaction ends. */
export async function lockPublicArticle(trx: Trx, id: string) {
  return await trx
    .withSchema('base')
    .selectFrom('public_article')
    .select(['id', 'revision', 'published_at'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export async function articleSlugTaken(db: Db, slug: string, but: string | undefined): Promise<boolean> {
  let other = db.selectFrom('public_article').select('id').where('slug', '=', slug)
  if (but !== undefined) other = other.where('id', '<>', but)
  return (await other.executeTakeFirst()) !== undefined
}

export interface PublicWords {
  readonly slug: string
  readonly title_ro: string
  readonly title_en: string
  readonly body_ro: string
  readonly body_en: string
}

export async function insertPublicArticle(trx: Trx, id: string, staffId: string, words: PublicWords): Promise<void> {
  await trx
    .insertInto('public_article')
    .values({ id, ...words, updated_by: staffId })
    .execute()
}

export interface PublicSave {
  readonly id: string
  readonly revision: number
  readonly at: Date
  readonly staffId: string
}

export async function updatePublicArticle(
  trx: Trx,
  { id, revision, at, staffId }: PublicSave,
  what: PublicWords | { readonly published_at: Date | null },
): Promise<void> {
  await trx
    .updateTable('public_article')
    .set({ ...what, revision, updated_at: at, updated_by: staffId })
    .where('id', '=', id)
    .execute()
}
