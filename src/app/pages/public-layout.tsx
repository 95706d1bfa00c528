import { Outlet } from 'react-router'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { localeOfPath } from '../../platform/language/path-locale.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { PublicShell } from '../../ui/shell/public-shell.tsx'
import type { Route } from './+types/public-layout.ts'

/** /ro and /en and nothing else: any other first word of an address leads nowhere. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ params }) => {
    if (!localeOfPath(`/${params.locale}`)) throw nothingHere()
  },
]

export function loader({ context }: Route.LoaderArgs) {
  const { provider, path, actor } = visit(context)
  return { name: provider?.name ?? 'Zavor', path, actor: actor.kind }
}

export default function PublicLayout({ loaderData }: Route.ComponentProps) {
  const home = `/${getLocale()}`
  const inside = loaderData.actor === 'staff' ? '/staff' : loaderData.actor === 'member' ? '/desk' : null
  return (
    <PublicShell
      name={loaderData.name}
      home={home}
      path={loaderData.path}
      nav={[
        { to: `${home}/services`, words: m.app_nav_services() },
        { to: `${home}/contact`, words: m.app_nav_contact() },
        { to: `${home}/policy`, words: m.app_nav_policy() },
      ]}
      signIn={
        inside
          ? { to: inside, words: m.app_nav_to_desk() }
          : { to: `/sign-in?lang=${getLocale()}`, words: m.ui_sign_in() }
      }
      foot={
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          <li className="mr-auto">{loaderData.name}</li>
          {[
            { to: `${home}/policy`, words: m.app_nav_policy() },
            { to: `${home}/recipients`, words: m.app_nav_recipients() },
            { to: `${home}/cookies`, words: m.app_nav_cookies() },
            { to: `${home}/terms`, words: m.app_nav_terms() },
            { to: `${home}/child`, words: m.app_nav_child() },
          ].map(({ to, words }) => (
            <li key={to}>
              <a href={to} className="link">
                {words}
              </a>
            </li>
          ))}
        </ul>
      }
    >
      <Outlet />
    </PublicShell>
  )
}
