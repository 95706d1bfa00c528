/** Letters about tickets. They carry what was said to the reader's side and never an internal note. */
import { m } from '../../platform/language/words.ts'
import type { LetterWords } from '../../platform/mail/letter-words.ts'

interface About {
  readonly number: number
  readonly subject: string
  readonly body: string
  readonly url: string
}

type Language = 'ro' | 'en'

const mostOfBody = 4_000

/** To a client: the staff's answer. */
export function clientLetter(about: About & { readonly by: string }, locale: Language): LetterWords {
  const { number, by } = about
  return {
    subject: subjectOf(about),
    lines: [m.desk_letter_answer_intro({ by, number }, { locale }), excerpt(about.body, locale)],
    action: { label: m.desk_letter_answer_action({}, { locale }), url: about.url },
    after: [m.desk_letter_answer_after({}, { locale })],
  }
}

/** To the staff: a client's message. */
export function staffLetter(about: About & { readonly account: string }, locale: Language): LetterWords {
  const { number, account } = about
  return {
    subject: subjectOf(about),
    lines: [m.desk_letter_message_intro({ account, number }, { locale }), excerpt(about.body, locale)],
    action: { label: m.desk_letter_message_action({}, { locale }), url: about.url },
  }
}

function subjectOf({ number, subject }: About): string {
  return `[#${number}] ${subject.length > 150 ? `${subject.slice(0, 149)}…` : subject}`
}

function excerpt(body: string, locale: Language): string {
  return body.length > mostOfBody ? `${body.slice(0, mostOfBody)}…\n${m.desk_letter_cut({}, { locale })}` : body
}
