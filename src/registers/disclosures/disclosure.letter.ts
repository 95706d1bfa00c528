import { policy } from '../../../policy/policy.ts'
import { day, list } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import type { LetterWords } from '../../platform/mail/letter-words.ts'
import type { Words } from '../../privacy/policy/shape.ts'
import type { DisclosureRow } from './disclosure.queries.ts'

/** To whom data was given, what, why, and what can be done about it. */
export function disclosureLetter(language: 'ro' | 'en', row: DisclosureRow, origin: string): LetterWords {
  const to = { locale: language }
  const said: Readonly<Record<string, Words>> = policy.categories
  const categories = list(
    row.categories.map((category) => said[category]?.[language] ?? category),
    language,
  )
  return {
    subject: m.registers_disclosure_letter_subject({ who: row.asked_by }, to),
    lines: [
      m.registers_disclosure_letter_lead({ who: row.asked_by, day: day(row.given_at, language) }, to),
      [
        m.registers_disclosure_letter_what({ what: row.what, categories }, to),
        m.registers_disclosure_letter_ground({ ground: row.ground }, to),
      ].join('\n'),
      m.registers_disclosure_letter_rights({}, to),
    ],
    action: { label: m.registers_disclosure_letter_action({}, to), url: `${origin}/desk/privacy#received` },
  }
}
