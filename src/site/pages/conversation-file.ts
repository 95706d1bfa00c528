import { fileAnswer } from '../../platform/http/file-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import type { openConversationFile } from '../contact/open-conversation-file.ts'
import type { Route } from './+types/conversation-file.ts'

/** A file of a conversation, for whoever has its link. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { token, attachmentId } = params
  return fileAnswer(
    await visit(context).call<typeof openConversationFile>('conversation.open_file', { token, attachmentId }),
  )
}
