import { z } from 'zod'
import { Conflict, Invalid, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { authorOf, personIn } from '../author.ts'
import { accountFor } from '../clients/account-for.ts'
import { insertArticle, lockArticle, says, updateArticle } from './article.queries.ts'
import { articleBody, articleTitle, memberMayWrite, staffMayWrite } from './article.rules.ts'
import { insertVersion } from './version.queries.ts'

/** Writes an article, or changes one: then `seen` is the revision that was read, so that nobody's words are overwritten unseen. */
export const saveArticle = writeOperation({
  name: 'article.save',
  purpose: 'support',
  http: 'POST /articles',
  says: 'Writes an article of a client’s knowledge base, or changes one; 409 when somebody changed it since `seen`.',
  who: { member: memberMayWrite, staff: staffMayWrite },
  input: z.strictObject({
    accountId: z.uuid().optional(),
    articleId: z.uuid().optional(),
    seen: z.int().min(1).max(2_147_483_646).optional(),
    title: articleTitle,
    body: articleBody,
  }),
  output: z.object({ articleId: z.string(), revision: z.int() }),
  async run({ trx, actor, input, now, concerning }) {
    const accountId = await accountFor(trx, actor, input.accountId)
    const by = authorOf(actor)
    const person = personIn(by)
    concerning({ accountId, personIds: person === null ? [] : [person] })
    const { articleId, title, body } = input
    if (articleId === undefined) {
      const made = await insertArticle(trx, accountId, { title, body }, by)
      await insertVersion(trx, { accountId, articleId: made }, 1, { title, body }, by)
      return { articleId: made, revision: 1 }
    }
    if (input.seen === undefined) throw new Invalid({ seen: 'the revision that was read' })
    const held = await lockArticle(trx, accountId, articleId)
    if (!held) throw new NotFound('article')
    if (held.revision !== input.seen) throw new Conflict('changed_meanwhile')
    if (await says(trx, accountId, articleId, { title, body })) return { articleId, revision: held.revision }
    const revision = held.revision + 1
    await updateArticle(trx, { accountId, id: articleId, revision, at: now, by }, { title, body })
    await insertVersion(trx, { accountId, articleId }, revision, { title, body }, by)
    return { articleId, revision }
  },
})
