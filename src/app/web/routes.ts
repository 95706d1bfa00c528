import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { loggablePath } from '../../platform/http/loggable-path.ts'
import type { Caller } from '../../privacy/operation/actor.ts'
import { apiRoutes } from '../api/routes.ts'
import type { Desk } from '../desk.ts'
import type { Pages } from '../pages-handler.ts'
import { mountAssets } from './assets.ts'
import { type NewsParts, newsRoutes } from './news-routes.ts'
import { originCheck } from './origin-check.ts'
import type { Readiness } from './readiness.ts'
import { securityHeaders } from './security-headers.ts'

export interface WebParts extends NewsParts {
  readonly desk: Desk
  readonly origin: string
  readonly callsPerMinute: number
  readonly callerOf: (request: Request) => Promise<Caller>
  readonly currentAddress: () => string | undefined
  readonly pages: Pages
  readonly readiness: () => Promise<Readiness>
  readonly onFault: (error: unknown, where: string) => void
}

/** A form with its files. Each operation holds its own, smaller limits. */
const LARGEST_BODY = 32 * 1024 * 1024

/** Every address that the web process answers. The pages come last and answer whatever is left. */
export function webRoutes(parts: WebParts): Hono {
  const { origin, pages, onFault } = parts
  const app = new Hono()
  app.use(securityHeaders(origin))
  app.get('/healthz', (context) => context.text('alive', 200, NOT_KEPT))
  app.get('/readyz', async (context) => {
    const state = await parts.readiness()
    return context.json(state, state.ready ? 200 : 503, NOT_KEPT)
  })
  app.use(originCheck(origin))
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: (context) => context.text('The request is too large.', 413) }))
  app.route('/api/v1', apiRoutes(parts))
  app.route('/news', newsRoutes(parts))
  mountAssets(app)
  app.all('*', (context) => pages.answer(atOrigin(context.req.raw, origin)))
  app.onError((error, context) => {
    onFault(error, `${context.req.method} ${loggablePath(context.req.path)}`)
    return context.text('Something went wrong here. It was written down; try again in a moment.', 500, NOT_KEPT)
  })
  return app
}

const NOT_KEPT = { 'cache-control': 'no-store' }

/** Pages see the address that browsers use, also behind a proxy that speaks to us under another. */
function atOrigin(request: Request, origin: string): Request {
  const url = new URL(request.url)
  if (url.origin === origin) return request
  return new Request(origin + url.pathname + url.search, request)
}
