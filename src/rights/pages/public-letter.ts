import { visit } from '../../platform/http/visit.ts'
import type { fetchAnswerByPass } from '../answer/fetch-answer.ts'
import type { Route } from './+types/public-letter.ts'
import { letterResponse } from './file-response.ts'

/** The letter of a request that a code opened. The pass comes in the body, so that it stands in no address. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const { call } = visit(context)
  return letterResponse(
    await call<typeof fetchAnswerByPass>('request.fetch_answer_by_pass', {
      pass: text('pass'),
      answerId: text('answerId'),
      format: text('format') as 'pdf',
    }),
  )
}
