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

/** One question of a purpose that is asked about each time anew: a consent to it is one to nothing else (Art. 4(11)). */
export interface ConsentQuestion {
  readonly id: string
  /** Every word of it, as it was read. */
  readonly words: string
  /** A yes to another question of the purpose stands: a no to this one leaves the person within the purpose. */
  readonly anotherStands: boolean
}

/**
 * Writes the proof of a choice, with the exact text, and lets it act at once: every purpose's view changes in the same
 * transaction. No purpose can write the one without the other. Entries stay for good; the state is derived from them.
 * @throws NotFound when the account has no such living person
 */
export async function recordConsent(trx: InTransaction, person: Person, consent: Consent, by: Actor): Promise<void> {
  const { rows } = await sql<{ done: boolean }>`
    select base.record_consent(${said(person, consent, by)}) as done`.execute(trx)
  if (!rows[0]?.done) throw new NotFound('person')
}

/** The same of the answer to one question. @throws NotFound */
export async function recordAnswer(
  trx: InTransaction,
  person: Person,
  consent: Consent,
  question: ConsentQuestion,
  by: Actor,
): Promise<void> {
  const { id, words, anotherStands } = question
  const { rows } = await sql<{ done: boolean }>`select base.record_answer(${said(person, consent, by)},
    ${id}::uuid, ${words}::text, ${anotherStands}::boolean) as done`.execute(trx)
  if (!rows[0]?.done) throw new NotFound('person')
}

function said(person: Person, consent: Consent, by: Actor) {
  const { purpose, decision, method, language, surface, path = null } = consent
  const { whole } = consentText(purpose, language)
  return sql`${person.accountId}::uuid, ${person.personId}::uuid, ${newId()}::uuid, ${purpose}::text, ${decision}::text,
    ${method}::text, ${whole}::text, ${policy.version}::text, ${language}::text, ${surface}::text, ${path}::text,
    ${actorKind(by)}::text, ${actorId(by)}::uuid`
}
