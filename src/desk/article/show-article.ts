import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountFor } from '../clients/account-for.ts'
import { personsIn } from '../ticket/ticket.queries.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { findArticle } from './article.queries.ts'
import { articleView } from './article.view.ts'

/** One article of a client's knowledge base, also one that was dropped. */
export const showArticle = readOperation({
  name: 'article.show',
  purpose: 'support',
  http: 'GET /articles/{articleId}',
  says: 'One article of a client’s knowledge base: as it was written, and as blocks to be shown.',
  who: { member: 'any', staff: staffMayAnswer },
  input: z.strictObject({ articleId: z.uuid(), accountId: z.uuid().optional() }),
  output: articleView,
  async run({ db, actor, input, concerning }) {
    const accountId = await accountFor(db, actor, input.accountId)
    const article = await findArticle(db, accountId, input.articleId)
    if (!article) throw new NotFound('article')
    concerning({ accountId, personIds: personsIn([article.by]) })
    return article
  },
})
