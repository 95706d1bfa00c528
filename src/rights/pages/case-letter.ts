import { data } from 'react-router'
import { visit } from '../../platform/http/visit.ts'
import type { fetchAnswerForStaff } from '../answer/fetch-answer.ts'
import type { Route } from './+types/case-letter.ts'
import { letterResponse } from './file-response.ts'

const formats: Readonly<Record<string, 'pdf' | 'html'>> = { 'letter.pdf': 'pdf', 'letter.html': 'html' }

/** The letter of an answer, for the staff who print and post it. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { caseId, answerId, file } = params
  const format = formats[file]
  if (!format) throw data(null, { status: 404 })
  const { call } = visit(context)
  return letterResponse(
    await call<typeof fetchAnswerForStaff>('request.fetch_answer_for_staff', { caseId, answerId, format }),
  )
}
