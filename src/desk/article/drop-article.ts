import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { authorOf, personIn } from '../author.ts'
import { accountFor } from '../clients/account-for.ts'
import { lockArticle, updateArticle } from './article.queries.ts'
import { memberMayWrite, staffMayWrite } from './article.rules.ts'

/** Takes an article out of use, or into it again. Its words stay until the account ends. Twice is as once. */
export const dropArticle = writeOperation({
  name: 'article.drop',
  purpose: 'support',
  http: 'POST /articles/{articleId}/use',
  says: 'Takes an article of a client’s knowledge base out of use, or into use again.',
  who: { member: memberMayWrite, staff: staffMayWrite },
  input: z.strictObject({
    articleId: z.uuid(),
    accountId: z.uuid().optional(),
    use: z.enum(['dropped', 'used']),
  }),
  output: z.object({ use: z.enum(['dropped', 'used']) }),
  async run({ trx, actor, input, now, concerning }) {
    const accountId = await accountFor(trx, actor, input.accountId)
    const by = authorOf(actor)
    const person = personIn(by)
    concerning({ accountId, personIds: person === null ? [] : [person] })
    const held = await lockArticle(trx, accountId, input.articleId)
    if (!held) throw new NotFound('article')
    if ((held.dropped_at === null) === (input.use === 'dropped')) {
      const dropped_at = input.use === 'dropped' ? now : null
      const save = { accountId, id: held.id, revision: held.revision + 1, at: now, by }
      await updateArticle(trx, save, { dropped_at })
    }
    return { use: input.use }
  },
})
