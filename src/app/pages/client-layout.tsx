import { Outlet, redirect, type ShouldRevalidateFunctionArgs } from 'react-router'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { KeptForms } from '../../ui/form/kept-forms.tsx'
import { livePage } from '../../ui/live-page.ts'
import { AppShell } from '../../ui/shell/app-shell.tsx'
import type { Route } from './+types/client-layout.ts'
import { frameOf } from './frame.ts'
import { clientPlaces } from './places.ts'
import { signInFirst, stopStray } from './sign-in-first.ts'

export const handle = livePage

/** Members only. Staff have a desk of their own; visitors sign in first and come back. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ context, request }) => {
    const here = visit(context)
    stopStray(here)
    if (here.actor.kind === 'staff') throw redirect('/staff')
    if (here.actor.kind !== 'member') throw signInFirst(here, request)
  },
]

export function loader({ context }: Route.LoaderArgs) {
  return frameOf(visit(context))
}

/** Says at each page who is here now: a second tab may have signed in somebody else. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return defaultShouldRevalidate || currentUrl.pathname !== nextUrl.pathname
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
      <KeptForms here={loaderData.forms}>
        <Outlet />
      </KeptForms>
    </AppShell>
  )
}
