import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { Conflict, Invalid, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
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
  async run({ trx, actor, input, now }) {
    const { publicArticleId: id, slug } = input
    const words = {
      slug,
      title_ro: input.titleRo,
      title_en: input.titleEn,
      body_ro: input.bodyRo,
      body_en: input.bodyEn,
    }
    if (await articleSlugTaken(trx, slug, id)) throw new Invalid({ slug: m.desk_article_expect_free_slug() })
    if (id === undefined) {
      const made = newId()
      await insertPublicArticle(trx, made, actor.staffId, words)
      await insertPublicVersion(trx, made, 1, words, actor.staffId)
      return { publicArticleId: made, revision: 1 }
    }
    if (input.seen === undefined) throw new Invalid({ seen: 'the revision that was read' })
    const held = await lockPublicArticle(trx, id)
    if (!held) throw new NotFound('article')
    if (held.revision !== input.seen) throw new Conflict('changed_meanwhile')
    const revision = held.revision + 1
    await updatePublicArticle(trx, { id, revision, at: now, staffId: actor.staffId }, words)
    await insertPublicVersion(trx, id, revision, words, actor.staffId)
    return { publicArticleId: id, revision }
  },
})
