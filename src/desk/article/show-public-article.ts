import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { findPublicArticle } from './public-article.queries.ts'
import { publicArticleView } from './public-article.view.ts'

/** One public article by its address. Only staff see one that is not published. */
export const showPublicArticle = readOperation({
  name: 'public_article.show',
  purpose: 'support',
  http: 'GET /public-articles/{slug}',
  says: 'One public article, in both languages: as it was written, and as blocks to be shown.',
  who: { visitor: true },
  input: z.strictObject({ slug: z.string().min(1).max(80) }),
  output: publicArticleView,
  async run({ db, actor, input }) {
    const article = await findPublicArticle(db, input.slug)
    if (!article || (!article.published && actor.kind !== 'staff')) throw new NotFound('article')
    return article
  },
})
