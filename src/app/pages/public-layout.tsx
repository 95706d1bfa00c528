import { data, Outlet, type ShouldRevalidateFunctionArgs } from 'react-router'
import { chatToken } from '../../chat/chat-cookie.ts'
import { ChatLauncher } from '../../chat/pages/chat-launcher.tsx'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { localeOfPath } from '../../platform/language/path-locale.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { askedMark, askedTexts } from '../../site/choice/asked.ts'
import { recordSignal } from '../../site/choice/choice-request.ts'
import { choiceStands } from '../../site/choice/choice-stands.ts'
import { visitorState } from '../../site/choice/visitor-state.ts'
import { ChoiceBar } from '../../site/pages/choice-bar.tsx'
import { ChoiceFoot } from '../../site/pages/choice-foot.tsx'
import { framingPage } from '../../ui/live-page.ts'
import { PublicShell } from '../../ui/shell/public-shell.tsx'
import type { Route } from './+types/public-layout.ts'

/** /ro and /en and nothing else: any other first word of an address leads nowhere. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ params }) => {
    if (!localeOfPath(`/${params.locale}`)) throw nothingHere()
  },
]

export async function loader({ context, request }: Route.LoaderArgs) {
  const here = visit(context)
  const { provider, path, actor, locale } = here
  const now = new Date()
  const state = visitorState(request.headers, now)
  const lines = state.kind === 'signal' ? await recordSignal(here, state.signal, state.before, now) : []
  // People who are signed in have their choices with them; the page of the choices shows the question itself.
  const asks = state.kind === 'open' && actor.kind === 'visitor' && path.split('?')[0] !== `/${locale}/cookies`
  const question = asks ? { texts: askedTexts(locale), asked: askedMark() } : null
  const chat = provider && actor.kind === 'visitor' ? { isOngoing: chatToken(request.headers) !== null } : null
  const who = { name: provider?.name ?? 'Zavor', path, actor: actor.kind }
  const shown = { ...who, chat, question, stands: choiceStands(state).kind }
  const headers = new Headers()
  for (const line of lines) headers.append('set-cookie', line)
  return data(shown, { headers })
}

/** Not at each reading anew of a page that follows what is new in it. */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod }: ShouldRevalidateFunctionArgs): boolean {
  return formMethod !== undefined || currentUrl.pathname !== nextUrl.pathname
}

export const handle = framingPage

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
        { to: `${home}/articles`, words: m.desk_public_articles() },
        { to: `${home}/contact`, words: m.app_nav_contact() },
        { to: `${home}/policy`, words: m.app_nav_policy() },
      ]}
      signIn={
        inside
          ? { to: inside, words: m.app_nav_to_desk() }
          : { to: `/sign-in?lang=${getLocale()}`, words: m.ui_sign_in() }
      }
      chat={loaderData.chat && <ChatLauncher {...loaderData.chat} />}
      question={loaderData.question && <ChoiceBar question={loaderData.question} path={loaderData.path} />}
      foot={
        <ul className="flex flex-wrap items-baseline gap-x-6">
          <li className="mr-auto py-1">{loaderData.name}</li>
          {[
            { to: `${home}/policy`, words: m.app_nav_policy() },
            { to: `${home}/request`, words: m.app_nav_your_data() },
            { to: `${home}/recipients`, words: m.app_nav_recipients() },
            { to: `${home}/terms`, words: m.app_nav_terms() },
            { to: `${home}/case-studies`, words: m.case_study_title() },
            { to: `${home}/child`, words: m.app_nav_child() },
          ].map(({ to, words }) => (
            <li key={to}>
              <a href={to} className="link inline-block py-1">
                {words}
              </a>
            </li>
          ))}
          <li>
            <ChoiceFoot stands={loaderData.stands} />
          </li>
        </ul>
      }
    >
      <Outlet />
    </PublicShell>
  )
}
