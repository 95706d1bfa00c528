/** Articles that may answer what somebody is about to ask. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../desk-db.ts'
import { wordsSought } from './article.queries.ts'
import { leadOf } from './article.rules.ts'
import { suggestedAtOnce } from './suggest.rules.ts'

/** As many of the newest hits are weighed: a word that is in every article tells nothing. */
const mostWeighed = 200

/** How many of the words a row holds; one in its title counts twice. */
function hitsOf(words: readonly string[], search: string, title: string): RawBuilder<number> {
  const inTitle = sql`base.search_words(${sql.ref(title)})`
  const parts = words.flatMap((word) => [
    sql`(${sql.ref(search)} @@ ${wordsSought(word)})::int`,
    sql`(${inTitle} @@ ${wordsSought(word)})::int`,
  ])
  return sql<number>`(${sql.join(parts, sql` + `)})`
}

/** Of the account's own articles in use. `words`: from wordsOf, at least one. */
export async function fittingArticles(db: Db, accountId: string, words: readonly string[], least: number) {
  // The inner `offset 0` keeps the planner from walking by time in hope of a match.
  const all = db
    .selectFrom('article')
    .select(['id', 'updated_at'])
    .where('account_id', '=', accountId)
    .where('dropped_at', 'is', null)
    .where(sql<boolean>`search @@ ${wordsSought(words.join(' | '))}`)
    .offset(sql.lit(0))
  const newest = db.selectFrom(all.as('every')).select('id').orderBy('updated_at', 'desc').limit(mostWeighed)
  const hits = hitsOf(words, 'h.search', 'h.title')
  const rows = await db
    .selectFrom(newest.as('n'))
    .innerJoin('article as h', (join) => join.onRef('h.id', '=', 'n.id').on('h.account_id', '=', accountId))
    .select(['h.id', 'h.title', sql<string>`left(h.body, 2000)`.as('beginning')])
    .where(hits, '>=', least)
    .orderBy(hits, 'desc')
    .orderBy('h.updated_at', 'desc')
    .orderBy('h.id')
    .limit(suggestedAtOnce)
    .execute()
  return rows.map(({ id, title, beginning }) => ({ id, title, lead: leadOf(beginning, 120) }))
}

/** Of the public articles that are published, in one language. */
export async function fittingPublicArticles(db: Db, language: 'ro' | 'en', words: readonly string[], least: number) {
  const all = db
    .selectFrom('public_article')
    .select(['id', 'updated_at'])
    .where('published_at', 'is not', null)
    .where(sql<boolean>`${sql.ref(`search_${language}`)} @@ ${wordsSought(words.join(' | '))}`)
    .offset(sql.lit(0))
  const newest = db.selectFrom(all.as('every')).select('id').orderBy('updated_at', 'desc').limit(mostWeighed)
  const hits = hitsOf(words, `h.search_${language}`, `h.title_${language}`)
  const rows = await db
    .selectFrom(newest.as('n'))
    .innerJoin('public_article as h', 'h.id', 'n.id')
    .select(['h.slug', `h.title_${language} as title`])
    .select(sql<string>`left(${sql.ref(`h.body_${language}`)}, 2000)`.as('beginning'))
    .where(hits, '>=', least)
    .orderBy(hits, 'desc')
    .orderBy('h.updated_at', 'desc')
    .orderBy('h.id')
    .limit(suggestedAtOnce)
    .execute()
  return rows.map(({ slug, title, beginning }) => ({ slug, title, lead: leadOf(beginning, 120) }))
}
