import { z } from 'zod'
import { onePage, pageKey } from '../../platform/database/page-key.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountFor } from '../clients/account-for.ts'
import { soughtIn } from '../search/sought.ts'
import { personsIn } from '../ticket/ticket.queries.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { newestArticles } from './article.queries.ts'
import { articlesAtOnce } from './article.rules.ts'
import { articleLine } from './article.view.ts'

/** A client's knowledge base (P18), the last changed first; with `q` those that hold all its words. */
export const listArticles = readOperation({
  name: 'article.list',
  purpose: 'support',
  http: 'GET /articles',
  says: 'Articles of one client’s knowledge base, the last changed first, fifty at a time; `q` are words to be found.',
  who: { member: 'any', staff: staffMayAnswer },
  input: z.strictObject({
    /** Staff say whose. */
    accountId: z.uuid().optional(),
    q: z.string().max(200).optional(),
    which: z.enum(['used', 'dropped']).default('used'),
    after: pageKey.optional(),
  }),
  output: z.object({ articles: z.array(articleLine), next: z.string().nullable() }),
  async run({ db, actor, input, concerning }) {
    const accountId = await accountFor(db, actor, input.accountId)
    const sought = soughtIn(input.q)
    if (sought === null) {
      concerning({ accountId })
      return { articles: [], next: null }
    }
    const rows = await newestArticles(db, { accountId, ...sought, dropped: input.which === 'dropped' }, input.after)
    const { page, next } = onePage(rows, articlesAtOnce, (line) => ({ at: line.updatedAt, id: line.id }))
    concerning({ accountId, personIds: personsIn(page.map((line) => line.by)) })
    return { articles: page, next }
  },
})
