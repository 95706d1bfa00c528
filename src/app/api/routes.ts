/** The REST API: every operation that has an `http` address, under /api/v1. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Caller } from '../../privacy/operation/actor.ts'
import { type DeskError, Invalid, TooMany, Unauthenticated } from '../../privacy/operation/errors.ts'
import type { AnyOperation } from '../../privacy/operation/operation.ts'
import type { Desk } from '../desk.ts'
import { type Allowance, makeAllowance } from './allowance.ts'
import { errorAnswer } from './error-answer.ts'
import { openApiDocument } from './openapi.ts'
import { addressOf } from './operation-address.ts'

export interface ApiParts {
  readonly desk: Desk
  readonly origin: string
  /** Calls a minute, of one login. Of all who are not signed in, each network address has a fifth of it. */
  readonly callsPerMinute: number
  /** Who calls: from the API key or the session cookie. Throws Unauthenticated for a key that is not good. */
  readonly callerOf: (request: Request) => Promise<Caller>
  /** The network address of whoever asks now; held in memory only. */
  readonly currentAddress: () => string | undefined
  readonly onFault: (error: unknown, operation: string) => void
}

export const largestBodyByDefault = 256 * 1024

export function apiRoutes(parts: ApiParts): Hono {
  const api = new Hono()
  const limits = {
    logins: makeAllowance(parts.callsPerMinute),
    strangers: makeAllowance(Math.max(1, parts.callsPerMinute / 5)),
  }
  const document = openApiDocument(parts.desk.registry.all, parts.origin)
  api.get('/openapi.json', (c) => c.json(document))
  for (const operation of parts.desk.registry.all) {
    if (!operation.http) continue
    const { method, path } = addressOf(operation.http)
    const limit = bodyLimit({
      maxSize: operation.largestBody ?? largestBodyByDefault,
      onError: (c) =>
        c.json(
          {
            error: {
              code: 'too_large',
              message: 'the body is too large',
              fields: { body: `at most ${operation.largestBody ?? largestBodyByDefault} bytes` },
            },
          },
          413,
        ),
    })
    api.on(method, path.replaceAll(/\{([^}]+)\}/g, ':$1'), limit, (c) => answer(parts, limits, operation, c))
  }
  api.all('*', (c) =>
    c.json({ error: { code: 'not_found', message: 'no such address; see /api/v1/openapi.json' } }, 404),
  )
  return api
}

interface Limits {
  readonly logins: Allowance
  readonly strangers: Allowance
}

async function answer(parts: ApiParts, limits: Limits, operation: AnyOperation, c: Context): Promise<Response> {
  try {
    const caller = await knownCaller(parts, limits, c.req.raw)
    const input = await inputOf(c)
    const output = await parts.desk.callByName({ ...caller, via: 'api' }, operation.name, input)
    return c.json(output as object, 200, { 'cache-control': 'no-store' })
  } catch (error) {
    const { status, body, headers } = errorAnswer(error)
    if (status >= 500) parts.onFault(error, operation.name)
    return c.json(body, status as 400, { 'cache-control': 'no-store', ...headers })
  }
}

/** Who calls, counted. Guessing keys counts as calling without one. */
async function knownCaller({ callerOf, currentAddress }: ApiParts, limits: Limits, request: Request): Promise<Caller> {
  const caller = await callerOf(request).catch((error: DeskError) => {
    if (error instanceof Unauthenticated) count(limits.strangers, currentAddress())
    throw error
  })
  if ('loginId' in caller.actor) count(limits.logins, caller.actor.loginId)
  else count(limits.strangers, caller.address)
  return caller
}

function count(allowance: Allowance, subject: string | undefined): void {
  const wait = subject === undefined ? 0 : allowance.take(subject)
  if (wait > 0) throw new TooMany(wait)
}

/** Path, then query or body. A field given twice with different values is refused rather than guessed. */
async function inputOf(c: Context): Promise<unknown> {
  const path = c.req.param() as Record<string, string>
  const rest = c.req.method === 'GET' || c.req.method === 'DELETE' ? c.req.query() : await jsonOf(c)
  for (const [name, value] of Object.entries(path)) {
    if (name in rest && rest[name] !== value) throw new Invalid({ [name]: 'differs from the one in the address' })
  }
  return { ...rest, ...path }
}

async function jsonOf(c: Context): Promise<Record<string, unknown>> {
  const text = await c.req.text()
  if (text === '') return {}
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new Invalid({ body: 'expected application/json' })
  }
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new Invalid({ body: 'expected well-formed JSON' })
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Invalid({ body: 'expected a JSON object' })
  return body as Record<string, unknown>
}
