import type { ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { Mark } from './mark.tsx'

interface PlaceWords {
  readonly to: string
  readonly words: string
}

interface PublicShellProps {
  /** The provider's name. */
  name: string
  home: string
  /** Path and query of this page, to change its language. */
  path: string
  nav: readonly PlaceWords[]
  signIn: PlaceWords
  /** At the foot: who the provider is, and the ways to the notice, the cookies, the authority. */
  foot: ReactNode
  /** A question to every visitor, above the page: it takes room of its own and covers nothing. */
  question?: ReactNode
  /** At the edge of the page: a window that is opened and closed. It stands last, and room is left for it. */
  chat?: ReactNode
  children: ReactNode
}

/** The frame of the public pages: no script, no cookie, nothing from elsewhere. */
export function PublicShell({ name, home, path, nav, signIn, foot, question, chat, children }: PublicShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b border-line">
        <div className="mx-auto flex w-full max-w-page flex-wrap items-center gap-x-3 gap-y-1 sm:gap-x-6 px-4 py-3 sm:px-6 lg:px-8">
          <a
            href={home}
            className="mr-auto flex min-w-0 sm:mr-4 items-center gap-2.5 font-semibold text-ink no-underline"
          >
            <Mark className="size-6 shrink-0 text-accent" />
            <span className="min-w-0 break-words">{name}</span>
          </a>
          <nav aria-label={m.ui_main_menu()} className="order-last w-full sm:order-none sm:mr-auto sm:w-auto">
            <ul className="-mx-2 flex flex-wrap">
              {nav.map((place) => (
                <li key={place.to}>
                  <a
                    href={place.to}
                    aria-current={path.split('?')[0] === place.to ? 'page' : undefined}
                    className="block px-2 py-1 text-quiet no-underline hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
                  >
                    {place.words}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <LanguageSwitch path={path} />
          <a href={signIn.to} className="link py-1 text-small font-medium sm:text-body">
            {signIn.words}
          </a>
        </div>
      </header>
      {question}
      <main id="content" tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      <footer className="mt-16 border-t border-line">
        <div className="mx-auto w-full max-w-page px-4 py-6 text-small text-quiet sm:px-6 lg:px-8">{foot}</div>
        {chat && <div aria-hidden className="h-14 print:hidden" />}
      </footer>
      {chat}
    </div>
  )
}
