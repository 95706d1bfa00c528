import type { ComponentProps } from 'react'
import { Link } from 'react-router'

export type PlaceLinkProps = Omit<ComponentProps<'a'>, 'href'> & { to: string }

const inApp = /^(\/(desk|staff)(\/|\?|#|$)|[.?#])/

/** A link that stays in the app where it can, and is an ordinary one where it leaves it (public pages, files, mail). */
export function PlaceLink({ to, ...rest }: PlaceLinkProps) {
  return inApp.test(to) ? <Link to={to} {...rest} /> : <a href={to} {...rest} />
}

/** A link in running text. */
export function TextLink({ className = '', ...rest }: PlaceLinkProps) {
  return <PlaceLink className={`link ${className}`} {...rest} />
}
