import { redirect } from 'react-router'
import { keptPlace } from '../../platform/http/kept-place.ts'
import type { Visit } from '../../platform/http/visit.ts'

/** Sends a visitor to sign in and come back: with whatever was typed, when it was a form that was sent. */
export function signInFirst({ path }: Visit, request: Request): Response {
  if (request.method === 'GET' || request.method === 'HEAD') return redirect(`/sign-in?to=${encodeURIComponent(path)}`)
  // 307: the browser sends the same form there, in the body.
  return redirect(keptPlace(path), 307)
}

/** Before anything of a desk is done: a form that somebody else opened, or this login elsewhere, goes where that is said. */
export function stopStray({ path, strays }: Visit): void {
  if (strays) throw redirect(keptPlace(path), 307)
}
