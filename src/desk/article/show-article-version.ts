import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountFor } from '../clients/account-for.ts'
import { personsIn } from '../ticket/ticket.queries.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { findVersion } from './version.queries.ts'
import { articleVersion, revisionAsked } from './version.view.ts'

/** What one of a client's articles said at one save. */
export const showArticleVersion = readOperation({
  name: 'article.version',
  purpose: 'support',
  http: 'GET /articles/{articleId}/versions/{revision}',
  says: 'What an article said at one save: as it was written, and as blocks to be shown.',
  who: { member: 'any', staff: staffMayAnswer },
  input: z.strictObject({ articleId: z.uuid(), accountId: z.uuid().optional(), revision: revisionAsked }),
  output: articleVersion,
  async run({ db, actor, input, concerning }) {
    const accountId = await accountFor(db, actor, input.accountId)
    const version = await findVersion(db, { accountId, articleId: input.articleId }, input.revision)
    if (!version) throw new NotFound('article')
    concerning({ accountId, personIds: personsIn([version.by]) })
    return version
  },
})
