import { Outlet, redirect, type ShouldRevalidateFunctionArgs } from 'react-router'
import type { countChat } from '../../chat/duty.ts'
import { DutyLine } from '../../chat/pages/duty-line.tsx'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import type { countOverdue } from '../../rights/desk/count-overdue.ts'
import { KeptForms } from '../../ui/form/kept-forms.tsx'
import { livePage } from '../../ui/live-page.ts'
import { AppShell } from '../../ui/shell/app-shell.tsx'
import type { Route } from './+types/staff-layout.ts'
import { frameOf } from './frame.ts'
import { openPlaces, staffPlaces } from './places.ts'
import { signInFirst, stopStray } from './sign-in-first.ts'

export const handle = livePage

/** Staff only. Clients have a desk of their own; visitors sign in first and come back. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ context, request }) => {
    const here = visit(context)
    stopStray(here)
    if (here.actor.kind === 'member') throw redirect('/desk')
    if (here.actor.kind !== 'staff') throw signInFirst(here, request)
  },
]

export async function loader({ context }: Route.LoaderArgs) {
  const here = visit(context)
  const isKnown = here.actor.kind === 'staff' && here.actor.secondFactor
  const { overdue } = isKnown ? await here.call<typeof countOverdue>('request.overdue', {}) : { overdue: 0 }
  const chat = isKnown && here.can('chat.count') ? await here.call<typeof countChat>('chat.count', {}) : null
  const duty = chat && { isMine: chat.mine > 0, waiting: chat.waiting }
  return { ...frameOf(here), open: openPlaces(here.can), overdue, duty }
}

/** Counted anew when somebody goes elsewhere or does something, not at each tick of a page that keeps itself fresh. */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod }: ShouldRevalidateFunctionArgs): boolean {
  return formMethod !== undefined || currentUrl.pathname !== nextUrl.pathname
}

export default function StaffLayout({ loaderData }: Route.ComponentProps) {
  return (
    <AppShell
      name={loaderData.provider}
      area={m.app_area_staff()}
      home="/staff"
      nav={staffPlaces(loaderData.open, loaderData.overdue)}
      person={{ name: loaderData.person, to: '/staff/account' }}
      status={loaderData.duty && <DutyLine duty={loaderData.duty} writer={loaderData.forms.writer} />}
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
