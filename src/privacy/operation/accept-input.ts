import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { PurposeName } from '../../../policy/policy.ts'
import type { For } from '../map/types.ts'

import type { Caller } from './actor.ts'
import { compiled } from './compiled.ts'
import { Invalid } from './errors.ts'
import { fieldsOf } from './invalid-fields.ts'
import type { AnyOperation, Faults } from './operation.ts'
import { sought, textFaults } from './text-faults.ts'
import type { Tools } from './tools.ts'

/**
 * What an operation's body is given. Jobs carry ids of what a person already wrote; all others pass the gate of P3.
 * @throws Invalid naming everything that the input alone shows to be faulty
 */
export function acceptInput(caller: Caller, operation: AnyOperation, given: unknown): unknown {
  const isOurs = caller.actor.kind === 'system'
  const [input, texts] = isOurs ? [given, {}] : textsOf(operation, given)
  const parsed = compiled(operation.input).safeParse(input)
  const shape = parsed.success ? {} : fieldsOf(parsed.error)
  const fields = { ...shape, ...texts }
  if (Object.keys(fields).length > 0) throw new Invalid(fields)
  return parsed.data
}

function textsOf({ kind }: AnyOperation, given: unknown): [input: unknown, faults: Record<string, string>] {
  const faults = textFaults(given)
  if (kind !== 'read' || Object.keys(faults).length === 0) return [given, faults]
  const input = sought(given)
  return [input, textFaults(input)]
}

/** An input that the program itself makes. @throws Invalid */
export function parse(schema: z.ZodType, input: unknown): unknown {
  const parsed = compiled(schema).safeParse(input)
  if (parsed.success) return parsed.data
  throw new Invalid(fieldsOf(parsed.error))
}

/** An input that is faulty already, together with what only the database knows of it: one submission is refused once. */
export async function allFaults(
  refusal: unknown,
  operation: AnyOperation,
  asked: { db: Kysely<For<PurposeName>>; input: unknown; now: Date; tools: Tools },
): Promise<unknown> {
  const { db, input, now, tools } = asked
  if (!(refusal instanceof Invalid) || !operation.faults || typeof input !== 'object' || input === null) return refusal
  const ask = operation.faults as (asked: object) => Promise<Faults>
  return new Invalid({ ...(await ask({ db, given: { ...input }, now, tools })), ...refusal.fields })
}
