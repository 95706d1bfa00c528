import { type PurposeName, policy } from '../../../policy/policy.ts'
import { consentHashes } from '../notice/consent-text.ts'
import type { PolicyShape } from '../policy/shape.ts'
import { after } from '../policy/shift.ts'
import type { limitKinds } from './limit-entry.data.ts'

/** One entry of the ledger, as it is read. */
export interface LimitRow {
  readonly kind: (typeof limitKinds)[number]
  readonly purpose: string | null
  readonly at: Date
  /** Of the text that a consent was given to. */
  readonly text_hash: string | null
}

/** What stands now, each with when it began. base.marker_of says the same in SQL. */
export interface LimitsNow {
  readonly restricted: Date | null
  readonly objected: ReadonlyMap<string, Date>
  readonly consented: ReadonlyMap<string, Date>
}

/**
 * A consent counts for the policy's time at most, and only while the text is still the one that was agreed to.
 * @param entries of one person, in the order of their numbers
 */
export function limitsNow(entries: readonly LimitRow[], now: Date, shape: PolicyShape = policy): LimitsNow {
  let restricted: Date | null = null
  const objected = new Map<string, Date>()
  const consented = new Map<string, Date>()
  for (const entry of entries) {
    const { kind, purpose, at } = entry
    if (purpose === null) restricted = kind === 'restricted' ? (restricted ?? at) : null
    else if (kind === 'objected') objected.set(purpose, objected.get(purpose) ?? at)
    else if (kind === 'lifted') objected.delete(purpose)
    else {
      if (kind === 'consent_given') objected.delete(purpose)
      if (stands(entry, purpose, now, shape)) consented.set(purpose, at)
      else consented.delete(purpose)
    }
  }
  return { restricted, objected, consented }
}

/** When a consent given at that moment ends by itself. */
export function consentEnds(given: Date, shape: PolicyShape = policy): Date {
  return after(given, shape.consent.lasts)
}

function stands({ kind, at, text_hash }: LimitRow, purpose: string, now: Date, shape: PolicyShape): boolean {
  if (kind !== 'consent_given' || text_hash === null || !shape.purposes[purpose]) return false
  return now < consentEnds(at, shape) && consentHashes(purpose, shape).includes(text_hash)
}

/** Whether a purpose may use the person's data, by its basis. */
export function allows(now: LimitsNow, purpose: PurposeName, restsOnConsent: boolean): boolean {
  return !now.objected.has(purpose) && (!restsOnConsent || now.consented.has(purpose))
}
