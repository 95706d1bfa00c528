import { type ReactNode, useEffect } from 'react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from 'react-router'
import type { Route } from './+types/root.ts'
import { ErrorPage } from './app/pages/error-page.tsx'
import { getLocale, m } from './platform/language/words.ts'
import { fontPreloads } from './ui/fonts.ts'
import { keepData } from './ui/live/keep-data.ts'
import { isLive } from './ui/live-page.ts'
import './ui/styles/app.css'

export const clientMiddleware: Route.ClientMiddlewareFunction[] = [keepData as Route.ClientMiddlewareFunction]

export function Layout({ children }: { children: ReactNode }) {
  const matches = useMatches()
  const live = isLive(matches.map((match) => match.handle))
  // Where somebody had scrolled is kept in the tab: only in a desk, never before signing in.
  const isDesk = matches.some(({ pathname }) => /^\/(desk|staff)(\/|$)/.test(pathname))
  const locale = getLocale()
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {fontPreloads(locale).map((link) => (
          <link key={link.href} {...link} />
        ))}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <a href="#content" className="skip-link">
          {m.ui_skip()}
        </a>
        {children}
        {live && (
          <>
            {isDesk && <ScrollRestoration />}
            <Scripts />
          </>
        )}
      </body>
    </html>
  )
}

/** `<html data-live>` says that the page's script has taken over. */
export default function Root() {
  useEffect(() => {
    document.documentElement.dataset.live = ''
  }, [])
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />
}
