/** `tools.promises`: the registered checks, and the ground that they look at. */
import type { Finding, Ground, PromiseCheck } from './check.ts'
import type { PromiseId } from './promise.ts'

export interface PromiseTool {
  readonly checks: readonly PromiseCheck[]
  /** Needs of a promise for which a check is registered. */
  checkedNeeds(promise: PromiseId): ReadonlySet<string>
  /** @throws RangeError when no such check is registered; whatever the check throws */
  look(promise: string, need: string): Promise<Finding>
}

/**
 * @param ground opened when a check first runs, so that a process that only shows findings holds no connection for it
 * @throws Error at start when two checks answer the same need
 */
export function promiseTool(checks: readonly PromiseCheck[], ground: () => Promise<Ground>): PromiseTool {
  const byKey = new Map<string, PromiseCheck>()
  for (const check of checks) {
    const key = `${check.promise} ${check.need}`
    if (byKey.has(key)) throw new Error(`two checks answer ${key}`)
    byKey.set(key, check)
  }
  return {
    checks,
    checkedNeeds: (promise) => new Set(checks.filter((check) => check.promise === promise).map((check) => check.need)),
    async look(promise, need) {
      const check = byKey.get(`${promise} ${need}`)
      if (!check) throw new RangeError(`no check answers ${promise} ${need}`)
      return check.run(await ground())
    },
  }
}

declare module '../operation/tools.ts' {
  interface Tools {
    readonly promises: PromiseTool
  }
}
