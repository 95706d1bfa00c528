import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepData } from './keep-data.ts'

const here = 'https://desk.test/desk/tickets/1?before=2'
beforeEach(() => {
  vi.stubGlobal('location', { href: `${here}#m-1` })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const run = (results: unknown, url = here, method = 'GET') =>
  keepData({ request: new Request(url, { method }) }, async () => results)
const failed = (result: unknown) => ({ 'a/layout': { type: 'data', result: 1 }, 'a/page': { type: 'error', result } })
const unreached = failed(new TypeError('Failed to fetch'))

describe('a page that is read anew', () => {
  it.each([
    ['the connection failed', unreached],
    ['the answer was cut', failed(new Error('Unable to decode turbo-stream response'))],
    ['a proxy found nobody', failed({ status: 502, statusText: 'Bad Gateway', internal: true, data: '<html>' })],
  ])('stays as it is when %s', async (_why, results) => {
    expect(await run(results)).toEqual({})
  })

  it.each([
    ['what the server says', failed({ status: 404, data: { kind: 'problem' } })],
    ['that a part of ours is down', failed({ status: 503, data: { kind: 'problem' } })],
    ['a fault of ours', failed(new Error('Unexpected Server Error'))],
    ['data', { 'a/page': { type: 'data', result: 1 } }],
    ['nothing', undefined],
  ])('shows %s', async (_what, results) => {
    expect(await run(results)).toBe(results)
  })

  it('is none that is being opened, or to which a form is sent', async () => {
    expect(await run(unreached, 'https://desk.test/desk/tickets/2')).toBe(unreached)
    expect(await run(unreached, 'https://desk.test/desk/tickets/1')).toBe(unreached)
    expect(await run(unreached, here, 'POST')).toBe(unreached)
  })
})
