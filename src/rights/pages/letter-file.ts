import { data } from 'react-router'
import { visit } from '../../platform/http/visit.ts'
import type { fetchAnswer } from '../answer/fetch-answer.ts'
import type { Route } from './+types/letter-file.ts'
import { letterResponse } from './file-response.ts'

const formats: Readonly<Record<string, 'pdf' | 'html'>> = { 'letter.pdf': 'pdf', 'letter.html': 'html' }

/** The letter of one's own request. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { caseId, answerId, file } = params
  const format = formats[file]
  if (!format) throw data(null, { status: 404 })
  const { call } = visit(context)
  return letterResponse(await call<typeof fetchAnswer>('request.fetch_answer', { caseId, answerId, format }))
}
