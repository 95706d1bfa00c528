/**
 * An operation is the one way to the data: a name, a purpose, who may call it, the shapes of what goes in and comes out,
 * and a body that gets a database bound to that purpose.
 */
import type { z } from 'zod'
import type { PurposeName } from '../../../policy/policy.ts'
import type { PurposeDb, PurposeTrx } from '../map/types.ts'
import type { Actor, Caller, MemberActor, StaffActor, SystemActor, Visitor } from './actor.ts'
import type { Who } from './permission.ts'
import type { Tools } from './tools.ts'

/** Whose data was touched. Goes to the access log, nowhere else. */
export interface Concern {
  readonly accountId?: string | null
  readonly personIds?: readonly string[]
  /** Whom of the staff a visitor's form made or named: who is kept beside the notices that stood there. Not logged. */
  readonly staffId?: string
}

export interface JobOptions {
  readonly runAt?: Date
  /** At most one waiting job with this key: a newer one replaces it. */
  readonly key?: string
}

export type Enqueue = <Op extends AnyOperation>(
  operation: Op,
  input: InputOf<Op>,
  options?: JobOptions,
) => Promise<void>

export type ActorFor<W extends Who> =
  | (W extends { visitor: true } ? Visitor | MemberActor | StaffActor : never)
  | (W extends { member: unknown } ? MemberActor : never)
  | (W extends { staff: unknown } ? StaffActor : never)
  | (W extends { system: true } ? SystemActor : never)

export interface Asked<W extends Who, In> {
  readonly actor: ActorFor<W>
  readonly input: In
}

interface Common<W extends Who, In> extends Asked<W, In> {
  readonly caller: Caller
  readonly now: Date
  readonly tools: Tools
  concerning(concern: Concern): void
}

export interface Reading<P extends PurposeName, W extends Who, In> extends Common<W, In> {
  readonly db: PurposeDb<P>
}

export interface Writing<P extends PurposeName, W extends Who, In> extends Common<W, In> {
  readonly trx: PurposeTrx<P>
  readonly enqueue: Enqueue
  /** Runs after the commit and before the answer (telling a socket, waking a waiter). Must not throw. */
  afterCommit(act: () => void | Promise<void>): void
}

export interface Doubted<P extends PurposeName> {
  readonly db: PurposeDb<P>
  /** The input as it came: any of it may be missing or of another kind. */
  readonly given: Readonly<Record<string, unknown>>
  readonly now: Date
  readonly tools: Tools
}

/** By field, what is expected. What no field can mend stands under a name of its own. */
export type Faults = Readonly<Record<string, string>>

interface Facts<N extends string, P extends PurposeName, W extends Who, I extends z.ZodType, O extends z.ZodType> {
  readonly name: N
  readonly purpose: P
  /** `METHOD /path/{field}` under /api/v1; without it the operation is not part of the API. */
  readonly http?: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`
  /** One line for the API's documentation. */
  readonly says?: string
  readonly who: W
  /** Largest request body of the API in bytes; 256 KiB unless said. */
  readonly largestBody?: number
  readonly input: I
  readonly output: O
}

export interface ReadOperation<
  N extends string,
  P extends PurposeName,
  W extends Who,
  I extends z.ZodType,
  O extends z.ZodType,
> extends Facts<N, P, W, I, O> {
  readonly kind: 'read'
  /**
   * Answers numbers alone, about nobody whom the caller could choose: no entry goes in the access log, so that a count
   * which stands on every page does not fill it. Checked at load: an empty input, and an output of numbers.
   */
  readonly counts?: true
  /**
   * Whose data it reads, where the question alone says so: the log entry is then written while the read runs, not after
   * it. The log thus says what was allowed and begun; a read that comes to nothing is followed by an entry that says so.
   */
  concerns?(asked: Asked<W, z.output<I>>): Concern
  run(running: Reading<P, W, z.output<I>>): Promise<z.input<O>>
}

export interface WriteOperation<
  N extends string,
  P extends PurposeName,
  W extends Who,
  I extends z.ZodType,
  O extends z.ZodType,
> extends Facts<N, P, W, I, O> {
  readonly kind: 'write'
  /**
   * What only the database knows to be faulty (an address that is taken), of an input whose shape is faulty already: so that
   * everything about one submission is said at once. It asks about no person, and `run` asks for itself, under its locks.
   */
  faults?(asked: Doubted<P>): Promise<Faults>
  run(running: Writing<P, W, z.output<I>>): Promise<z.input<O>>
}

/** Any operation, as lists and the runner see it: the types of its body are its own business. */
export interface AnyOperation {
  readonly name: string
  readonly kind: 'read' | 'write'
  readonly purpose: PurposeName
  readonly http?: string
  readonly says?: string
  readonly who: Who
  readonly largestBody?: number
  readonly counts?: true
  readonly input: z.ZodType
  readonly output: z.ZodType
  concerns?(asked: never): Concern
  faults?(asked: never): Promise<Faults>
  run(running: never): Promise<unknown>
}

export type InputOf<Op> = Op extends { readonly input: infer I extends z.ZodType } ? z.input<I> : never
export type OutputOf<Op> = Op extends { readonly output: infer O extends z.ZodType } ? z.output<O> : never
export type ActorOf<Op> = Op extends { readonly who: infer W extends Who } ? ActorFor<W> : Actor

export function readOperation<
  const N extends string,
  const P extends PurposeName,
  const W extends Who,
  I extends z.ZodType,
  O extends z.ZodType,
>(operation: Omit<ReadOperation<N, P, W, I, O>, 'kind'>): ReadOperation<N, P, W, I, O> {
  return { ...operation, kind: 'read' }
}

export function writeOperation<
  const N extends string,
  const P extends PurposeName,
  const W extends Who,
  I extends z.ZodType,
  O extends z.ZodType,
>(operation: Omit<WriteOperation<N, P, W, I, O>, 'kind'>): WriteOperation<N, P, W, I, O> {
  return { ...operation, kind: 'write' }
}
