/** The words of the letters about access, in the language of the person who gets them. */
import { m } from '../../platform/language/words.ts'
import type { LetterWords } from '../../platform/mail/letter-words.ts'

type Language = 'ro' | 'en'

/** `things`: the names of what is asked for. */
export function askedLetter(
  language: Language,
  given: { name: string; by: string; things: readonly string[]; reason: string; until: Date; url: string },
): LetterWords {
  const to = { locale: language }
  return {
    subject: m.access_letter_asked_subject({}, to),
    lines: [
      m.access_letter_greeting({ name: given.name }, to),
      m.access_letter_asked_line({ by: given.by, until: moment(given.until, language) }, to),
      given.things.map((thing) => `• ${thing}`).join('\n'),
      m.access_letter_reason({ reason: given.reason }, to),
    ],
    action: { label: m.access_letter_asked_action({}, to), url: given.url },
    after: [m.access_letter_asked_after({}, to)],
  }
}

export function leaseAskedLetter(
  language: Language,
  given: { name: string; by: string; target: string; reason: string; minutes: number; url: string },
): LetterWords {
  const to = { locale: language }
  return {
    subject: m.access_letter_lease_subject({ by: given.by, target: given.target }, to),
    lines: [
      m.access_letter_greeting({ name: given.name }, to),
      m.access_letter_lease_line({ by: given.by, target: given.target, minutes: given.minutes }, to),
      m.access_letter_reason({ reason: given.reason }, to),
    ],
    action: { label: m.access_letter_lease_action({}, to), url: given.url },
    after: [m.access_letter_lease_after({}, to)],
  }
}

export function revealedLetter(
  language: Language,
  given: { name: string; by: string; target: string; reason: string; at: Date; url: string },
): LetterWords {
  const to = { locale: language }
  return {
    subject: m.access_letter_reveal_subject({ by: given.by, target: given.target }, to),
    lines: [
      m.access_letter_greeting({ name: given.name }, to),
      m.access_letter_reveal_line({ by: given.by, target: given.target, at: moment(given.at, language) }, to),
      m.access_letter_reason({ reason: given.reason }, to),
    ],
    action: { label: m.access_letter_reveal_action({}, to), url: given.url },
    after: [m.access_letter_reveal_after({}, to)],
  }
}

function moment(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(language === 'ro' ? 'ro-RO' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Bucharest',
  }).format(at)
}
