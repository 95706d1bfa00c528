import { fileAnswer } from '../../platform/http/file-answer.ts'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import type { openConversationFile } from '../../site/contact/open-conversation-file.ts'
import { chatToken } from '../chat-cookie.ts'
import type { Route } from './+types/file.ts'
import { inLanguage } from './here.ts'

/** A file of the conversation that this browser began. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  inLanguage(params.locale)
  const token = chatToken(request.headers)
  if (!token) throw nothingHere()
  const asked = { token, attachmentId: params.attachmentId }
  return fileAnswer(await visit(context).call<typeof openConversationFile>('conversation.open_file', asked))
}
