/** What steps of sign-in take from the browser and give back to it. */
import { data, redirectDocument } from 'react-router'
import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { returnPath } from './return-path.ts'

export function browserFacts(request: Request): { cookie?: string; userAgent?: string } {
  const cookie = request.headers.get('cookie')
  const userAgent = request.headers.get('user-agent')
  return { ...(cookie ? { cookie } : {}), ...(userAgent ? { userAgent: userAgent.slice(0, 1000) } : {}) }
}

export function withCookies(lines: readonly string[]): Headers {
  const headers = new Headers()
  for (const line of lines) headers.append('set-cookie', line)
  return headers
}

export type StepOutcome =
  | { outcome: 'signed_in'; home: '/desk' | '/staff'; secondFactor: boolean; cookies: string[] }
  | { outcome: 'second_factor' | 'wrong' | 'no_place'; cookies: string[] }

/** Where a step of sign-in leads; null when it was wrong. `keep` goes on to the second step. */
export function nextStep(
  answer: StepOutcome,
  to: string | null,
  keep: boolean,
): { to: string; headers: Headers } | null {
  const back = returnPath(to)
  const query = new URLSearchParams({ ...(back ? { to: back } : {}), ...(keep ? { keep: '1' } : {}) })
  if (answer.outcome === 'second_factor') {
    return { to: `/sign-in/code?${query}`, headers: withCookies(answer.cookies) }
  }
  if (answer.outcome !== 'signed_in') return null
  const isUnenrolled = answer.home === '/staff' && !answer.secondFactor
  const target = isUnenrolled ? `/sign-in/second-factor?${query}` : (back ?? answer.home)
  return { to: target, headers: withCookies(answer.cookies) }
}

/** Goes to the next step, or shows the form again with `words` at its top. Nothing secret is sent back. */
export function stepAnswer(
  answer: StepOutcome,
  given: { to: string | null; keep: boolean; email?: string },
  words: string,
) {
  const next = nextStep(answer, given.to, given.keep)
  // As a new document: the language of whoever came in may be another than that of the page.
  if (next) throw redirectDocument(next.to, { headers: next.headers })
  const said = answer.outcome === 'no_place' ? m.identity_no_place() : words
  const problem = { kind: 'problem', code: answer.outcome, status: 401, words: said } as const
  const body: FormAnswer = { errors: {}, values: given.email ? { email: given.email } : {}, problem }
  return data(body, { status: 401, headers: withCookies(answer.cookies) })
}

/** An answer that says nothing by its speed: no sooner than `milliseconds`. */
export async function noSooner<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  const [done] = await Promise.allSettled([work, new Promise((resolve) => setTimeout(resolve, milliseconds))])
  if (done.status === 'rejected') throw done.reason
  return done.value
}

/** One text of a form. */
export function field(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
