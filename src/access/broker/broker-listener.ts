/** What the broker answers on its socket, to the web process of the same machine alone. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type pg from 'pg'
import { z } from 'zod'
import type { KeyRing } from '../../platform/keys/key-file.ts'
import { brokerKeys } from '../sealed/broker-keys.ts'
import { LONGEST_SEALED_TEXT } from '../sealed/hpke.ts'
import { openForLease, RevealRefused } from './open-for-lease.ts'

export interface BrokerParts {
  /** The ring `broker` of the key file. No other process has it. */
  readonly ring: KeyRing
  /** Connections of the role `zavor_broker`. */
  readonly pool: pg.Pool
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

const largestBody = LONGEST_SEALED_TEXT + 2048

const revealOrder = z.strictObject({
  accountId: z.uuid(),
  leaseId: z.uuid(),
  staffId: z.uuid(),
  publicKey: z.string().max(100),
  sealed: z.string().max(LONGEST_SEALED_TEXT),
})

class BodyRefused extends Error {}

/** `GET /healthz`, `GET /public-key`, `POST /reveal`. See broker.ts for what they promise. */
export async function brokerListener(parts: BrokerParts): Promise<RequestListener> {
  const keys = await brokerKeys(parts.ring)

  async function answer(request: IncomingMessage): Promise<Answer> {
    const what = `${request.method} ${request.url}`
    if (what === 'GET /public-key') return { status: 200, body: { publicKey: keys.publicKey } }
    if (what === 'GET /healthz') return { status: 200, body: {} }
    if (what !== 'POST /reveal') return { status: 404, body: { code: 'not_found' } }
    const order = revealOrder.safeParse(await bodyOf(request))
    if (!order.success) throw new BodyRefused()
    return { status: 200, body: await openForLease(parts.pool, keys, order.data) }
  }

  return (request, response) => {
    answer(request)
      .catch(refusal)
      .then(({ status, body }) => send(response, status, body))
  }
}

/** What went wrong inside stays inside: the answer names a code and nothing of the secret or the database. */
function refusal(error: unknown): Answer {
  if (error instanceof RevealRefused) return { status: 409, body: { code: error.code } }
  if (error instanceof BodyRefused) return { status: 400, body: { code: 'malformed' } }
  return { status: 500, body: { code: 'failed' } }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > largestBody) throw new BodyRefused()
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString())
  } catch {
    throw new BodyRefused()
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}
