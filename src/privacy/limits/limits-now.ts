import type { PurposeName } from '../../../policy/policy.ts'
import type { Limit } from './set-limit.ts'

/** One entry of the ledger, as it is read. */
export interface LimitRow {
  readonly kind: Limit['kind']
  readonly purpose: string | null
  readonly at: Date
}

/** What stands now, each with when it began. base.marker_of says the same in SQL. */
export interface LimitsNow {
  readonly restricted: Date | null
  readonly objected: ReadonlyMap<string, Date>
  readonly consented: ReadonlyMap<string, Date>
}

/** @param entries of one person, in the order of their numbers */
export function limitsNow(entries: readonly LimitRow[]): LimitsNow {
  let restricted: Date | null = null
  const objected = new Map<string, Date>()
  const consented = new Map<string, Date>()
  for (const { kind, purpose, at } of entries) {
    if (purpose === null) restricted = kind === 'restricted' ? (restricted ?? at) : null
    else if (kind === 'objected') objected.set(purpose, objected.get(purpose) ?? at)
    else if (kind === 'lifted') objected.delete(purpose)
    else if (kind === 'consent_missing') consented.delete(purpose)
    else {
      objected.delete(purpose)
      consented.set(purpose, consented.get(purpose) ?? at)
    }
  }
  return { restricted, objected, consented }
}

/** Whether a purpose may use the person's data, by its basis. */
export function allows(now: LimitsNow, purpose: PurposeName, restsOnConsent: boolean): boolean {
  return !now.objected.has(purpose) && (!restsOnConsent || now.consented.has(purpose))
}
