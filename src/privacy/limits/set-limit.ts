import { type QueryExecutorProvider, sql } from 'kysely'
import type { PurposeName } from '../../../policy/policy.ts'
import { type Actor, actorId } from '../operation/actor.ts'
import { NotFound } from '../operation/errors.ts'

/** An open transaction of any purpose that may limit people. */
export type InTransaction = QueryExecutorProvider & { readonly isTransaction: true }

/**
 * restricted: every purpose that a restriction stops. objected: one purpose. lifted: ends the objection to that purpose,
 * or without a purpose the restriction. A restriction names the request that asked for it, so that it is passed on after a restore too
 * (Art. 19). Consents have their own way, as they need their proof: record-consent.ts.
 */
export type Limit =
  | { readonly kind: 'restricted'; readonly requestId?: string }
  | { readonly kind: 'lifted'; readonly purpose?: PurposeName }
  | { readonly kind: 'objected'; readonly purpose: PurposeName }

export interface Person {
  readonly accountId: string
  readonly personId: string
}

/**
 * Adds to the ledger of limits and moves every row about the person into or out of the purposes' views, at once.
 * @throws NotFound when the account has no such living person
 */
export async function setLimit(trx: InTransaction, person: Person, limit: Limit, by: Actor): Promise<void> {
  const purpose = 'purpose' in limit ? (limit.purpose ?? null) : null
  const asked = limit.kind === 'restricted' ? (limit.requestId ?? '') : ''
  // The line of it for the ledger outside is written by trigger, which reads this.
  const { rows } = await sql<{ set: boolean }>`
    with asked as materialized (select set_config('zavor.request', ${asked}::text, true))
    select base.set_limit(${person.accountId}::uuid, ${person.personId}::uuid, ${purpose}::text, ${limit.kind}::text,
      ${actorKind(by)}::text, ${actorId(by)}::uuid) as set from asked`.execute(trx)
  if (!rows[0]?.set) throw new NotFound('person')
}

export function actorKind(by: Actor): 'person' | 'staff' | 'system' {
  return by.kind === 'member' ? 'person' : by.kind === 'staff' ? 'staff' : 'system'
}
