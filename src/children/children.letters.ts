/** Letters about reports: to the staff without a word of the report itself, to the reporter without a word about anybody. */
import { m } from '../platform/language/words.ts'
import type { LetterWords } from '../platform/mail/letter-words.ts'
import type { Outcome } from './child-report.rules.ts'
import { toldAs } from './child-report.rules.ts'

type Language = 'ro' | 'en'

export function arrivalLetter(language: Language, { due, url }: { due: Date; url: string }): LetterWords {
  const to = { locale: language }
  return {
    subject: m.children_letter_subject({}, to),
    lines: [m.children_letter_arrived({ due: moment(due, language) }, to)],
    action: { label: m.children_letter_action({}, to), url },
    after: [m.children_letter_nothing_by_itself({}, to)],
  }
}

export function reminderLetter(
  language: Language,
  given: { readonly numbers: readonly number[]; readonly overdue: number; readonly url: string },
): LetterWords {
  const to = { locale: language }
  const numbers = given.numbers.join(', ')
  return {
    subject: given.overdue > 0 ? m.children_letter_overdue_subject({}, to) : m.children_letter_half_subject({}, to),
    lines: [m.children_letter_waiting({ numbers }, to)],
    action: { label: m.children_letter_list({}, to), url: given.url },
  }
}

export function receiptLetter(
  language: Language,
  report: { readonly number: number; readonly outcome: Outcome; readonly at: Date },
): LetterWords {
  const to = { locale: language }
  const said = { number: report.number, at: moment(report.at, language) }
  const removed = toldAs(report.outcome) === 'removed'
  return {
    subject: m.children_receipt_subject({ number: report.number }, to),
    lines: [
      removed ? m.children_receipt_removed(said, to) : m.children_receipt_looked(said, to),
      ...(removed ? [m.children_receipt_how({}, to)] : [m.children_receipt_more({}, to)]),
    ],
    after: [m.children_receipt_forgotten({}, to)],
  }
}

function moment(date: Date, language: Language): string {
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Bucharest' } as const
  return new Intl.DateTimeFormat(language, style).format(date)
}
