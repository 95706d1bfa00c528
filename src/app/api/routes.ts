/** The REST API: every operation that has an `http` address, under /api/v1. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Caller } from '../../privacy/operation/actor.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import type { AnyOperation } from '../../privacy/operation/operation.ts'
import type { Desk } from '../desk.ts'
import { errorAnswer } from './error-answer.ts'
import { openApiDocument } from './openapi.ts'
import { addressOf } from './operation-address.ts'

export interface ApiParts {
  readonly desk: Desk
  readonly origin: string
  /** Who calls: from the API key or the session cookie. Throws a DeskError for a key that is not valid. */
  readonly callerOf: (request: Request) => Promise<Caller>
  readonly onFault: (error: unknown, operation: string) => void
}

export const largestBodyByDefault = 256 * 1024

export function apiRoutes(parts: ApiParts): Hono {
  const api = new Hono()
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
    api.on(method, path.replaceAll(/\{([^}]+)\}/g, ':$1'), limit, (c) => answer(parts, operation, c))
  }
  api.all('*', (c) =>
    c.json({ error: { code: 'not_found', message: 'no such address; see /api/v1/openapi.json' } }, 404),
  )
  return api
}

async function answer(parts: ApiParts, operation: AnyOperation, c: Context): Promise<Response> {
  try {
    const caller = await parts.callerOf(c.req.raw)
    const input = await inputOf(c)
    const output = await parts.desk.callByName({ ...caller, via: 'api' }, operation.name, input)
    return c.json(output as object, 200, { 'cache-control': 'no-store' })
  } catch (error) {
    const { status, body, headers } = errorAnswer(error)
    if (status >= 500) parts.onFault(error, operation.name)
    return c.json(body, status as 400, { 'cache-control': 'no-store', ...headers })
  }
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
