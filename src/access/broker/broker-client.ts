/** The web process's side of the broker's socket. */

import { request } from 'node:http'
import { m } from '../../platform/language/words.ts'
import { Conflict, Invalid, Unavailable } from '../../privacy/operation/errors.ts'
import type { Broker, Revealed } from './broker.ts'

const timeout = 5_000
const keyKeptFor = 60_000
const largestAnswer = 256 * 1024

export function brokerClient(socketPath: string): Broker {
  let kept: { publicKey: string; until: number } | undefined
  return {
    async publicKey() {
      if (kept && kept.until > Date.now()) return kept.publicKey
      const { publicKey } = (await ask(socketPath, 'GET', '/public-key')) as { publicKey: string }
      kept = { publicKey, until: Date.now() + keyKeptFor }
      return publicKey
    },
    async reveal(order) {
      return (await ask(socketPath, 'POST', '/reveal', order)) as Revealed
    },
  }
}

async function ask(socketPath: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const { status, answer } = await exchange(socketPath, method, path, body)
  if (status === 200) return answer
  const { code } = answer as { code?: string }
  if (status === 409 && code === 'public_key') throw new Invalid({ publicKey: m.access_expect_public_key() })
  if (status === 409 && code === 'lease_not_live') throw new Conflict(code, m.access_problem_lease_not_live())
  if (status === 409 && code === 'deposit_unreadable') throw new Conflict(code, m.access_problem_deposit_unreadable())
  throw new Unavailable('broker')
}

function exchange(socketPath: string, method: string, path: string, body: unknown) {
  return new Promise<{ status: number; answer: unknown }>((resolve, reject) => {
    const fail = () => reject(new Unavailable('broker'))
    const headers = { 'content-type': 'application/json' }
    const asked = request({ socketPath, method, path, headers, timeout }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
        if (text.length > largestAnswer) asked.destroy()
      })
      response.on('error', fail)
      response.on('close', fail)
      response.on('end', () => {
        try {
          resolve({ status: response.statusCode ?? 0, answer: JSON.parse(text) })
        } catch {
          fail()
        }
      })
    })
    asked.on('timeout', () => asked.destroy())
    asked.on('error', fail)
    asked.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
