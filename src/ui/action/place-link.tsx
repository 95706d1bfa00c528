import { type ComponentProps, use } from 'react'
import { Link } from 'react-router'
import { InWindow } from './in-window.ts'

export type PlaceLinkProps = Omit<ComponentProps<'a'>, 'href'> & { to: string }

const inApp = /^\/(desk|staff)(\/|\?|#|$)/
const relative = /^[.?#]/

/** A link that stays in the app where it can, and is an ordinary one where it leaves it (public pages, files, mail). */
export function PlaceLink({ to, ...rest }: PlaceLinkProps) {
  const away = use(InWindow) ? ({ target: '_blank', rel: 'noopener' } as const) : {}
  if (relative.test(to)) return <Link to={to} {...rest} />
  if (!inApp.test(to)) return <a href={to} {...away} {...rest} />
  // What `Link` makes of it, without what it prepares for a click that no server hears: lists have a hundred of them.
  return import.meta.env.SSR ? <a href={to} data-discover="true" {...rest} /> : <Link to={to} {...rest} />
}

/** A link in running text. */
export function TextLink({ className = '', ...rest }: PlaceLinkProps) {
  return <PlaceLink className={`link ${className}`} {...rest} />
}
