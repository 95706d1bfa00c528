import { z } from 'zod'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { officerColumns, officerOf } from '../../privacy/officer/officer.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { latestVersion, versionInForce } from '../../privacy/policy/version/version.queries.ts'
import { proseOf } from '../../privacy/policy/version/version-prose.ts'
import { promiseBoard } from '../../privacy/promises/board.ts'
import { readFindings } from '../../privacy/promises/promise-check.queries.ts'
import { fillProse } from '../../privacy/prose/fill.ts'
import { placeholderValues } from '../../privacy/prose/placeholders.ts'
import { policyTables } from '../../privacy/prose/tables.ts'
import { companies } from '../../registers/recipients.facade.ts'
import { policyView } from './policy.view.ts'
import { transfersNow } from './transfers-now.ts'

/** The policy for anybody, as it was published for today: its words, filled with the provider's own facts, and how each clause is kept. */
export const showPolicy = readOperation({
  name: 'policy.show',
  purpose: 'legal',
  who: { visitor: true },
  input: z.strictObject({ language: z.enum(['ro', 'en']) }),
  output: policyView,
  async run({ db, input: { language }, tools, now }) {
    const provider = await db
      .selectFrom('provider')
      .select(['name', 'address', 'privacy_email', 'country', ...officerColumns])
      .executeTakeFirst()
    if (!provider) throw new Conflict('not_set_up')
    const facts = { ...provider, privacyEmail: provider.privacy_email }
    const today = civilDayOf(now)
    const version = await versionInForce(db, today)
    const latest = await latestVersion(db)
    const policy = (version ?? tools.runningPolicy).machine.policy
    const words = version ? proseOf(version, language) : tools.prose[language]
    const prose = fillProse(words, placeholderValues(policy, facts, language))
    const kept = new Map(promiseBoard(tools.promises, await readFindings(db), now).map((view) => [view.promise, view]))
    return {
      version: policy.version,
      effectiveOn: version?.effective_on ?? null,
      coming:
        latest && latest.effective_on > today
          ? { number: latest.number, version: latest.version, effectiveOn: latest.effective_on }
          : null,
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
      tables: { ...policyTables(policy, language), transfers: transfersNow(policy, await companies(db), language) },
      provider: { name: facts.name, privacyEmail: facts.privacyEmail, officer: officerOf(provider) },
    }
  },
})
