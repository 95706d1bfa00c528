import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { block } from './formatted.ts'

export const articleSlug = z
  .string()
  .trim()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: () => m.desk_article_expect_slug() })

const both = z.object({ ro: z.string(), en: z.string() })

/** One public article in a list. */
export const publicArticleLine = z.object({
  id: z.string(),
  slug: z.string(),
  title: both,
  lead: both,
  updatedAt: z.date(),
  published: z.boolean(),
})

/** The whole of it. `body`, as it was written, is for those who may write. */
export const publicArticleView = publicArticleLine.omit({ lead: true }).extend({
  body: both,
  blocks: z.object({ ro: z.array(block), en: z.array(block) }),
  revision: z.int(),
})
export type PublicArticleView = z.infer<typeof publicArticleView>
