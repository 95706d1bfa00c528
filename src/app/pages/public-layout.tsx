import { Outlet } from 'react-router'
import { nothingHere } from '../../platform/http/problem.ts'
import { localeOfPath } from '../../platform/language/path-locale.ts'
import type { Route } from './+types/public-layout.ts'

/** /ro and /en and nothing else: any other first word of an address leads nowhere. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ params }) => {
    if (!localeOfPath(`/${params.locale}`)) throw nothingHere()
  },
]

export function loader() {
  return null
}

export default function PublicLayout() {
  return <Outlet />
}
