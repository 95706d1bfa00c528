import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { promiseBoard } from '../../privacy/promises/board.ts'
import { readFindings } from '../../privacy/promises/promise-check.queries.ts'
import { fillProse } from '../../privacy/prose/fill.ts'
import { placeholderValues } from '../../privacy/prose/placeholders.ts'
import { policyTables } from '../../privacy/prose/tables.ts'
import { policyView } from './policy.view.ts'

/** The policy for anybody: its words, filled with the provider's own facts, and how each clause is kept. */
export const showPolicy = readOperation({
  name: 'policy.show',
  purpose: 'legal',
  who: { visitor: true },
  input: z.strictObject({ language: z.enum(['ro', 'en']) }),
  output: policyView,
  async run({ db, input: { language }, tools, now }) {
    const provider = await db
      .selectFrom('provider')
      .select(['name', 'address', 'privacy_email', 'country'])
      .executeTakeFirst()
    if (!provider) throw new Conflict('not_set_up')
    const facts = { ...provider, privacyEmail: provider.privacy_email }
    const prose = fillProse(tools.prose[language], placeholderValues(policy, facts, language))
    const kept = new Map(promiseBoard(tools.promises, await readFindings(db), now).map((view) => [view.promise, view]))
    return {
      version: policy.version,
      title: prose.title,
      intro: prose.intro,
      sections: prose.sections.map((section) => ({
        title: section.title,
        clauses: section.clauses.map(({ promise, title, blocks }) => {
          const view = kept.get(promise)
          if (!view) throw new Error(`${promise} is not on the board`)
          return { title, blocks, kept: view }
        }),
      })),
      tables: policyTables(policy, language),
      provider: { name: facts.name, privacyEmail: facts.privacyEmail },
    }
  },
})
