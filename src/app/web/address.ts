import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

const addresses = new AsyncLocalStorage<string | undefined>()

/** Tells whether an address is one of the proxies that are believed about whom they speak for. */
export type IsProxy = (address: string) => boolean

/** Addresses and networks ("10.0.0.2", "192.168.0.0/16", "::1"). @throws Error for anything else */
export function proxiesOf(networks: readonly string[]): IsProxy {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (isIP(address) === 0) throw new Error('not an address or a network')
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return (address) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Runs with the network address of whoever asks. It is held in memory for rate limits and countries, and never written. */
export function withAddress<Result>(incoming: IncomingMessage, isProxy: IsProxy, work: () => Result): Result {
  return addresses.run(addressOf(incoming, isProxy), work)
}

export function currentAddress(): string | undefined {
  return addresses.getStore()
}

/**
 * The socket's other end; behind proxies that are configured, the nearest address that is none of them. What others write
 * into the header is not believed.
 */
export function addressOf(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  isProxy: IsProxy,
): string | undefined {
  let address = plain(socket.remoteAddress)
  const said = headers['x-forwarded-for']
  const hops = typeof said === 'string' ? said.split(',').reverse() : []
  for (const hop of hops) {
    const next = plain(hop.trim())
    if (!address || !isProxy(address) || !next || isIP(next) === 0) break
    address = next
  }
  return address
}

const plain = (address: string | undefined) => address?.replace(/^::ffff:(?=\d)/, '')
