import { z } from 'zod'

const known = new WeakMap<z.ZodType, z.ZodType>()

/**
 * The schema with its fast path written out as a function by zod itself, once. What passes gives the same as before; what does
 * not is judged by the schema, so faults read the same.
 */
export function compiled<S extends z.ZodType>(schema: S): S {
  let fast = known.get(schema)
  if (!fast) {
    fast = z.compile(schema)
    known.set(schema, fast)
  }
  return fast as S
}
