/** Answers to a correction and an erasure, and what the recipients were told (Art. 16, 17, 19); what was passed on (P1). */

import type { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { articleWords } from '../../platform/language/article.ts'
import { m } from '../../platform/language/words.ts'
import type { outcomeView } from '../ending/ending.rules.ts'
import { valueWords } from '../held/value-words.ts'
import type { RecipientRow } from '../request/case.queries.ts'
import type { Gathered } from '../request/persons.queries.ts'
import { type Block, type Part, text } from './document.ts'
import { dayIn, type Language, listIn } from './said-in.ts'

export interface Change {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

export function correctionPart(changes: readonly Change[], language: Language): Part {
  const to = { locale: language }
  return {
    heading: m.rights_answer_done_title({}, to),
    copy: true,
    blocks: [
      {
        kind: 'table',
        head: [
          m.rights_correction_head_field({}, to),
          m.rights_correction_head_before({}, to),
          m.rights_correction_head_after({}, to),
        ],
        rows: changes.map(({ field, before, after }) => [
          valueWords(field)?.[language] ?? field,
          before ?? '—',
          after ?? '—',
        ]),
      },
    ],
  }
}

export function erasureParts(outcome: z.input<typeof outcomeView>, language: Language): Part[] {
  const to = { locale: language }
  const kept = outcome.kept.map(({ label, because, article, until, untilWords }) => {
    const end = until ? m.rights_kept_until({ day: dayIn(until, language) }, to) : (untilWords?.[language] ?? '')
    return [label[language], `${because[language]} (${articleWords(article, language)})`, end]
  })
  const head = [
    m.rights_access_head_kind({}, to),
    m.rights_erasure_head_why({}, to),
    m.rights_erasure_head_until({}, to),
  ]
  return [
    {
      heading: m.rights_receipt_erased_title({}, to),
      blocks: [{ kind: 'list', items: outcome.erased.map(({ label, count }) => `${label[language]}: ${count}`) }],
    },
    { heading: m.rights_receipt_kept_title({}, to), blocks: [{ kind: 'table', head, rows: kept }] },
  ]
}

/** Article 19: each recipient, told or not and why. */
export function toldPart(recipients: readonly RecipientRow[], language: Language): Part {
  const to = { locale: language }
  const how = {
    in_place: m.rights_told_in_place,
    letter: m.rights_told_letter,
    phone: m.rights_told_phone,
    portal: m.rights_told_portal,
    nothing_disclosed: m.rights_told_nothing_disclosed,
    disproportionate: m.rights_told_disproportionate,
  }
  const rows = recipients.map((one) => [
    recipientIn(one.recipient, language),
    one.how ? how[one.how]({}, to) : m.rights_told_to_tell({}, to),
  ])
  const block: Block =
    rows.length === 0
      ? text(m.rights_told_nobody({}, to))
      : { kind: 'table', head: [m.rights_access_head_recipient({}, to), m.rights_told_head({}, to)], rows }
  return { heading: m.rights_told_title({}, to), blocks: [block] }
}

export function recipientIn(name: string, language: Language): string {
  return policy.recipients[name as keyof typeof policy.recipients]?.words[language] ?? name
}

/** What is held for clients as their processor is theirs to answer: who got the request. */
export function passedOnPart(persons: readonly Gathered[], language: Language): Part {
  const to = { locale: language }
  const clients = [...new Set(persons.map((one) => one.accountName))]
  return {
    heading: m.rights_passed_title({}, to),
    blocks: [text(m.rights_passed_words({ clients: listIn(clients, language) }, to))],
  }
}
