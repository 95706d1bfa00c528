import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import type { seeConversation } from '../contact/see-conversation.ts'
import type { Route } from './+types/conversation-seen.ts'

/** Said by the page's script once the newest answer stands before somebody's eyes. */
export async function action({ context, params }: Route.ActionArgs) {
  await visit(context).call<typeof seeConversation>('conversation.seen', { token: params.token })
  return new Response(null, { status: 204 })
}

export function loader() {
  throw nothingHere()
}
