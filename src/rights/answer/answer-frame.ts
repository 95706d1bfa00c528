/** What stands in every answer: who answers whom, what was asked and when, where to complain, that there are courts. */

import { m } from '../../platform/language/words.ts'
import { type Officer, officerLine } from '../../privacy/officer/officer.ts'
import { type Authority, authorityOf } from '../authority.ts'
import type { CaseRow } from '../request/case.queries.ts'
import type { Gathered } from '../request/persons.queries.ts'
import { articleOf } from '../request/request.rules.ts'
import { type AnswerDocument, type Part, text } from './document.ts'
import { dayIn, kindIn, type Language, listIn, purposeIn } from './said-in.ts'

export interface AnswerProvider {
  readonly name: string
  readonly address: string
  readonly privacy_email: string
  readonly country: string
  /** Null: none is named. */
  readonly officer: Officer | null
}

export interface Answering {
  readonly row: Pick<CaseRow, 'number' | 'kind' | 'purpose' | 'received_at'>
  readonly language: Language
  readonly provider: AnswerProvider
  /** Who asks, and the other persons of the same address. */
  readonly persons: readonly Gathered[]
  readonly now: Date
}

export function answerDocument(answering: Answering, parts: readonly Part[]): AnswerDocument {
  const { row, language, provider, persons, now } = answering
  const to = { locale: language }
  return {
    title: m.rights_answer_title({ number: row.number, what: kindIn(row.kind, language) }, to),
    language,
    day: dayIn(now, language),
    from: [provider.name, provider.address, provider.privacy_email],
    to: persons[0]?.name ?? '',
    parts: [asked(answering), ...parts, complaint(answering)],
  }
}

function asked({ row, language, persons }: Answering): Part {
  const to = { locale: language }
  const accounts = [...new Set(persons.filter((one) => one.capacity === 'controller').map((one) => one.accountName))]
  const what = row.purpose
    ? `${kindIn(row.kind, language)}: ${purposeIn(row.purpose, language)}`
    : kindIn(row.kind, language)
  return {
    heading: m.rights_answer_asked_title({}, to),
    blocks: [
      text(m.rights_answer_asked({ day: dayIn(row.received_at, language), what, article: articleOf[row.kind] }, to)),
      ...(accounts.length > 1 ? [text(m.rights_answer_accounts({ accounts: listIn(accounts, language) }, to))] : []),
    ],
  }
}

/** Articles 12(4), 13(2)(d): the authority with its details, and the court. */
export function complaint({ language, provider }: Pick<Answering, 'language' | 'provider'>): Part {
  const to = { locale: language }
  return {
    heading: m.rights_answer_complaint_title({}, to),
    blocks: [
      text(m.rights_answer_complaint({ authority: authorityLine(authorityOf(provider.country)) }, to)),
      text(m.rights_answer_court({}, to)),
      text(m.rights_answer_questions({ email: provider.privacy_email }, to)),
      ...(provider.officer ? [text(m.rights_answer_officer({ officer: officerLine(provider.officer) }, to))] : []),
    ],
  }
}

export function reasonsPart(heading: string, reasons: string): Part {
  return { heading, blocks: reasons.split(/\n{2,}/).map((paragraph) => text(paragraph.trim())) }
}

export function authorityLine({ name, address, phone, email, site }: Authority): string {
  return [name, address, phone, email, site].filter(Boolean).join(', ')
}
