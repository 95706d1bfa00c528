import { redirect } from 'react-router'
import { visit } from '../../platform/http/visit.ts'
import type { Route } from './+types/security-redirect.ts'

/** The address in letters: leads to the security page of whoever is signed in. */
export function loader({ context }: Route.LoaderArgs) {
  const { actor } = visit(context)
  if (actor.kind === 'staff') return redirect('/staff/account/security')
  if (actor.kind === 'member') return redirect('/desk/account/security')
  return redirect('/sign-in?to=/security')
}
