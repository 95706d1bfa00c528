/** Keeps an answer and sends it. What lacks reasons, the authority or the court is not an answer and does not leave. */
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import type { PurposeTrx } from '../../privacy/map/types.ts'
import { Refused } from '../../privacy/operation/errors.ts'
import type { Tools } from '../../privacy/operation/tools.ts'
import { authorityOf } from '../authority.ts'
import type { CaseRow } from '../request/case.queries.ts'
import type { Gathered } from '../request/persons.queries.ts'
import { requestLink } from '../request/request-link.ts'
import type { AnswerKind } from '../request/rights-answer.data.ts'
import type { AnswerProvider } from './answer-frame.ts'
import { authorityLine } from './answer-frame.ts'
import { type AnswerDocument, paragraphs, wordsOf } from './document.ts'

export interface Sending {
  readonly kind: AnswerKind
  readonly document: AnswerDocument
  readonly reasons: string
  readonly staffId: string | null
  /** post: one of the staff prints it and posts it. receipt: an erasure's receipt goes in its place, as the address goes. */
  readonly by: 'mail' | 'post' | 'receipt'
}

/** @throws Refused `incomplete_answer`, `no_address` */
export async function recordAnswer(
  trx: PurposeTrx<'rights'>,
  tools: Tools,
  { row, person, provider }: { row: CaseRow; person: Gathered; provider: AnswerProvider },
  { kind, document, reasons, staffId, by }: Sending,
): Promise<string> {
  if (!isWhole(document, kind, reasons, provider)) throw new Refused('incomplete_answer', m.rights_incomplete_answer())
  if (by === 'mail' && person.email === null) throw new Refused('no_address', m.rights_no_address())
  const id = newId()
  const letterId = by === 'mail' ? await send(trx, tools, row, person, document, id) : null
  await trx
    .insertInto('rights_answer')
    .values({
      account_id: row.account_id,
      id,
      case_id: row.id,
      person_id: row.person_id,
      kind,
      language: document.language,
      document,
      reasons,
      authority: authorityOf(provider.country).name,
      letter_id: letterId,
      by_staff: staffId,
    })
    .execute()
  return id
}

/** Article 12(4): reasons where something is not done, the authority with its details, the court. */
export function isWhole(
  document: AnswerDocument,
  kind: AnswerKind,
  reasons: string,
  provider: AnswerProvider,
): boolean {
  const words = wordsOf(document)
  const named = words.includes(authorityLine(authorityOf(provider.country)))
  const court = words.includes(m.rights_answer_court({}, { locale: document.language }))
  const reasoned = kind === 'answer' || (reasons.trim().length >= shortestReasons && words.includes(firstLine(reasons)))
  return named && court && reasoned
}

export const shortestReasons = 20

function firstLine(reasons: string): string {
  return (
    reasons
      .trim()
      .split(/\n{2,}/)[0]
      ?.trim() ?? ''
  )
}

async function send(
  trx: PurposeTrx<'rights'>,
  tools: Tools,
  row: CaseRow,
  person: Gathered,
  document: AnswerDocument,
  answerId: string,
): Promise<string> {
  const to = { locale: document.language }
  const hasCopy = document.parts.some((part) => part.copy)
  return await tools.letters.post(trx, {
    accountId: person.accountId,
    personId: person.personId,
    to: person.email ?? '',
    kind: 'rights_answer',
    language: document.language,
    words: {
      subject: document.title,
      lines: [
        m.rights_letter_greeting({ name: document.to }, to),
        ...paragraphs(document),
        ...(hasCopy ? [m.rights_letter_copy({}, to)] : []),
      ],
      action: { label: m.rights_letter_open({}, to), url: await wayBack(trx, tools, row, person, document.language) },
      after: [m.rights_letter_reference({ number: row.number, answer: answerId }, to)],
    },
  })
}

/** Where the answer is read: on their own desk, or for who does not sign in by a link that opens with a code. */
async function wayBack(
  trx: PurposeTrx<'rights'>,
  tools: Tools,
  row: CaseRow,
  person: Gathered,
  language: 'ro' | 'en',
): Promise<string> {
  if (person.loginId && row.identity === 'session') return `${tools.signIn.origin}/desk/privacy/requests/${row.id}`
  return await requestLink(trx, tools, row, language)
}
