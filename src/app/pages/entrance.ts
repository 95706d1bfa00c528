import { redirect } from 'react-router'
import { visit } from '../../platform/http/visit.ts'
import type { Route } from './+types/entrance.ts'

/** `/` leads to the public pages in the language that the browser wishes, without a cookie. */
export function loader({ context }: Route.LoaderArgs) {
  return redirect(`/${visit(context).locale}`, { headers: { vary: 'accept-language' } })
}
