/** All SQL of what articles said before. */
import { newId } from '../../platform/database/id.ts'
import { type Author, personIn, staffIn } from '../author.ts'
import type { Db, Trx } from '../desk-db.ts'
import { whoIs } from '../ticket/ticket.queries.ts'
import type { Written } from './article.queries.ts'
import { versionsAtOnce } from './article.rules.ts'
import { formatted } from './formatted.ts'
import type { PublicWords } from './public-article.queries.ts'
import type { ArticleVersion, PublicArticleVersion, PublicVersionLine, VersionLine } from './version.view.ts'

interface Of {
  readonly accountId: string
  readonly articleId: string
}

/** Keeps what a save says. */
export async function insertVersion(
  trx: Trx,
  { accountId, articleId }: Of,
  revision: number,
  words: Written,
  by: Author,
): Promise<void> {
  await trx
    .insertInto('article_version')
    .values({
      account_id: accountId,
      id: newId(),
      article_id: articleId,
      revision,
      title: words.title,
      body: words.body,
      by_person: personIn(by),
      by_staff: staffIn(by),
    })
    .execute()
}

/** The newest saves below a revision, newest first, one more than a page. */
export async function newestVersions(db: Db, of: Of, below: number | undefined): Promise<VersionLine[]> {
  let some = db
    .selectFrom('article_version')
    .select(['account_id', 'revision', 'title', 'created_at', 'by_person', 'by_staff'])
    .where('account_id', '=', of.accountId)
    .where('article_id', '=', of.articleId)
  if (below !== undefined) some = some.where('revision', '<', below)
  const rows = await db
    .selectFrom(
      some
        .orderBy('revision', 'desc')
        .limit(versionsAtOnce + 1)
        .as('v'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.account_id', '=', 'v.account_id').onRef('person.id', '=', 'v.by_person'),
    )
    .leftJoin('staff', 'staff.id', 'v.by_staff')
    .select(['v.revision', 'v.title', 'v.created_at', 'v.by_person', 'v.by_staff'])
    .select(['person.name as person_name', 'staff.name as staff_name'])
    .orderBy('v.revision', 'desc')
    .execute()
  return rows.map((row) => ({
    revision: row.revision,
    title: row.title,
    at: row.created_at,
    by: whoIs(row.by_person, row.person_name, row.by_staff, row.staff_name),
  }))
}

export async function findVersion(db: Db, of: Of, revision: number): Promise<ArticleVersion | undefined> {
  const row = await db
    .selectFrom('article_version as v')
    .leftJoin('person', (join) =>
      join.onRef('person.account_id', '=', 'v.account_id').onRef('person.id', '=', 'v.by_person'),
    )
    .leftJoin('staff', 'staff.id', 'v.by_staff')
    .select(['v.revision', 'v.title', 'v.body', 'v.created_at', 'v.by_person', 'v.by_staff'])
    .select(['person.name as person_name', 'staff.name as staff_name'])
    .where('v.account_id', '=', of.accountId)
    .where('v.article_id', '=', of.articleId)
    .where('v.revision', '=', revision)
    .executeTakeFirst()
  return (
    row && {
      revision: row.revision,
      title: row.title,
      body: row.body,
      blocks: formatted(row.body),
      at: row.created_at,
      by: whoIs(row.by_person, row.person_name, row.by_staff, row.staff_name),
    }
  )
}

export async function insertPublicVersion(
  trx: Trx,
  publicArticleId: string,
  revision: number,
  { slug: _, ...words }: PublicWords,
  staffId: string,
): Promise<void> {
  await trx
    .insertInto('public_article_version')
    .values({ id: newId(), public_article_id: publicArticleId, revision, ...words, by_staff: staffId })
    .execute()
}

/** The newest saves below a revision, newest first, one more than a page. */
export async function newestPublicVersions(
  db: Db,
  publicArticleId: string,
  below: number | undefined,
): Promise<PublicVersionLine[]> {
  let some = db
    .selectFrom('public_article_version as v')
    .leftJoin('staff', 'staff.id', 'v.by_staff')
    .select(['v.revision', 'v.title_ro', 'v.title_en', 'v.created_at', 'staff.name'])
    .where('v.public_article_id', '=', publicArticleId)
  if (below !== undefined) some = some.where('v.revision', '<', below)
  const rows = await some
    .orderBy('v.revision', 'desc')
    .limit(versionsAtOnce + 1)
    .execute()
  return rows.map((row) => ({
    revision: row.revision,
    title: { ro: row.title_ro, en: row.title_en },
    at: row.created_at,
    by: row.name,
  }))
}

export async function findPublicVersion(
  db: Db,
  publicArticleId: string,
  revision: number,
): Promise<PublicArticleVersion | undefined> {
  const row = await db
    .selectFrom('public_article_version as v')
    .leftJoin('staff', 'staff.id', 'v.by_staff')
    .select(['v.revision', 'v.title_ro', 'v.title_en', 'v.body_ro', 'v.body_en', 'v.created_at', 'staff.name'])
    .where('v.public_article_id', '=', publicArticleId)
    .where('v.revision', '=', revision)
    .executeTakeFirst()
  return (
    row && {
      revision: row.revision,
      title: { ro: row.title_ro, en: row.title_en },
      body: { ro: row.body_ro, en: row.body_en },
      blocks: { ro: formatted(row.body_ro), en: formatted(row.body_en) },
      at: row.created_at,
      by: row.name,
    }
  )
}
