/** Articles that may answer a subject while it is typed: what the script of the form asks. */
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { getLocale } from '../../platform/language/words.ts'
import type { suggestArticles } from '../article/suggest-articles.ts'
import type { Route } from './+types/suggest.ts'

export function loader() {
  throw nothingHere()
}

export async function action({ context, request }: Route.ActionArgs) {
  const body: unknown = await request.json().catch(() => null)
  const subject = typeof body === 'object' && body !== null && 'subject' in body ? String(body.subject) : ''
  const { call } = visit(context)
  const found = await call<typeof suggestArticles>('article.suggest', {
    subject: subject.slice(0, 300),
    language: getLocale(),
  })
  return Response.json(found, { headers: { 'cache-control': 'no-store' } })
}
