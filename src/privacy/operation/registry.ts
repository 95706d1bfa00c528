import type { AnyOperation } from './operation.ts'

export interface OperationRegistry {
  readonly all: readonly AnyOperation[]
  /** @throws Error when no operation has the name */
  named(name: string): AnyOperation
}

/** @throws Error at load when two operations share a name or an address */
export function operationRegistry(all: readonly AnyOperation[]): OperationRegistry {
  const byName = new Map<string, AnyOperation>()
  const addresses = new Set<string>()
  for (const operation of all) {
    if (byName.has(operation.name)) throw new Error(`two operations are named ${operation.name}`)
    byName.set(operation.name, operation)
    const address = operation.http?.replaceAll(/\{[^}]*\}/g, '{}')
    if (address && addresses.has(address)) throw new Error(`two operations answer ${operation.http}`)
    if (address) addresses.add(address)
  }
  return {
    all,
    named(name) {
      const operation = byName.get(name)
      if (!operation) throw new Error(`no operation is named ${name}`)
      return operation
    },
  }
}
