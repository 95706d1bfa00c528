import { keptOf } from '../platform/http/kept-form.ts'
import { isDeskPlace } from '../platform/http/kept-place.ts'
import { type Actor, actorId } from '../privacy/operation/actor.ts'

/**
 * A form that comes back after signing in is asked for, not sent: its page is read as if it were opened, and shows in its form
 * what had been typed. Somebody else than who typed it gets the page without it.
 */
export async function withKept(request: Request, actor: Actor) {
  const writer = actorId(actor)
  const kept = writer && isDeskPlace(new URL(request.url).pathname) ? await keptOf(request) : null
  if (!kept) return { request, method: request.method }
  const headers = new Headers(request.headers)
  for (const name of ['content-type', 'content-length']) headers.delete(name)
  const reading = new Request(request.url, { headers, signal: request.signal })
  return { request: reading, method: 'GET', kept: { kept: kept.writer === writer ? kept : ('of another' as const) } }
}
