/** The receipt as a letter: the same facts as its page, without a name, as nobody's is known any more. */
import { articleWords } from '../../platform/language/article.ts'
import { m } from '../../platform/language/words.ts'
import type { LetterWords } from '../../platform/mail/letter-words.ts'
import { recipientIn } from '../answer/change.answers.ts'
import type { Receipt } from './receipt.ts'

/** @param recipients who is told of the erasure, of those whom this person may know */
export function receiptLetter(
  language: 'ro' | 'en',
  receipt: Receipt,
  url: string,
  recipients: readonly string[],
): LetterWords {
  const to = { locale: language }
  const erased = receipt.erased.map(({ label, count }) => `• ${label[language]}: ${count}`)
  const kept = receipt.kept.map(({ label, because, article, until, untilWords }) => {
    const end = until ? m.rights_kept_until({ day: day(until, language) }, to) : (untilWords?.[language] ?? '')
    return `• ${label[language]}: ${because[language]}, ${articleWords(article, language)}; ${end}`
  })
  const told = [...new Set(recipients)].map((name) => `• ${recipientIn(name, language)}`)
  const { authority } = receipt
  return {
    subject: m.rights_letter_receipt_subject({}, to),
    lines: [
      m.rights_letter_receipt_done({ at: moment(receipt.at, language) }, to),
      [m.rights_receipt_erased({}, to), ...erased].join('\n'),
      ...(receipt.secrets > 0 ? [m.rights_receipt_secrets({ count: receipt.secrets }, to)] : []),
      [m.rights_receipt_kept({}, to), ...kept].join('\n'),
      ...(told.length > 0 ? [[m.rights_told_erasure_words({}, to), ...told].join('\n')] : []),
    ],
    action: { label: m.rights_letter_receipt_action({}, to), url },
    after: [
      m.rights_letter_receipt_last({}, to),
      m.rights_complain({ authority: authority.name, site: authority.site }, to),
      m.rights_receipt_reference({ reference: receipt.reference }, to),
    ],
  }
}

function day(date: Date, language: 'ro' | 'en'): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Bucharest' }).format(date)
}

function moment(date: Date, language: 'ro' | 'en'): string {
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Bucharest' } as const
  return new Intl.DateTimeFormat(language, style).format(date)
}
