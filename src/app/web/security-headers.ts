import type { MiddlewareHandler } from 'hono'

/** Headers of every answer. A page says itself what it may load; anything else may load nothing. */
export function securityHeaders(origin: string): MiddlewareHandler {
  const isHttps = origin.startsWith('https:')
  return async (context, next) => {
    await next()
    const { headers } = context.res
    for (const [name, value] of HEADERS) headers.set(name, value)
    // The older header says of a page what its policy says.
    const mayBeFramed = headers.get('content-security-policy')?.includes(`frame-ancestors 'self'`)
    headers.set('x-frame-options', mayBeFramed ? 'SAMEORIGIN' : 'DENY')
    if (!headers.has('content-security-policy')) {
      headers.set('content-security-policy', `default-src 'none'; frame-ancestors 'none'; base-uri 'none'`)
    }
    if (isHttps) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
}

const HEADERS = [
  ['x-content-type-options', 'nosniff'],
  // Links to elsewhere tell nobody where they stood; forms of ours still carry the Origin that is checked.
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
] as const
