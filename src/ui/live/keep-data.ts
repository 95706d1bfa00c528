/** A result of the router's loading, of one route. */
interface Result {
  readonly type: 'data' | 'error'
  readonly result: unknown
}

/**
 * Middleware of the browser for all pages: when the page that is open is read anew and the server is not reached, it stays as it
 * is, with the data that it has and what somebody types in it. The router would put an error in its place.
 */
export async function keepData({ request }: { request: Request }, next: () => Promise<unknown>): Promise<unknown> {
  const results = (await next()) as Readonly<Record<string, Result>> | undefined
  const isOpen = request.method === 'GET' && placeOf(request.url) === placeOf(location.href)
  const isUnreached = Object.values(results ?? {}).some(({ type, result }) => type === 'error' && isFromNowhere(result))
  // What is not in the results keeps the data that it has.
  return isOpen && isUnreached ? {} : results
}

function placeOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

/** Not said by a server of ours: the connection failed, the answer was cut, or a proxy in front found nobody. */
function isFromNowhere(error: unknown): boolean {
  if (error instanceof TypeError) return true
  if (error instanceof Error) return error.message === 'Unable to decode turbo-stream response'
  const { status, data } = (error ?? {}) as { status?: unknown; data?: unknown }
  return typeof data === 'string' && [502, 503, 504].includes(status as number)
}
