/** Where the clause of a promise stands on the policy page: 'p7' for 'P7'. */
export function anchorOf(promise: string): string {
  return promise.toLowerCase()
}
