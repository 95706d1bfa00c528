import { visit } from '../../platform/http/visit.ts'
import type { takeCopy } from '../answer/take-copy.ts'
import type { Route } from './+types/copy-file.ts'
import { archiveResponse } from './file-response.ts'

/** The copy that one's own request was granted. */
export async function loader({ context, params }: Route.LoaderArgs) {
  return archiveResponse(await visit(context).call<typeof takeCopy>('request.take', { caseId: params.caseId }))
}
