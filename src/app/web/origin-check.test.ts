import { Hono } from 'hono'
import { isOurOrigin, originCheck } from './origin-check.ts'
import { securityHeaders } from './security-headers.ts'

const origin = 'https://desk.example.com'
const app = new Hono()
app.use(securityHeaders(origin), originCheck(origin))
app.all('*', (context) => context.text('done'))

async function status(method: string, headers: Record<string, string>): Promise<number> {
  return (await app.request('/somewhere', { method, headers })).status
}

describe('a request that changes something', () => {
  const cookie = 'zavor_session=x'

  it('is done when it comes from a page of ours', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(await status(method, { cookie, origin })).toBe(200)
  })

  it('with a cookie is refused when it names no origin, none at all, or another', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(await status(method, { cookie })).toBe(403)
      for (const other of [
        'null',
        '',
        'http://desk.example.com',
        'https://desk.example.com.evil.test',
        'https://evil.test',
      ]) {
        expect(await status(method, { cookie, origin: other }), other).toBe(403)
      }
    }
  })

  it('without a cookie is a program of somebody, but never another site', async () => {
    expect(await status('POST', { authorization: 'Bearer x' })).toBe(200)
    expect(await status('POST', { origin: 'https://evil.test' })).toBe(403)
  })

  it('that only reads is not asked', async () => {
    expect(await status('GET', { cookie })).toBe(200)
    expect(await status('GET', { cookie, origin: 'https://evil.test' })).toBe(200)
  })
})

it('a loopback has many names, of which each is ours on the same port', () => {
  const local = 'http://127.0.0.1:4000'
  expect(isOurOrigin('http://localhost:4000', local)).toBe(true)
  expect(isOurOrigin('http://[::1]:4000', local)).toBe(true)
  expect(isOurOrigin('http://localhost:4001', local)).toBe(false)
  expect(isOurOrigin('https://localhost:4000', local)).toBe(false)
  expect(isOurOrigin('http://localhost.evil.test:4000', local)).toBe(false)
  expect(isOurOrigin('http://localhost:4000', 'http://desk.example.com:4000')).toBe(false)
})

it('every answer says what may be done with it', async () => {
  const { headers } = await app.request('/somewhere')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('strict-transport-security')).toContain('max-age=')
})
