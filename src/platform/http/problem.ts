import { data } from 'react-router'
import { m } from '../language/words.ts'

/** What went wrong, in the shape that pages know: errors of operations cross into pages as this and nothing else. */
export interface PageProblem {
  readonly kind: 'problem'
  /** Stable: 'invalid', 'not_found', 'role', 'fresh_sign_in', 'already_exists', ... */
  readonly code: string
  readonly status: number
  /** One or two sentences in the visitor's language: what, why, what to do. */
  readonly words: string
  /** Faulty fields by input path, each with what was expected. */
  readonly fields?: Readonly<Record<string, string>>
  /** Where the problem can be solved. */
  readonly link?: { readonly to: string; readonly words: string }
}

export function isProblem(value: unknown): value is PageProblem {
  return typeof value === 'object' && value !== null && (value as PageProblem).kind === 'problem'
}

/** The problem inside whatever a page caught or a boundary was given (`data()`, an error response, or itself). */
export function problemOf(thrown: unknown): PageProblem | null {
  if (isProblem(thrown)) return thrown
  const inside = (thrown as { data?: unknown } | null | undefined)?.data
  return isProblem(inside) ? inside : null
}

/** To be thrown by a loader when its address leads nowhere. */
export function nothingHere() {
  const problem: PageProblem = { kind: 'problem', code: 'not_found', status: 404, words: m.ui_problem_not_found() }
  return data(problem, { status: 404 })
}

/** To be thrown by a loader when only others may do what its page is for: nobody fills in a form that will be refused. */
export function notAllowed() {
  const problem: PageProblem = { kind: 'problem', code: 'role', status: 403, words: m.ui_problem_refused() }
  return data(problem, { status: 403 })
}
