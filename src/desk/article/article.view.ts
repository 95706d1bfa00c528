import { z } from 'zod'
import { who } from '../ticket/ticket.view.ts'
import { block } from './formatted.ts'

/** One of a client's articles in a list. */
export const articleLine = z.object({
  id: z.string(),
  title: z.string(),
  lead: z.string(),
  updatedAt: z.date(),
  by: who,
})
export type ArticleLine = z.infer<typeof articleLine>

/** The whole of it: as it was written, and as it is read. */
export const articleView = z.object({
  id: z.string(),
  accountId: z.string(),
  title: z.string(),
  body: z.string(),
  blocks: z.array(block),
  revision: z.int(),
  createdAt: z.date(),
  updatedAt: z.date(),
  by: who,
  droppedAt: z.date().nullable(),
})
export type ArticleView = z.infer<typeof articleView>
