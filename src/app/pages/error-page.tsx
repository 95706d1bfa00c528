import { isRouteErrorResponse, useLocation } from 'react-router'
import { type PageProblem, problemOf } from '../../platform/http/problem.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'

/** What went wrong, why, and what to do: for every error that a page or the server throws. */
export function ErrorPage({ error, framed = false }: { error: unknown; framed?: boolean }) {
  const problem = problemOf(error) ?? plainProblem(error)
  const { pathname } = useLocation()
  const start = /^\/(desk|staff|ro|en)(?=\/|$)/.exec(pathname)?.[0] ?? '/'
  const link = problem.link ?? { to: start, words: m.ui_problem_to_start() }
  const Room = framed ? 'div' : 'main'
  return (
    <Room {...(framed ? {} : { id: 'content' })} className="mx-auto w-full max-w-form px-5 py-16">
      <title>{`${titleOf(problem)} · Zavor`}</title>
      <p className="text-small text-quiet tabular">{problem.status}</p>
      <h1 className="mt-1 text-title">{titleOf(problem)}</h1>
      <p className="mt-3 max-w-prose">{problem.words}</p>
      <p className="mt-6">
        <LinkButton to={link.to}>{link.words}</LinkButton>
      </p>
    </Room>
  )
}

function plainProblem(error: unknown): PageProblem {
  const status = isRouteErrorResponse(error) ? error.status : 500
  const words =
    status === 404 ? m.ui_problem_not_found() : status < 500 ? m.ui_problem_refused() : m.ui_problem_unforeseen()
  return { kind: 'problem', code: 'plain', status, words }
}

function titleOf(problem: PageProblem): string {
  if (problem.status === 404) return m.ui_problem_title_not_found()
  if (problem.status === 401) return m.ui_problem_title_signed_out()
  if (problem.status === 429) return m.ui_problem_title_too_many()
  return problem.status < 500 ? m.ui_problem_title_refused() : m.ui_problem_title_unforeseen()
}
