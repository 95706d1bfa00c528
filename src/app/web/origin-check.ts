import type { MiddlewareHandler } from 'hono'
import { isLoopback } from '../settings.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site makes a browser send. A request that changes something and carries a cookie must name an
 * origin of ours; without a cookie it may name none (a program), but never another.
 */
export function originCheck(origin: string): MiddlewareHandler {
  return async (context, next) => {
    if (SAFE.has(context.req.method)) return next()
    const named = context.req.header('origin')
    const hasCookie = context.req.header('cookie') !== undefined
    const isOurs = named === undefined ? !hasCookie : isOurOrigin(named, origin)
    if (isOurs) return next()
    return context.json(
      { error: { code: 'origin', message: `The request does not come from a page of ${origin}.` } },
      403,
    )
  }
}

/** Ours, or, while everything stays on this machine, another name of the same loopback and port. */
export function isOurOrigin(named: string, origin: string): boolean {
  if (named === origin) return true
  if (!URL.canParse(named)) return false
  const [one, two] = [new URL(named), new URL(origin)]
  return isLoopback(one.hostname) && isLoopback(two.hostname) && one.protocol === two.protocol && one.port === two.port
}
