import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { type EntryContext, type HandleErrorFunction, type RouterContextProvider, ServerRouter } from 'react-router'
import './platform/language/locale.server.ts'
import { contentPolicy } from './platform/http/content-policy.ts'
import { loggablePath } from './platform/http/loggable-path.ts'
import { visit } from './platform/http/visit.ts'
import { isFramed, isFraming, isLive } from './ui/live-page.ts'

export const streamTimeout = 5_000

/** Renders a page whole: nothing of ours comes later than the rest, and one write costs a fraction of a stream of them. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: RouterContextProvider,
): Promise<Response> | Response {
  const { nonce } = visit(context)
  const handles = router.staticHandlerContext.matches.map((match) => match.route.handle)
  const page = { nonce, live: isLive(handles), framed: isFramed(handles), framing: isFraming(handles) }
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-security-policy', contentPolicy({ ...page, hotReload: process.env.ZAVOR_HOT_RELOAD }))
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store')
  if (request.method === 'HEAD') return new Response(null, { status, headers })

  return new Promise((resolve, reject) => {
    let hasShell = false
    const parts: Uint8Array[] = []
    const page = new Writable({
      write(part: Uint8Array, _, done) {
        parts.push(part)
        done()
      },
      final(done) {
        clearTimeout(timer)
        resolve(new Response(Buffer.concat(parts), { status, headers }))
        done()
      },
    })
    const timer = setTimeout(() => abort(), streamTimeout + 1_000)
    const rendered = <ServerRouter context={matched(router)} url={request.url} nonce={nonce} />
    const { pipe, abort } = renderToPipeableStream(rendered, {
      nonce,
      onShellReady() {
        hasShell = true
      },
      onAllReady: () => pipe(page),
      onShellError(error) {
        clearTimeout(timer)
        reject(error)
      },
      onError(error) {
        if (hasShell) report(error, request)
      },
    })
  })
}

/** With the page's own routes alone: the router is made anew for each page, at a cost for each route that it knows. */
function matched(router: EntryContext): EntryContext {
  const { routes } = router.manifest
  const ids = router.staticHandlerContext.matches.map((match) => match.route.id)
  const own = Object.fromEntries(ids.map((id) => [id, routes[id]]))
  return { ...router, manifest: { ...router.manifest, routes: own as typeof routes } }
}

/** Errors that no page foresaw. Logs hold no personal data: the path without its query, and the error itself. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (!request.signal.aborted) report(error, request)
}

function report(error: unknown, request: Request) {
  const { pathname } = new URL(request.url)
  process.stderr.write(
    `page ${request.method} ${loggablePath(pathname)}: ${error instanceof Error ? error.stack : String(error)}\n`,
  )
}
