import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { PurposeName } from '../../../policy/policy.ts'
import { newId } from '../../platform/database/id.ts'
import type { Actor } from '../operation/actor.ts'
import { type InTransaction, type Person, setLimit } from './set-limit.ts'

export interface Consent {
  readonly purpose: PurposeName
  readonly decision: 'given' | 'withdrawn'
  readonly method: 'accept' | 'reject' | 'save' | 'signal' | 'withdraw'
  /** The exact words that the person saw; only their hash is kept. */
  readonly text: string
  readonly textVersion: string
  readonly textLanguage: 'ro' | 'en'
  /** Where it was asked: 'privacy centre', 'registration'. */
  readonly surface: string
}

/** Writes the proof of a choice and lets it act at once. Both entries stay for good; the state is derived from them. */
export async function recordConsent(trx: InTransaction, person: Person, consent: Consent, by: Actor): Promise<void> {
  const kind = consent.decision === 'given' ? 'consent_given' : 'consent_missing'
  await setLimit(trx, person, { kind, purpose: consent.purpose }, by)
  const hash = createHash('sha256').update(consent.text).digest()
  await sql`insert into base.consent_entry
      (account_id, id, person_id, purpose, decision, method, text_hash, text_version, text_language, surface)
    values (${person.accountId}, ${newId()}, ${person.personId}, ${consent.purpose}, ${consent.decision},
      ${consent.method}, ${hash}, ${consent.textVersion}, ${consent.textLanguage}, ${consent.surface})`.execute(trx)
}
