import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import type { LetterWords } from '../../platform/mail/letter-words.ts'
import type { CivilDay } from '../../privacy/clock/civil-day.ts'
import type { Change } from '../../privacy/policy/difference/change.ts'

interface Announced {
  readonly number: number
  readonly version: string
  readonly changes: readonly Change[]
  readonly effective_on: CivilDay
}

const most = 12

/** What changes, from when, and where to read the rest and to choose otherwise. */
export function policyLetter(language: 'ro' | 'en', version: Announced, origin: string): LetterWords {
  const to = { locale: language }
  const material = version.changes
    .filter(({ weight }) => weight === 'material')
    .map(({ says }) => `• ${says[language]}`)
  const rest = version.changes.length - Math.min(material.length, most)
  const day = civilDay(version.effective_on, language)
  return {
    subject: m.registers_policy_letter_subject({ day }, to),
    lines: [
      m.registers_policy_letter_lead({ day, version: version.version }, to),
      material.slice(0, most).join('\n'),
      ...(rest > 0 ? [m.registers_policy_letter_rest({ count: rest }, to)] : []),
    ],
    action: {
      label: m.registers_policy_letter_action({}, to),
      url: `${origin}/${language}/policy/versions/${version.number}`,
    },
    after: [m.registers_policy_letter_choices({ url: `${origin}/desk/privacy` }, to)],
  }
}
