import { fileAnswer } from '../../platform/http/file-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import type { openAttachment } from '../attachment/read-attachment.ts'
import type { Route } from './+types/file.ts'

/** A file that was sent on a ticket. The operation asks each time whether this visitor may have it. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { accountId, attachmentId } = params
  return fileAnswer(await visit(context).call<typeof openAttachment>('attachment.open', { accountId, attachmentId }))
}
