/** A check looks at the running system and says whether one need of a promise holds. Nothing is ever typed in. */
import type { Pool } from 'pg'
import type { LedgerLine } from '../ledger/outside-ledger.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import type { AnyOperation } from '../operation/operation.ts'
import type { RunningPolicy } from '../policy/load-content.ts'
import type { PolicyShape, Words } from '../policy/shape.ts'
import type { NeedOf, PromiseWithNeeds } from './needs.ts'

/** A page of this very system, as a visitor without an account gets it. */
export interface SeenPage {
  readonly status: number
  readonly headers: Headers
  readonly cookies: readonly string[]
  readonly body: string
}

/** What a check may look at. It can change nothing. */
export interface Ground {
  /** The whole database, read-only. */
  readonly inspector: Pool
  /** The access log, as the purpose security sees it. */
  readonly security: Pool
  readonly maps: readonly AnyDataMap[]
  readonly operations: readonly AnyOperation[]
  readonly policy: PolicyShape
  /** The policy with its words, as this program carries it out and shows it. */
  readonly running: RunningPolicy
  /** The ledger outside the database: erasures and limits. @throws when it was changed */
  ledger(): Promise<readonly LedgerLine[]>
  /** When backups are made by themselves, once a day; null: only by hand. */
  readonly backupPlan: { readonly place: string; readonly at: string } | null
  /**
   * A page as a visitor gets it. `cookie`: what the browser holds.
   * @throws when the pages do not answer
   */
  page(path: string, cookie?: string): Promise<SeenPage>
}

export interface Finding {
  readonly holds: boolean
  /** What was counted or compared, with its numbers. No name, no value of anybody's data: it is published. */
  readonly figure: Words
}

export interface PromiseCheck {
  readonly promise: PromiseWithNeeds
  readonly need: string
  run(ground: Ground): Promise<Finding>
}

/** One check of one need: `promiseCheck({ promise: 'P25', need: 'grants', run })`. The need must be declared. */
export function promiseCheck<const P extends PromiseWithNeeds>(check: {
  readonly promise: P
  readonly need: NeedOf<P>
  run(ground: Ground): Promise<Finding>
}): PromiseCheck {
  return check
}

/** The same check where several promises need the same thing. */
export function promiseChecks<const P extends PromiseWithNeeds>(
  promises: readonly P[],
  check: { readonly need: NeedOf<P>; run(ground: Ground): Promise<Finding> },
): PromiseCheck[] {
  return promises.map((promise) => ({ promise, ...check }))
}
