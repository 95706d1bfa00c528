/** A request as the person sees it. */
import { z } from 'zod'
import { recipientIn } from '../answer/change.answers.ts'
import type { AnswerDocument } from '../answer/document.ts'
import { purposeIn } from '../answer/said-in.ts'
import { words } from '../words.ts'
import { answersOf, type CaseRow, type RecipientRow, recipientsOf, stepsOf } from './case.queries.ts'
import { identityWays, outcomes, requestKinds, requestRoutes } from './request.rules.ts'
import type { Db } from './request-db.ts'
import { answerKinds } from './rights-answer.data.ts'
import { toldHow } from './rights-recipient.data.ts'
import { stepKinds } from './rights-step.data.ts'

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()).readonly() }),
  z.object({ kind: z.literal('facts'), rows: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly() }),
  z.object({
    kind: z.literal('table'),
    head: z.array(z.string()).readonly(),
    rows: z.array(z.array(z.string()).readonly()).readonly(),
  }),
])

export const documentView = z.object({
  title: z.string(),
  language: z.enum(['ro', 'en']),
  day: z.string(),
  from: z.array(z.string()).readonly(),
  to: z.string(),
  parts: z
    .array(z.object({ heading: z.string(), blocks: z.array(block).readonly(), copy: z.literal(true).optional() }))
    .readonly(),
})

export const answerView = z.object({
  id: z.string(),
  kind: z.enum(answerKinds),
  at: z.date(),
  /** Null once the person was erased: that there was an answer stays, its words do not. */
  document: documentView.nullable(),
})

export const recipientView = z.object({
  id: z.string(),
  recipient: z.string(),
  words,
  status: z.enum(['to_tell', 'told', 'impossible']),
  how: z.enum(toldHow).nullable(),
  at: z.date().nullable(),
  /** Entries of the register of disclosures by which they got data. */
  disclosures: z.array(z.string()),
})

export const stepView = z.object({ kind: z.enum(stepKinds), by: z.enum(['person', 'staff', 'system']), at: z.date() })

export const requestView = z.object({
  id: z.string(),
  number: z.int(),
  kind: z.enum(requestKinds),
  route: z.enum(requestRoutes),
  purpose: z.string().nullable(),
  purposeWords: words.nullable(),
  words: z.string(),
  receivedAt: z.date(),
  identity: z.enum(identityWays),
  dueOn: z.string().nullable(),
  extendedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  outcome: z.enum(outcomes).nullable(),
  /** Whether it was made from this account: its words and answers are shown in that one alone. */
  isHere: z.boolean(),
  /** Whether what is held can be taken along from here. */
  hasCopy: z.boolean(),
  steps: z.array(stepView),
  answers: z.array(answerView),
  recipients: z.array(recipientView),
})

/** @param forAccount answers lie under the account that the request was made from, and are shown in that one */
export async function viewRequest(db: Db, row: CaseRow, forAccount: string): Promise<z.input<typeof requestView>> {
  const answers = forAccount === row.account_id ? await answersOf(db, row) : []
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    route: row.route,
    purpose: row.purpose,
    purposeWords: row.purpose ? { ro: purposeIn(row.purpose, 'ro'), en: purposeIn(row.purpose, 'en') } : null,
    words: forAccount === row.account_id ? row.words : '',
    receivedAt: row.received_at,
    identity: row.identity,
    dueOn: row.due_on,
    extendedAt: row.extended_at,
    closedAt: row.closed_at,
    outcome: row.outcome,
    isHere: forAccount === row.account_id,
    hasCopy:
      forAccount === row.account_id &&
      ['access', 'portability'].includes(row.kind) &&
      ['done', 'partly'].includes(row.outcome ?? ''),
    steps: (await stepsOf(db, row)).map(({ kind, by_kind, at }) => ({ kind, by: by_kind, at })),
    answers: answers.map(({ id, kind, at, document }) => ({
      id,
      kind,
      at,
      document: 'parts' in document ? (document as AnswerDocument) : null,
    })),
    recipients: (await recipientsOf(db, row)).map(viewRecipient),
  }
}

export function viewRecipient(row: RecipientRow): z.input<typeof recipientView> {
  const { id, recipient, status, how, settled_at, disclosures } = row
  const words = { ro: recipientIn(recipient, 'ro'), en: recipientIn(recipient, 'en') }
  return { id, recipient, words, status, how, at: settled_at, disclosures }
}
