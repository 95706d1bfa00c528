import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import { isLoopback } from '../settings.ts'

const addresses = new AsyncLocalStorage<string | undefined>()

/** Runs with the network address of whoever asks. It is held in memory for rate limits and never written. */
export function withAddress<Result>(incoming: IncomingMessage, work: () => Result): Result {
  return addresses.run(addressOf(incoming), work)
}

export function currentAddress(): string | undefined {
  return addresses.getStore()
}

/** A proxy on this machine is believed about whom it speaks for; anybody else could write what they like. */
function addressOf({ socket, headers }: IncomingMessage): string | undefined {
  const peer = socket.remoteAddress?.replace(/^::ffff:/, '')
  const forwarded = headers['x-forwarded-for']
  if (!peer || !isLoopback(peer) || typeof forwarded !== 'string') return peer
  return forwarded.split(',').at(-1)?.trim() || peer
}
