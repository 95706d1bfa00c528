import { Outlet, redirect } from 'react-router'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { livePage } from '../../ui/live-page.ts'
import { AppShell } from '../../ui/shell/app-shell.tsx'
import type { Route } from './+types/client-layout.ts'
import { frameOf } from './frame.ts'
import { clientPlaces } from './places.ts'

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
  return frameOf(visit(context))
}

export default function ClientLayout({ loaderData }: Route.ComponentProps) {
  return (
    <AppShell
      name={loaderData.provider}
      area={m.app_area_client()}
      home="/desk"
      nav={clientPlaces()}
      person={{ name: loaderData.person, aside: loaderData.accountName, to: '/desk/account' }}
      links={
        <a href={`/${getLocale()}/policy`} className="link">
          {m.app_nav_policy()}
        </a>
      }
    >
      <Outlet />
    </AppShell>
  )
}
