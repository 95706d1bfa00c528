import { visit } from '../../platform/http/visit.ts'
import type { takeCopyByPass } from '../answer/take-copy.ts'
import type { Route } from './+types/public-copy.ts'
import { archiveResponse } from './file-response.ts'

/** The copy that a request was granted, to who opened it by a code. */
export async function action({ context, request }: Route.ActionArgs) {
  const pass = String((await request.formData()).get('pass') ?? '')
  return archiveResponse(await visit(context).call<typeof takeCopyByPass>('request.take_by_pass', { pass }))
}
