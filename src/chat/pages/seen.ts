import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import type { seeConversation } from '../../site/contact/see-conversation.ts'
import { chatToken } from '../chat-cookie.ts'
import type { Route } from './+types/seen.ts'
import { inLanguage } from './here.ts'

/** Said by the window's script once the newest answer stands before somebody's eyes. */
export async function action({ context, params, request }: Route.ActionArgs) {
  inLanguage(params.locale)
  const token = chatToken(request.headers)
  if (!token) throw nothingHere()
  await visit(context).call<typeof seeConversation>('conversation.seen', { token })
  return new Response(null, { status: 204 })
}

export function loader() {
  throw nothingHere()
}
