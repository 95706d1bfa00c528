import { sql } from 'kysely'
import { type PurposeName, policy } from '../../../policy/policy.ts'
import { newId } from '../../platform/database/id.ts'
import { consentText } from '../notice/consent-text.ts'
import { type Actor, actorId } from '../operation/actor.ts'
import { NotFound } from '../operation/errors.ts'
import { actorKind, type InTransaction, type Person } from './set-limit.ts'

export interface Consent {
  readonly purpose: PurposeName
  readonly decision: 'given' | 'refused' | 'withdrawn'
  readonly method: 'accept' | 'reject' | 'save' | 'gpc' | 'dnt' | 'withdraw'
  /** The language of the text that the person saw. Which text it was follows from purpose and policy. */
  readonly language: 'ro' | 'en'
  /** Where it was asked: 'privacy centre', 'registration'. */
  readonly surface: string
  /** The address of that page, without query. Absent: it came by letter. */
  readonly path?: string
}

/**
 * Writes the proof of a choice, with the exact text, and lets it act at once: every purpose's view changes in the same
 * transaction. No purpose can write the one without the other. Entries stay for good; the state is derived from them.
 * @throws NotFound when the account has no such living person
 */
export async function recordConsent(trx: InTransaction, person: Person, consent: Consent, by: Actor): Promise<void> {
  const { purpose, decision, method, language, surface, path = null } = consent
  const { whole } = consentText(purpose, language)
  const { rows } = await sql<{ done: boolean }>`select base.record_consent(${person.accountId}::uuid,
    ${person.personId}::uuid, ${newId()}::uuid, ${purpose}::text, ${decision}::text, ${method}::text, ${whole}::text,
    ${policy.version}::text, ${language}::text, ${surface}::text, ${path}::text, ${actorKind(by)}::text,
    ${actorId(by)}::uuid) as done`.execute(trx)
  if (!rows[0]?.done) throw new NotFound('person')
}
