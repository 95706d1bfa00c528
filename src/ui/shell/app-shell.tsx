import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { m } from '../../platform/language/words.ts'
import { BottomNav, Count, type NavItem, NavList } from './app-nav.tsx'
import { Icon } from './icon.tsx'
import { KeyHints } from './key-hints.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { Mark } from './mark.tsx'

interface AppShellProps {
  /** Whose desk this is: the provider's name. */
  name: string
  /** Under it: "client desk", "staff". */
  area: string
  home: string
  nav: readonly NavItem[]
  person: { readonly name: string; readonly aside?: ReactNode; readonly to: string }
  /** Above the places: what is going on at this moment. */
  status?: ReactNode
  /** Below the person: language, help, the privacy notice. */
  links?: ReactNode
  children: ReactNode
}

/** The frame of the signed-in pages: a rail on desktops; on phones a bar, a bottom row and a drawer, without script. */
export function AppShell({ name, area, home, nav, person, status, links, children }: AppShellProps) {
  const drawer = useRef<HTMLDivElement>(null)
  const { key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes whenever the place changes
  useEffect(() => {
    drawer.current?.hidePopover?.()
  }, [key])
  // What is overdue at a place that a phone shows in its menu alone is said on the menu's own button.
  const hidden = nav.slice(4).find((item) => item.late !== undefined && item.count)
  const brand = (
    <a href={home} className="flex min-w-0 items-center gap-2.5 text-ink no-underline">
      <Mark className="size-6 shrink-0 text-accent" />
      <span className="min-w-0 leading-tight">
        <span className="line-clamp-2 font-semibold">{name}</span>
        <span className="block truncate text-small text-quiet">{area}</span>
      </span>
    </a>
  )
  const foot = (
    <div className="mt-6 grid gap-2 border-t border-line px-2.5 pt-3 text-small">
      <p>
        <span className="block text-quiet">{m.ui_signed_in_as()}</span>
        <a href={person.to} className="block break-words font-medium text-ink hover:underline">
          {person.name}
        </a>
        {person.aside && <span className="block text-quiet">{person.aside}</span>}
      </p>
      {links}
      <LanguageChoice />
      <form method="post" action="/sign-out">
        <button type="submit" className="link">
          {m.ui_sign_out()}
        </button>
      </form>
    </div>
  )
  return (
    <div className="app-shell">
      <aside className="app-rail">
        <div className="px-2.5 pb-5">{brand}</div>
        {status && <div className="pb-4">{status}</div>}
        <nav aria-label={m.ui_main_menu()} className="grow">
          <NavList items={nav} />
        </nav>
        {foot}
      </aside>
      <header className="app-bar">
        {brand}
        <button
          type="button"
          popoverTarget="app-menu"
          className="flex min-h-10 items-center gap-2 rounded-md px-2 font-medium"
        >
          <Icon name="menu" />
          {m.ui_menu()}
          <Count value={hidden?.count} late={hidden?.late} />
        </button>
      </header>
      <div id="app-menu" popover="auto" ref={drawer} className="app-drawer">
        <div className="mb-2 flex justify-end">
          <button
            type="button"
            popoverTarget="app-menu"
            popoverTargetAction="hide"
            className="min-h-10 rounded-md px-2.5 font-medium"
          >
            {m.ui_close()}
          </button>
        </div>
        {status && <div className="pb-4">{status}</div>}
        <nav aria-label={m.ui_main_menu()}>
          <NavList items={nav} />
        </nav>
        {foot}
      </div>
      <main id="content" tabIndex={-1} className="min-w-0 outline-none">
        {children}
      </main>
      <BottomNav label={m.ui_first_places()} items={nav} />
      <KeyHints />
    </div>
  )
}
