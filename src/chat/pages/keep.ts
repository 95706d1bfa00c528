import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import type { keepThere } from '../duty.ts'
import type { Route } from './+types/keep.ts'

/** From the line in the frame of the staff's pages: still there. Answers whether that still stands, and who waits. */
export async function action({ context }: Route.ActionArgs) {
  return Response.json(await visit(context).call<typeof keepThere>('chat.keep_there', {}))
}

export function loader() {
  throw nothingHere()
}
