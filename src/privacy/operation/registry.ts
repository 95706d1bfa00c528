import { z } from 'zod'
import type { AnyOperation } from './operation.ts'

export interface OperationRegistry {
  readonly all: readonly AnyOperation[]
  /** @throws Error when no operation has the name */
  named(name: string): AnyOperation
}

/** @throws Error at load when two operations share a name or an address, or one says that it counts and answers more */
export function operationRegistry(all: readonly AnyOperation[]): OperationRegistry {
  const byName = new Map<string, AnyOperation>()
  const addresses = new Set<string>()
  for (const operation of all) {
    if (byName.has(operation.name)) throw new Error(`two operations are named ${operation.name}`)
    byName.set(operation.name, operation)
    if (operation.counts && !onlyCounts(operation))
      throw new Error(`${operation.name} counts: it takes nothing and answers numbers alone`)
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

/** Whether nothing can be asked about anybody, and no value of anybody's can come out. */
function onlyCounts({ kind, input, output }: AnyOperation): boolean {
  const shape = (type: z.ZodType, io: 'input' | 'output') =>
    z.toJSONSchema(type, { io, unrepresentable: 'any' }) as z.core.JSONSchema.JSONSchema
  const taken = shape(input, 'input')
  const answered = shape(output, 'output')
  const takesNothing = Object.keys(taken.properties ?? {}).length === 0 && taken.additionalProperties === false
  const numbers = Object.values(answered.properties ?? {}) as z.core.JSONSchema.JSONSchema[]
  return (
    kind === 'read' &&
    takesNothing &&
    numbers.length > 0 &&
    numbers.every(({ type }) => type === 'integer' || type === 'number')
  )
}
