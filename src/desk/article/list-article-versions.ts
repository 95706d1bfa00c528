import { z } from 'zod'
import { belowRevision, pageOfRevisions } from '../../platform/database/revision-page.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountFor } from '../clients/account-for.ts'
import { personsIn } from '../ticket/ticket.queries.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { versionsAtOnce } from './article.rules.ts'
import { newestVersions } from './version.queries.ts'
import { versionLine } from './version.view.ts'

/** Every save of one of a client's articles: who, when, and its title then. Its text is read one at a time. */
export const listArticleVersions = readOperation({
  name: 'article.versions',
  purpose: 'support',
  http: 'GET /articles/{articleId}/versions',
  says: 'The saves of an article, newest first; `next` is the revision to go on below.',
  who: { member: 'any', staff: staffMayAnswer },
  input: z.strictObject({ articleId: z.uuid(), accountId: z.uuid().optional(), below: belowRevision }),
  output: z.object({ versions: z.array(versionLine), next: z.string().nullable() }),
  async run({ db, actor, input, concerning }) {
    const accountId = await accountFor(db, actor, input.accountId)
    const rows = await newestVersions(db, { accountId, articleId: input.articleId }, input.below)
    // An article has at least the save that made it.
    if (rows.length === 0 && input.below === undefined) throw new NotFound('article')
    const { page: versions, next } = pageOfRevisions(rows, versionsAtOnce, (line) => line.revision)
    concerning({ accountId, personIds: personsIn(versions.map((version) => version.by)) })
    return { versions, next }
  },
})
