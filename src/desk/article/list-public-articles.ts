import { z } from 'zod'
import { onePage, pageKey } from '../../platform/database/page-key.ts'
import { Refused } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { soughtIn } from '../search/sought.ts'
import { articlesAtOnce } from './article.rules.ts'
import { newestPublicArticles } from './public-article.queries.ts'
import { publicArticleLine } from './public-article.view.ts'

/** What the provider explains to everybody, without an account (P39); drafts too for staff who ask for all. */
export const listPublicArticles = readOperation({
  name: 'public_article.list',
  purpose: 'support',
  http: 'GET /public-articles',
  says: 'Public articles, the last changed first, fifty at a time; `q` are words to be found in those of one language.',
  who: { visitor: true },
  input: z.strictObject({
    q: z.string().max(200).optional(),
    language: z.enum(['ro', 'en']).default('ro'),
    which: z.enum(['published', 'all']).default('published'),
    after: pageKey.optional(),
  }),
  output: z.object({ articles: z.array(publicArticleLine), next: z.string().nullable() }),
  async run({ db, actor, input }) {
    const { which, language, after } = input
    if (which === 'all' && actor.kind !== 'staff') throw new Refused('role')
    const sought = soughtIn(input.q)
    if (sought === null) return { articles: [], next: null }
    const rows = await newestPublicArticles(db, { which, language, ...sought }, after)
    const { page, next } = onePage(rows, articlesAtOnce, (line) => ({ at: line.updatedAt, id: line.id }))
    return { articles: page, next }
  },
})
