import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'
import { fittingArticles, fittingPublicArticles } from './suggest.queries.ts'
import { leastOf, wordsOf } from './suggest.rules.ts'

const lines = { title: z.string(), lead: z.string() }

/**
 * While somebody writes a ticket: articles that may answer it at once, the account's own and public ones, the best three of
 * each. What was typed is compared and kept nowhere.
 */
export const suggestArticles = readOperation({
  name: 'article.suggest',
  purpose: 'support',
  http: 'POST /articles/suggestions',
  says: 'Articles that may answer a subject: of the own knowledge base and of the public one, the best three of each.',
  who: { member: 'any' },
  input: z.strictObject({
    subject: z.string().max(300),
    language: z.enum(['ro', 'en']).default('ro'),
  }),
  output: z.object({
    own: z.array(z.object({ id: z.string(), ...lines })),
    open: z.array(z.object({ slug: z.string(), ...lines })),
  }),
  async run({ db, actor, input, concerning }) {
    const { accountId } = actor
    concerning({ accountId })
    const words = wordsOf(input.subject)
    if (words.length === 0) return { own: [], open: [] }
    const least = leastOf(words)
    const [own, open] = await Promise.all([
      fittingArticles(db, accountId, words, least),
      fittingPublicArticles(db, input.language, words, least),
    ])
    return { own, open }
  },
})
