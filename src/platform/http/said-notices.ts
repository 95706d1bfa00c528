import { AsyncLocalStorage } from 'node:async_hooks'

/** The field by which a form says which notices stood beside its other fields: one mark each. */
export const saidField = 'said'

const name = Symbol.for('zavor.said')
const shared = globalThis as typeof globalThis & { [name]?: AsyncLocalStorage<readonly string[]> }

// The server and the bundled pages hold two copies of this module and must find the same store.
function store(): AsyncLocalStorage<readonly string[]> {
  shared[name] ??= new AsyncLocalStorage()
  return shared[name]
}

/** Runs with the notices that a form was filled in under; every operation called meanwhile is told. */
export function withSaidNotices<Result>(form: FormData, work: () => Result): Result {
  const marks = form.getAll(saidField).filter((mark) => typeof mark === 'string' && /^[0-9a-f]{64}$/.test(mark))
  return store().run([...new Set(marks as string[])], work)
}

export function saidNotices(): readonly string[] {
  return store().getStore() ?? []
}
