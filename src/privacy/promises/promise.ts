/** The promises P1 to P44 of the published policy. Their words are the clauses of policy/ro.md and policy/en.md. */

export const promiseCount = 44

export type PromiseId = `P${number}`

export const promiseIds: readonly PromiseId[] = Array.from(
  { length: promiseCount },
  (_, index): PromiseId => `P${index + 1}`,
)

const known = new Set<string>(promiseIds)

export function isPromiseId(value: string): value is PromiseId {
  return known.has(value)
}

/** 'p7' for 'P7': the anchor of the clause on the policy page. */
export function anchorOf(promise: PromiseId): string {
  return promise.toLowerCase()
}
