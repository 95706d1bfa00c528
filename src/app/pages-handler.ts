import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { z } from 'zod'
import { loggablePath } from '../platform/http/loggable-path.ts'
import { pagePath } from '../platform/http/page-path.ts'
import { saidNotices } from '../platform/http/said-notices.ts'
import { type Visit, visitKey } from '../platform/http/visit.ts'
import { writerMark } from '../platform/http/writer.ts'
import { acceptedLocale, inLocale, type Locale, localeHere } from '../platform/language/locale.server.ts'
import { localeOfPath } from '../platform/language/path-locale.ts'
import { sayIssue } from '../platform/language/say-issue.ts'
import type { Caller } from '../privacy/operation/actor.ts'
import { pageThrowable } from './page-problem.ts'
import { withKept } from './with-kept.ts'

/** Who has come, found out once per request by the server. */
export interface Arrival {
  readonly caller: Caller
  readonly person?: { readonly name: string; readonly accountName?: string }
  /** The person's own choice of language. */
  readonly locale?: Locale
  /** `Set-Cookie` lines that take from the browser what means nothing any more. */
  readonly ended?: readonly string[]
}

/** What the pages need of the rest of the program. */
export interface PagesHost {
  /** Where the program is reached, without a slash at the end. */
  readonly origin: string
  arrive(request: Request): Promise<Arrival>
  /** Calls an operation by name. @throws DeskError */
  call(caller: Caller, name: string, input: unknown): Promise<unknown>
  /** Whether the caller's roles allow an operation, whatever it would still refuse. */
  can(caller: Caller, name: string): boolean
  /** Is told of every answer of a page, to count the visits of the public ones. Must not throw. */
  seen?(request: Request, response: Response, caller: Caller): void
  /** Who runs this desk; undefined until it is set up. */
  provider(): Promise<{ readonly name: string; readonly privacyEmail: string } | undefined>
}

/** The pages, ready to be mounted last. */
export interface Pages {
  answer(request: Request): Promise<Response>
  /** Only while developing: Vite's own files and hot reload. `next` is called for what is not one of them. */
  readonly assets?: (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void
  stop(): Promise<void>
}

// What zod expects of a page's input is said in the visitor's language; the API keeps zod's own exact words.
z.config({ customError: (issue) => (localeHere() ? sayIssue(issue) : undefined) })

const root = path.resolve(import.meta.dirname, '../..')

/** Pages of the finished build: its `server`, with the files of its `client` (served by the caller). */
export async function builtPages(host: PagesHost, folder = 'build'): Promise<Pages> {
  const build: ServerBuild = await import(pathToFileURL(path.join(root, folder, 'server/index.js')).href)
  const handler = createRequestHandler(build, 'production')
  return { answer: (request) => answer(host, handler, request), stop: async () => {} }
}

/** Pages straight from the sources, reloaded while editing. Hot reload listens on `hotPort` of the loopback. */
export async function devPages(host: PagesHost, hotPort: number): Promise<Pages> {
  const { createServer } = await import('vite')
  process.env.ZAVOR_HOT_RELOAD = `ws://127.0.0.1:${hotPort}`
  const vite = await createServer({
    root,
    appType: 'custom',
    server: { middlewareMode: true, ws: { port: hotPort, host: '127.0.0.1' } },
  })
  const build = () => vite.ssrLoadModule('virtual:react-router/server-build') as Promise<ServerBuild>
  const handler = createRequestHandler(build, 'development')
  return {
    answer: (request) => answer(host, handler, request),
    assets: vite.middlewares,
    stop: () => vite.close(),
  }
}

async function answer(
  host: PagesHost,
  handler: ReturnType<typeof createRequestHandler>,
  request: Request,
): Promise<Response> {
  const url = new URL(request.url)
  const [arrival, provider] = await Promise.all([host.arrive(request), host.provider()])
  // A person's own choice outlives the page they came from, which says `lang` where the address cannot.
  const chosen = arrival.locale ?? localeOfPath(`/${url.searchParams.get('lang')}`)
  const locale = localeOfPath(url.pathname) ?? chosen ?? acceptedLocale(request.headers.get('accept-language'))
  const context = new RouterContextProvider()
  const { request: asked, method, ...form } = await withKept(request, writerMark(arrival.caller.actor))
  context.set(visitKey, { ...makeVisit(host, { ...arrival, provider }, locale, url, method), ...form })
  const response = await inLocale(locale, () => handler(asked, context))
  host.seen?.(request, response, arrival.caller)
  return arrival.ended ? without(response, arrival.ended) : response
}

/** The same response, ending these cookies, unless it gives the browser a new one of the name. */
function without(response: Response, ended: readonly string[]): Response {
  const name = (line: string) => line.slice(0, line.indexOf('='))
  const given = new Set(response.headers.getSetCookie().map(name))
  const headers = new Headers(response.headers)
  for (const line of ended.filter((one) => !given.has(name(one)))) headers.append('set-cookie', line)
  const { status, statusText } = response
  return new Response(response.body, { status, statusText, headers })
}

function makeVisit(
  host: PagesHost,
  arrival: Arrival & { provider: Awaited<ReturnType<PagesHost['provider']>> },
  locale: Locale,
  url: URL,
  method: string,
): Visit {
  const where = pagePath(url)
  const caller: Caller = { ...arrival.caller, locale }
  const call = async (name: string, input: unknown): Promise<unknown> => {
    try {
      const notices = saidNotices()
      const said = { notices, path: loggablePath(where.split('?')[0] ?? '/') }
      return await host.call(notices.length > 0 ? { ...caller, said } : caller, name, input)
    } catch (error) {
      throw pageThrowable(error, where, method === 'GET' || method === 'HEAD')
    }
  }
  return {
    actor: caller.actor,
    writer: writerMark(caller.actor),
    locale,
    nonce: randomBytes(16).toString('base64'),
    origin: host.origin,
    path: where,
    ...(arrival.person ? { person: arrival.person } : {}),
    ...(arrival.provider ? { provider: arrival.provider } : {}),
    call: call as Visit['call'],
    can: (name) => host.can(caller, name),
  }
}
