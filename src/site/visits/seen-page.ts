import { loggablePath } from '../../platform/http/loggable-path.ts'
import type { Actor } from '../../privacy/operation/actor.ts'
import { givenBy, visitorState } from '../choice/visitor-state.ts'
import { countryOf } from './country.ts'
import type { SeenPage } from './visit-counter.ts'

interface Answered {
  readonly request: Request
  readonly response: Response
  readonly actor: Actor
  readonly address: string | undefined
  /** Where we are reached: links from here are no source. */
  readonly origin: string
}

/**
 * A public page that somebody was shown, as it is counted; null for all else: another page, an error, a form that was sent,
 * a page fetched before anybody asked for it, one of the staff. The number of a visitor is only read from who has
 * agreed to it and is not signed in, so that it never meets a person.
 */
export function seenPage({ request, response, actor, address, origin }: Answered, now = new Date()): SeenPage | null {
  const { pathname } = new URL(request.url)
  const isPage = request.method === 'GET' && response.status === 200 && /^\/(ro|en)(\/|$)/.test(pathname)
  if (!isPage || !response.headers.get('content-type')?.startsWith('text/html')) return null
  // What stands as a window inside of a page was counted with that page.
  if (request.headers.get('sec-fetch-dest') === 'object') return null
  if (actor.kind === 'staff' || /prefetch|prerender/.test(request.headers.get('sec-purpose') ?? '')) return null
  const state = visitorState(request.headers, now)
  const isGiven = actor.kind === 'visitor' && state.kind === 'chosen' && givenBy(state).includes('visits')
  return {
    path: loggablePath(pathname).slice(0, 200),
    source: sourceOf(request.headers.get('referer'), origin),
    country: countryOf(address),
    address,
    userAgent: request.headers.get('user-agent'),
    visitorId: isGiven ? state.chosen.visitorId : null,
  }
}

/** The host of the page that led here; '' when there was none, or it is one of ours. */
export function sourceOf(referer: string | null, origin: string): string {
  if (!referer || !URL.canParse(referer)) return ''
  const { protocol, host, hostname } = new URL(referer)
  if (!/^https?:$/.test(protocol) || host === new URL(origin).host || host.length > 100) return ''
  return hostname.replace(/^www\./, '')
}
