import { Outlet, redirect } from 'react-router'
import { visit } from '../../platform/http/visit.ts'
import { livePage } from '../../ui/live-page.ts'
import type { Route } from './+types/client-layout.ts'

export const handle = livePage

/** Members only. Staff have a desk of their own; visitors sign in first and come back. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ context }) => {
    const { actor, path } = visit(context)
    if (actor.kind === 'staff') throw redirect('/staff')
    if (actor.kind !== 'member') throw redirect(`/sign-in?to=${encodeURIComponent(path)}`)
  },
]

export function loader({ context }: Route.LoaderArgs) {
  const { person, locale } = visit(context)
  return { name: person?.name ?? '', locale }
}

export default function ClientLayout() {
  return <Outlet />
}
