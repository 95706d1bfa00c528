import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { changeView } from '../../privacy/policy/difference/change.ts'
import { type Piece, wordDifference } from '../../privacy/policy/difference/word-difference.ts'
import { type VersionRow, versionNumbered } from '../../privacy/policy/version/version.queries.ts'
import { proseOf } from '../../privacy/policy/version/version-prose.ts'
import { clausesOf, type Language, type Prose, tableNames } from '../../privacy/prose/block.ts'
import { clauseText } from '../../privacy/prose/clause-text.ts'
import { fillProse } from '../../privacy/prose/fill.ts'
import { type ProviderFacts, placeholderValues } from '../../privacy/prose/placeholders.ts'
import { policyTables } from '../../privacy/prose/tables.ts'
import { block, rows } from './policy.view.ts'

const piece = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })

export const versionView = z.object({
  number: z.int(),
  version: z.string(),
  hash: z.string(),
  weight: z.enum(['first', 'material', 'minor']),
  effectiveOn: z.string(),
  publishedAt: z.date(),
  /** Against the version before. Of a clause with other words, its words one by one. */
  changes: z.array(changeView.omit({ says: true }).extend({ says: z.string(), words: z.array(piece).nullable() })),
  title: z.string(),
  intro: z.array(block).readonly(),
  sections: z.array(
    z.object({
      title: z.string(),
      clauses: z.array(z.object({ promise: z.string(), title: z.string(), blocks: z.array(block).readonly() })),
    }),
  ),
  tables: z.record(z.enum(tableNames), rows),
})
export type VersionView = z.output<typeof versionView>

/** One published version as it was, and what changed against the one before. */
export const showPolicyVersion = readOperation({
  name: 'policy.version',
  purpose: 'legal',
  http: 'GET /policy/versions/{number}/{language}',
  says: 'One published version of the privacy policy in one language, with what changed against the one before.',
  who: { visitor: true },
  input: z.strictObject({ number: z.coerce.number().int().min(1).max(100_000), language: z.enum(['ro', 'en']) }),
  output: versionView,
  async run({ db, input: { number, language } }) {
    const version = await versionNumbered(db, number)
    const provider = await db
      .selectFrom('provider')
      .select(['name', 'address', 'privacy_email', 'country'])
      .executeTakeFirst()
    if (!version || !provider) throw new NotFound('policy version')
    const facts = { ...provider, privacyEmail: provider.privacy_email }
    const before = number > 1 ? await versionNumbered(db, number - 1) : undefined
    const [prose, old] = [filled(version, facts, language), before && filled(before, facts, language)]
    return {
      number,
      version: version.version,
      hash: version.hash,
      weight: version.weight,
      effectiveOn: version.effective_on,
      publishedAt: version.published_at,
      changes: version.changes.map(({ says, ...change }) => ({
        ...change,
        says: says[language],
        words: change.part === 'clause' && old ? clauseDifference(old, prose, change.name) : null,
      })),
      title: prose.title,
      intro: prose.intro,
      sections: prose.sections.map((section) => ({ title: section.title, clauses: [...section.clauses] })),
      tables: policyTables(version.machine.policy, language),
    }
  },
})

function filled(row: VersionRow, facts: ProviderFacts, language: Language): Prose {
  return fillProse(proseOf(row, language), placeholderValues(row.machine.policy, facts, language))
}

function clauseDifference(was: Prose, now: Prose, promise: string): Piece[] | null {
  const text = (prose: Prose) => {
    const clause = clausesOf(prose).find((one) => one.promise === promise)
    return clause ? clauseText(clause).replaceAll(/\{\{table\.\w+\}\}/g, '') : null
  }
  const [before, after] = [text(was), text(now)]
  return before !== null && after !== null ? wordDifference(before, after) : null
}
