import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { Conflict, Invalid, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import type { Db } from '../desk-db.ts'
import { articleBody, articleTitle, staffMayWrite } from './article.rules.ts'
import {
  articleSlugTaken,
  insertPublicArticle,
  lockPublicArticle,
  updatePublicArticle,
} from './public-article.queries.ts'
import { articleSlug } from './public-article.view.ts'
import { insertPublicVersion } from './version.queries.ts'

/** Makes a draft, or changes an article where it stands: then `seen` is the revision that was read. Nothing is published by it. */
export const savePublicArticle = writeOperation({
  name: 'public_article.save',
  purpose: 'support',
  http: 'POST /public-articles',
  says: 'Writes a public article as a draft, or changes one; 409 when somebody changed it since `seen`.',
  who: { staff: staffMayWrite },
  input: z.strictObject({
    publicArticleId: z.uuid().optional(),
    seen: z.int().min(1).max(2_147_483_646).optional(),
    slug: articleSlug,
    titleRo: articleTitle,
    titleEn: articleTitle,
    bodyRo: articleBody,
    bodyEn: articleBody,
  }),
  output: z.object({ publicArticleId: z.string(), revision: z.int() }),
  async faults({ db, given }) {
    const slug = articleSlug.safeParse(given.slug).data
    const id = z.uuid().safeParse(given.publicArticleId).data
    return slug === undefined ? {} : addressFaults(db, slug, id)
  },
  async run({ trx, actor, input, now }) {
    const { publicArticleId: id, slug } = input
    const words = {
      slug,
      title_ro: input.titleRo,
      title_en: input.titleEn,
      body_ro: input.bodyRo,
      body_en: input.bodyEn,
    }
    const faults = await addressFaults(trx, slug, id)
    if (id !== undefined && input.seen === undefined) faults.seen = 'the revision that was read'
    const isFaulty = Object.keys(faults).length > 0
    if (id === undefined) {
      if (isFaulty) throw new Invalid(faults)
      const made = newId()
      await insertPublicArticle(trx, made, actor.staffId, words)
      await insertPublicVersion(trx, made, 1, words, actor.staffId)
      return { publicArticleId: made, revision: 1 }
    }
    const held = await lockPublicArticle(trx, id)
    if (!held) throw new NotFound('article')
    if (input.seen !== undefined && held.revision !== input.seen) {
      throw new Conflict('changed_meanwhile', undefined, faults)
    }
    if (isFaulty) throw new Invalid(faults)
    const revision = held.revision + 1
    await updatePublicArticle(trx, { id, revision, at: now, staffId: actor.staffId }, words)
    await insertPublicVersion(trx, id, revision, words, actor.staffId)
    return { publicArticleId: id, revision }
  },
})

async function addressFaults(db: Db, slug: string, id: string | undefined) {
  const fields: Record<string, string> = {}
  if (await articleSlugTaken(db, slug, id)) fields.slug = m.desk_article_expect_free_slug()
  return fields
}
