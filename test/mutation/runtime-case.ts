/** One change of one kind of rule, and a question to the runtime that it answers otherwise. */
import type { RuntimeGround } from './runtime-ground.ts'

export interface RuntimeCase {
  readonly kind: string
  /** How the name of the change begins. */
  readonly change: string
  readonly ask: (ground: RuntimeGround) => Promise<unknown>
  readonly was: unknown
  readonly becomes: unknown
  /** Where the answer is the program's alone, nothing has to be compiled. */
  readonly inProgram?: true
}
