import { z } from 'zod'
import { who } from '../ticket/ticket.view.ts'
import { block } from './formatted.ts'

const both = z.object({ ro: z.string(), en: z.string() })

/** One save of a client's article in a list. */
export const versionLine = z.object({ revision: z.int(), title: z.string(), at: z.date(), by: who })
export type VersionLine = z.infer<typeof versionLine>

/** What a client's article said: as it was written, and as it is read. */
export const articleVersion = versionLine.extend({ body: z.string(), blocks: z.array(block) })
export type ArticleVersion = z.infer<typeof articleVersion>

/** One save of a public article. `by`: one of the staff by name; null once that name is gone. */
export const publicVersionLine = z.object({
  revision: z.int(),
  title: both,
  at: z.date(),
  by: z.string().nullable(),
})
export type PublicVersionLine = z.infer<typeof publicVersionLine>

export const publicArticleVersion = publicVersionLine.extend({
  body: both,
  blocks: z.object({ ro: z.array(block), en: z.array(block) }),
})
export type PublicArticleVersion = z.infer<typeof publicArticleVersion>

/** A revision in an address. */
export const revisionAsked = z.coerce.number().int().min(1).max(2_147_483_646)
