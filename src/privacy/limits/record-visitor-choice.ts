import { sql } from 'kysely'
import { type PurposeName, policy } from '../../../policy/policy.ts'
import { newId } from '../../platform/database/id.ts'
import { consentText } from '../notice/consent-text.ts'
import type { Consent } from './record-consent.ts'
import type { InTransaction } from './set-limit.ts'

export interface VisitorChoice {
  readonly purpose: PurposeName
  readonly decision: Consent['decision']
  readonly method: Consent['method']
  /** The language of the text that the visitor saw. Which text it was follows from purpose and policy. */
  readonly language: 'ro' | 'en'
  /** Where it was asked: 'bar', 'cookie page', 'footer'; 'signal' where the browser answered by itself. */
  readonly surface: string
  /** The address of that page, without query. */
  readonly path: string
}

/**
 * Writes the proof of a visitor's choice, with the exact text; a signal of the browser answers before any text is shown,
 * so it names none. What stands now is derived from the entries, never edited in them.
 */
export async function recordVisitorChoice(trx: InTransaction, visitorId: string, choice: VisitorChoice): Promise<void> {
  const { purpose, decision, method, language, surface, path } = choice
  const isSignal = method === 'gpc' || method === 'dnt'
  const words = isSignal ? null : consentText(purpose, language).whole
  await sql`select base.record_visitor_choice(${newId()}::uuid, ${visitorId}::uuid, ${purpose}::text, ${decision}::text,
    ${method}::text, ${words}::text, ${policy.version}::text, ${isSignal ? null : language}::text, ${surface}::text,
    ${path}::text)`.execute(trx)
}
