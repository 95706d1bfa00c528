import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { staffMayWrite } from './article.rules.ts'
import { lockPublicArticle, updatePublicArticle } from './public-article.queries.ts'

/** Shows a public article to everybody, or makes it a draft again. Twice is as once. */
export const publishArticle = writeOperation({
  name: 'public_article.publish',
  purpose: 'support',
  http: 'POST /public-articles/{publicArticleId}/publish',
  says: 'Shows a public article to everybody, or makes it a draft again.',
  who: { staff: staffMayWrite },
  input: z.strictObject({ publicArticleId: z.uuid(), state: z.enum(['published', 'draft']) }),
  output: z.object({ state: z.enum(['published', 'draft']) }),
  async run({ trx, actor, input, now }) {
    const held = await lockPublicArticle(trx, input.publicArticleId)
    if (!held) throw new NotFound('article')
    if ((held.published_at === null) === (input.state === 'published')) {
      const published_at = input.state === 'published' ? now : null
      const save = { id: held.id, revision: held.revision, at: now, staffId: actor.staffId }
      await updatePublicArticle(trx, save, { published_at })
    }
    return { state: input.state }
  },
})
