import { m } from '../platform/language/words.ts'
import type { LetterWords } from '../platform/mail/letter-words.ts'
import type { Question } from './campaign.rules.ts'

/** The question as a letter: all of it, and one link to answer yes or no. */
export function questionLetter(language: 'ro' | 'en', question: Question, url: string): LetterWords {
  const to = { locale: language }
  return {
    subject: question.title,
    lines: question.body,
    action: { label: m.succession_letter_action({}, to), url },
    after: [m.succession_letter_after({}, to)],
  }
}
