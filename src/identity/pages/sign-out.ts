import { redirect } from 'react-router'
import { visit } from '../../platform/http/visit.ts'
import type { signOut } from '../sign-in/sign-out.ts'
import type { Route } from './+types/sign-out.ts'
import { browserFacts, withCookies } from './sign-in-request.ts'

/** Ends this browser's session. */
export async function action({ context, request }: Route.ActionArgs) {
  const { cookie } = browserFacts(request)
  const { cookies } = await visit(context).call<typeof signOut>('sign_in.end', { cookie })
  return redirect('/sign-in?done=out', { headers: withCookies(cookies) })
}

/** An address typed or reloaded: nothing to see. */
export function loader() {
  return redirect('/sign-in')
}
