/** What a promise needs before it may be called kept. */
import type { StaffRole } from '../operation/actor.ts'
import type { Words } from '../policy/shape.ts'

export interface PromiseNeeds {
  /** The role that answers for the promise. */
  readonly owner: StaffRole
  /** Each thing that must be shown by a check of the running system, by a stable key. */
  readonly needs: Readonly<Record<string, Words>>
}
