import type { Actor } from '../../privacy/operation/actor.ts'
import type { Concern } from '../../privacy/operation/operation.ts'
import type { Tools } from '../../privacy/operation/tools.ts'
import type { Trx } from './request-db.ts'

/** What the steps of a request need of the operation that runs them. */
export interface Running {
  readonly trx: Trx
  readonly tools: Tools
  readonly now: Date
  readonly actor: Actor
  concerning(concern: Concern): void
}
