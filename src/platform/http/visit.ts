import { createContext, type RouterContextProvider } from 'react-router'
import type { Actor } from '../../privacy/operation/actor.ts'
import type { AnyOperation, InputOf, OutputOf } from '../../privacy/operation/operation.ts'
import type { Locale } from '../language/words.ts'
import type { KeptForm } from './kept-form.ts'

/** One page request: who asks, in which language, and the one way to the operations. */
export interface Visit {
  readonly actor: Actor
  /** Who fills in the forms of this page (see writer.ts); null for a visitor. */
  readonly writer: string | null
  readonly locale: Locale
  /** Of this answer's content security policy. */
  readonly nonce: string
  /** Where the program is reached, without a slash at the end: "https://desk.example.com". */
  readonly origin: string
  /** Path and query that the browser asked for: where to come back to after signing in. */
  readonly path: string
  /** Who is signed in, as shown in the frame of the page. */
  readonly person?: { readonly name: string; readonly accountName?: string }
  /** What was typed into a form of this page and could not be taken then: shown in it, and not sent. */
  readonly kept?: KeptForm
  /** A form is sent that was opened by somebody else, or in another place of this login: nothing of it may be done. */
  readonly strays?: boolean
  /** Who runs this desk; undefined until it has been set up. */
  readonly provider?: { readonly name: string; readonly privacyEmail: string }
  /**
   * Calls an operation by its name, typed by a type-only import: `call<typeof replyToTicket>('ticket.reply', input)`.
   * @throws PageProblem inside a `data()` answer (see problem.ts), or a redirect to the sign-in page
   */
  call<Op extends AnyOperation>(name: Op['name'], input: InputOf<Op>): Promise<OutputOf<Op>>
  /** Whether the visitor's roles allow an operation: to show its button or not. The operation itself may still refuse. */
  can<Op extends AnyOperation>(name: Op['name']): boolean
}

// The server and the bundled pages hold two copies of this module and must find the same key.
const name = Symbol.for('zavor.visit')
const shared = globalThis as typeof globalThis & { [name]?: ReturnType<typeof createContext<Visit>> }
shared[name] ??= createContext<Visit>()

/** Key under which the server puts the visit into the context of a page. */
export const visitKey = shared[name]

/** The visit of a loader's or action's `args.context`. */
export function visit(context: Readonly<RouterContextProvider>): Visit {
  return context.get(visitKey)
}
