/** The tables of the policy, from its machine half: cells of plain text in one language. */

import { articleWords } from '../../platform/language/article.ts'
import { actWords } from '../policy/cookie-act.ts'
import type { PolicyShape } from '../policy/shape.ts'
import type { Language, TableName } from './block.ts'
import { periodWords } from './period.ts'

export type PolicyTables = Readonly<Record<TableName, readonly (readonly string[])[]>>

/**
 * Cells by column: purposes name, reason, basis; retention what, from when, how long, ground, how it ends;
 * holds what, from when, how long, article;
 * recipients who, for what; transfers who, country, ground; cookies name, what for, how long, at which act, kind.
 */
export function policyTables(policy: PolicyShape, language: Language): PolicyTables {
  const countries = new Intl.DisplayNames(language, { type: 'region' })
  const recipients = Object.entries(policy.recipients)
  return {
    purposes: Object.values(policy.purposes).map(({ words, reason, basis }) => [
      words[language],
      reason[language],
      `${basis.words[language]}, ${articleWords(basis.article, language)}`,
    ]),
    retention: Object.values(policy.retention).map(({ words, from, period, ground, end }) => [
      words[language],
      from[language],
      periodWords(period, language),
      ground[language],
      ends[end][language],
    ]),
    holds: Object.values(policy.holds).map((hold) => [
      hold.words[language],
      hold.from[language],
      periodWords(hold.period, language),
      articleWords(hold.article, language),
    ]),
    recipients: recipients.map(([name, { words }]) => [words[language], purposesOf(policy, name, language)]),
    transfers: recipients.map(([, { words, country, safeguard }]) => [
      words[language],
      countries.of(country) ?? country,
      safeguard[language],
    ]),
    cookies: Object.entries(policy.cookies).map(([name, { words, life, setBy, kind }]) => [
      name,
      words[language],
      life[language],
      actWords[setBy][language],
      kind,
    ]),
  }
}

const ends = {
  delete: { ro: 'se șterge', en: 'deleted' },
  anonymise: { ro: 'devine anonim', en: 'made anonymous' },
} as const

function purposesOf(policy: PolicyShape, recipient: string, language: Language): string {
  return Object.values(policy.purposes)
    .filter((purpose) => purpose.recipients.includes(recipient))
    .map((purpose) => purpose.words[language])
    .join(', ')
}
