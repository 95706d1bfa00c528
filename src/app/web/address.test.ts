import { describe, expect, it } from 'vitest'
import { addressOf, proxiesOf } from './address.ts'

const at = (peer: string | undefined, said: string | undefined, proxies: readonly string[]) =>
  addressOf({ socket: { remoteAddress: peer }, headers: { 'x-forwarded-for': said } } as never, proxiesOf(proxies))

describe('the address of who asks', () => {
  it('is the socket’s, whatever a header says, unless the socket is a proxy that is configured', () => {
    expect(at('203.0.113.9', '192.0.2.1', [])).toBe('203.0.113.9')
    expect(at('203.0.113.9', '192.0.2.1', ['127.0.0.0/8', '::1'])).toBe('203.0.113.9')
    expect(at('127.0.0.1', '192.0.2.1', [])).toBe('127.0.0.1')
    expect(at('127.0.0.1', '192.0.2.1', ['127.0.0.0/8'])).toBe('192.0.2.1')
    expect(at('::1', '2001:db8::5', ['::1'])).toBe('2001:db8::5')
    expect(at('::ffff:10.0.0.2', '192.0.2.1', ['10.0.0.0/24'])).toBe('192.0.2.1')
    expect(at('127.0.0.1', undefined, ['127.0.0.0/8'])).toBe('127.0.0.1')
    expect(at(undefined, '192.0.2.1', ['127.0.0.0/8'])).toBeUndefined()
  })

  it('is the nearest that is no proxy: what stands before it may have been made up', () => {
    expect(at('10.0.0.2', '1.2.3.4, 192.0.2.1, 10.0.0.3', ['10.0.0.0/24'])).toBe('192.0.2.1')
    expect(at('10.0.0.2', '192.0.2.1, 10.0.0.3', ['10.0.0.2'])).toBe('10.0.0.3')
    expect(at('10.0.0.2', 'nonsense', ['10.0.0.2'])).toBe('10.0.0.2')
    expect(at('10.0.0.2', '192.0.2.1, <script>', ['10.0.0.2'])).toBe('10.0.0.2')
  })
})
