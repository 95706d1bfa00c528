import type { Actor, Via } from '../operation/actor.ts'

/** One entry of the access log. Ids only. */
export interface AuditEntry {
  readonly id: string
  readonly at: Date
  readonly actor_kind: Actor['kind']
  readonly actor_id: string | null
  readonly account_id: string | null
  readonly purpose: string
  readonly operation: string
  readonly via: Via
  readonly outcome: 'done' | 'refused' | 'failed'
  readonly subjects: readonly string[]
}

/** The one text that is hashed: every field in a fixed order. JSON keeps a field from running into the next. */
export function lineOf(entry: AuditEntry): string {
  return JSON.stringify([
    entry.id,
    entry.at.toISOString(),
    entry.actor_kind,
    entry.actor_id,
    entry.account_id,
    entry.purpose,
    entry.operation,
    entry.via,
    entry.outcome,
    entry.subjects,
  ])
}
