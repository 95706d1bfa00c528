import { data, redirect } from 'react-router'
import type { PageProblem } from '../platform/http/problem.ts'
import { m } from '../platform/language/words.ts'
import { DeskError, faultsBeside, Invalid, NotFound, TooMany } from '../privacy/operation/errors.ts'

/**
 * What a page is given when an operation throws: a redirect to the sign-in page, or `data(PageProblem)` with the
 * status; anything unforeseen stays as it is and ends as the 500 page. `path` is where to come back to.
 */
export function pageThrowable(error: unknown, path: string, reading: boolean): unknown {
  if (!(error instanceof DeskError)) return error
  const back = `to=${encodeURIComponent(path)}`
  if (reading && error.code === 'sign_in_first') return redirect(`/sign-in?${back}`)
  if (reading && error.code === 'fresh_sign_in') return redirect(`/sign-in/again?${back}`)
  if (reading && error.code === 'second_factor') return redirect(`/sign-in/second-factor?${back}`)
  // What an address asks for is nobody's typing: where it cannot be, nothing is there.
  const problem = problemFor(reading && error instanceof Invalid ? new NotFound('page') : error, back)
  return data(problem, { status: problem.status })
}

function problemFor(error: DeskError, back: string): PageProblem {
  const plain = { kind: 'problem', code: error.code, status: error.status } as const
  if (error instanceof Invalid) return { ...plain, words: m.ui_problem_invalid(), fields: error.fields }
  if (error instanceof TooMany) {
    return { ...plain, words: m.ui_problem_too_many({ minutes: Math.ceil(error.retryAfterSeconds / 60) }) }
  }
  if (error.code === 'sign_in_first') {
    return { ...plain, words: m.ui_problem_signed_out(), link: { to: `/sign-in?${back}`, words: m.ui_sign_in() } }
  }
  if (error.code === 'fresh_sign_in') {
    return {
      ...plain,
      words: m.ui_problem_stale(),
      link: { to: `/sign-in/again?${back}`, words: m.ui_sign_in_again() },
    }
  }
  return { ...plain, words: wordsFor(error), ...faultsBeside(error) }
}

function wordsFor(error: DeskError): string {
  // An operation's own words win; the defaults of errors.ts are for logs ("refused: role") and are never shown.
  if (!/^(refused|conflict): |not found$|does not respond$/.test(error.message)) return error.message
  if (error.status === 404) return m.ui_problem_not_found()
  if (error.status === 409) return m.ui_problem_conflict()
  if (error.status === 503) return m.ui_problem_unavailable()
  return m.ui_problem_refused()
}
