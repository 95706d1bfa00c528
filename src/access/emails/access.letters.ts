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

/** To whoever asked. `waiting`: how many things of the request have no answer yet. */
export function answeredLetter(
  language: Language,
  given: {
    name: string
    client: string
    thing: string
    answer: 'given' | 'refused'
    reason: string | null
    waiting: number
    url: string
  },
): LetterWords {
  const to = { locale: language }
  const { client, thing, reason, waiting } = given
  const isGiven = given.answer === 'given'
  return {
    subject: isGiven
      ? m.access_letter_given_subject({ client, thing }, to)
      : m.access_letter_refused_subject({ client, thing }, to),
    lines: [
      m.access_letter_greeting({ name: given.name }, to),
      isGiven ? m.access_letter_given_line({ client, thing }, to) : m.access_letter_refused_line({ client, thing }, to),
      ...(reason ? [m.access_letter_reason({ reason }, to)] : []),
      ...(waiting > 0 ? [m.access_letter_still_waiting({ count: waiting }, to)] : []),
    ],
    action: { label: m.access_letter_answered_action({}, to), url: given.url },
  }
}

/** To whoever asked. `until`: when an approved lease ends; null when it was denied. */
export function leaseDecidedLetter(
  language: Language,
  given: { name: string; by: string; client: string; target: string; until: Date | null; url: string },
): LetterWords {
  const to = { locale: language }
  const { by, client, target, until } = given
  return {
    subject: until
      ? m.access_letter_approved_subject({ target, client }, to)
      : m.access_letter_denied_subject({ target, client }, to),
    lines: [
      m.access_letter_greeting({ name: given.name }, to),
      until
        ? m.access_letter_approved_line({ by, target, until: moment(until, language) }, to)
        : m.access_letter_denied_line({ by, target }, to),
    ],
    action: { label: m.access_letter_decided_action({}, to), url: given.url },
  }
}

function moment(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(language === 'ro' ? 'ro-RO' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Bucharest',
  }).format(at)
}
