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

/** What stands at the top of the form of a step that was wrong: `words`, or that there is no place for this login. */
export function stepProblem({ outcome }: StepOutcome, words: string) {
  const said = outcome === 'no_place' ? m.identity_no_place() : words
  return { kind: 'problem', code: outcome, status: 401, words: said } as const
}

/** The first step has run out: its cookies were taken back, and no code would be right. */
export function isFirstStepOver({ outcome, cookies }: StepOutcome): boolean {
  return outcome === 'wrong' && cookies.some((line) => line.includes('Max-Age=0'))
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
  const values: FormAnswer['values'] = given.email ? { email: given.email } : {}
  const body: FormAnswer = { errors: {}, values, problem: stepProblem(answer, words) }
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
