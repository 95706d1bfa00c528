import { Agent, createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenLogin, givenMember, givenSession, givenStaff } from '../../../test/support/given.ts'
import { openTicket } from '../../desk/ticket/open-ticket.ts'
import { makeCallers } from '../../identity/caller.ts'
import { newId } from '../../platform/database/id.ts'
import { makeNewsHub, type NewsHub } from '../../platform/news/news-hub.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { makeAllowance } from '../api/allowance.ts'
import { closeServer } from '../processes/http-server.ts'
import { currentAddress, proxiesOf, withAddress } from './address.ts'
import { newsRoutes } from './news-routes.ts'
import { type NewsStreams, type NewsStreamsOptions, newsStreams } from './news-streams.ts'
import { originCheck } from './origin-check.ts'
import { securityHeaders } from './security-headers.ts'

let desk: TestDesk
let mine: MemberActor
let ticketId = ''
let ticket = ''
let memberCookie = ''
let strangerCookie = ''
let staffCookie = ''
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  mine = await givenMember(desk)
  memberCookie = await givenSession(desk, (await givenLogin(desk, mine)).email)
  strangerCookie = await givenSession(desk, (await givenLogin(desk, await givenMember(desk))).email)
  // Between the two steps of sign-in: the password alone.
  staffCookie = await givenSession(desk, (await givenLogin(desk, await givenStaff(desk))).email)
  ticketId = (await desk.as(mine).call(openTicket, { subject: 'S', body: 'parola mea' })).ticketId
  ticket = `ticket:${mine.accountId}:${ticketId}`
})
afterAll(() => desk.close())

let hub: NewsHub
let isOpen: boolean
let canRead: () => Promise<boolean>
let news: NewsStreams
let server: Server
const faults: unknown[] = []
beforeEach(() => {
  hub = makeNewsHub()
  isOpen = true
  canRead = async () => true
})
afterEach(async () => {
  news.stop()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  expect(faults.splice(0)).toEqual([])
})

async function serve(options: Partial<NewsStreamsOptions> = {}): Promise<void> {
  const callers = makeCallers(desk.handles, desk.tools.signIn)
  news = newsStreams({
    hub,
    isOpen: () => isOpen,
    currentAddress,
    connecting: makeAllowance(10_000),
    onFault: (error) => faults.push(error),
    ...options,
  })
  const app = new Hono()
  app.use(securityHeaders('http://desk.test'), originCheck('http://desk.test'))
  const pageCaller = async (asked: Request) => (await callers.ofPage(asked, currentAddress())).caller
  app.route('/news', newsRoutes({ desk, news, pageCaller, canRead: () => canRead() }))
  const listener = getRequestListener(app.fetch)
  const isProxy = proxiesOf(['127.0.0.1'])
  server = createServer((incoming, outgoing) => withAddress(incoming, isProxy, () => void listener(incoming, outgoing)))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
}

interface Asked {
  readonly path?: string
  readonly method?: string
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
}

interface Answer {
  readonly response: IncomingMessage
  readonly status: number
  /** What came so far. */
  said(): string
  readonly ended: Promise<'ended' | 'cut'>
  leave(): void
}

/** Keeps connections for the next request, as browsers and proxies do. */
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
afterAll(() => agent.destroy())

function ask({ path = `/news/tickets/${ticketId}`, method = 'GET', cookie = memberCookie, headers = {} }: Asked = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const asking = request({
      host: '127.0.0.1',
      port,
      path,
      method,
      agent,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
    })
    asking.on('error', reject)
    asking.on('response', (response) => {
      let said = ''
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        said += text
      })
      const ended = new Promise<'ended' | 'cut'>((over) => {
        response.on('end', () => over('ended'))
        response.on('error', () => over('cut'))
      })
      resolve({ response, status: response.statusCode!, said: () => said, ended, leave: () => response.destroy() })
    })
    asking.end()
  })
}

const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 10_000, interval: 2 })

it('says whether looking would show anything, the same to all who ask at once', async () => {
  await serve()
  let asked = 0
  canRead = async () => ++asked === 1
  const there = (method = 'GET') => ask({ path: '/news/there', cookie: '', method })
  expect((await Promise.all(Array.from({ length: 20 }, () => there()))).map(({ status }) => status)).toEqual(
    Array(20).fill(204),
  )
  await vi.waitUntil(async () => (await there()).status === 503, { timeout: 5_000, interval: 50 })
  expect(asked).toBe(2)
})

describe('a stream', () => {
  it('says that there is something new, and nothing else', async () => {
    await serve()
    const answer = await ask()
    expect(answer.status).toBe(200)
    expect(answer.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
    await until(() => answer.said() !== '')
    expect(answer.said()).toMatch(/^retry: \d+\n\n$/)
    hub.announce('ticket:others:ticket')
    hub.announce(`note:${mine.accountId}:${ticketId}`)
    hub.announce(ticket)
    await until(() => answer.said().includes('news'))
    hub.announce(ticket)
    await until(() => answer.said().includes('data: 2'))
    expect(answer.said()).toMatch(/^retry: \d+\n\nevent: news\ndata: 1\n\nevent: news\ndata: 2\n\n$/)
  })

  it('says five times a second at most that there was a burst, and says it of its last', async () => {
    await serve()
    const answer = await ask()
    await until(() => answer.said() !== '')
    for (let i = 0; i < 1_000; i++) hub.announce(ticket)
    await until(() => answer.said().includes('data: 2'))
    expect(answer.said().match(/event: news/g)).toHaveLength(2)
  })

  it('beats, lives for its time and ends by itself', async () => {
    await serve({ limits: { beat: 10, life: 80 } })
    const answer = await ask()
    expect(await answer.ended).toBe('ended')
    expect(answer.said()).toContain('event: beat\n')
    expect(news.size()).toBe(0)
  })

  it('ends at its beat when announcements do not arrive here, and none is opened then', async () => {
    await serve({ limits: { beat: 10 } })
    const answer = await ask()
    isOpen = false
    expect(await answer.ended).toBe('ended')
    const refused = await ask()
    expect(refused.status).toBe(503)
    expect(refused.response.headers['retry-after']).toBe('5')
  })

  it('follows nothing any more when its reader has left', async () => {
    await serve()
    const follow = vi.spyOn(hub, 'follow')
    const answer = await ask()
    expect(news.size()).toBe(1)
    answer.leave()
    await until(() => news.size() === 0)
    hub.announce(ticket)
    expect(follow).toHaveBeenCalledTimes(1)
  })

  it('is cut when nobody reads it, with nothing kept', async () => {
    await serve({ limits: { beat: 2 } })
    const app = new Hono().get(
      '/',
      news.follow(async () => ['t:']),
    )
    const outgoing = { destroy: vi.fn() }
    const { body } = await app.request('/', {}, { outgoing })
    expect(news.size()).toBe(1)
    await until(() => news.size() === 0)
    expect(outgoing.destroy).toHaveBeenCalledTimes(1)
    await expect(body!.getReader().read()).rejects.toThrow('not read')
  })
})

describe('who may follow', () => {
  const inbox = '/news/inbox'
  it.each([
    ['nobody signed in, a ticket', { cookie: '' }, 401, 'sign_in_first'],
    ['nobody signed in, the inbox', { cookie: '', path: inbox }, 401, 'sign_in_first'],
    ['a made-up session', { cookie: 'zavor_session=made.up' }, 401, 'sign_in_first'],
    ['a member, the inbox', { path: inbox }, 403, 'role'],
    ['a member, a ticket that is not', { path: `/news/tickets/${newId()}` }, 404, 'not_found'],
    ['a member, no id', { path: '/news/tickets/ticket:' }, 422, 'invalid'],
    ['anybody, another address', { path: '/news/tickets' }, 404, 'not_found'],
    ['anybody by HEAD', { method: 'HEAD' }, 405, undefined],
    ['anybody by POST', { method: 'POST', headers: { origin: 'http://desk.test' } }, 405, 'method'],
    ['another site by POST', { method: 'POST', headers: { origin: 'http://evil.test' } }, 403, 'origin'],
  ] as const)('%s: refused', async (_who, asked, status, code) => {
    await serve()
    const answer = await ask(asked)
    await answer.ended
    expect(answer.status).toBe(status)
    expect(answer.said() === '' ? undefined : JSON.parse(answer.said()).error.code).toBe(code)
    expect(news.size()).toBe(0)
  })

  it('a member of another account: as if there were no such ticket', async () => {
    await serve()
    expect((await ask({ cookie: strangerCookie })).status).toBe(404)
  })

  it('staff after both steps of sign-in alone', async () => {
    await serve()
    expect((await ask({ cookie: staffCookie })).status).toBe(403)
    expect((await ask({ cookie: staffCookie, path: inbox })).status).toBe(403)
  })

  it('is asked at each connection: a session that has ended gets no other', async () => {
    await serve({ limits: { beat: 10, life: 60 } })
    const gone = await givenMember(desk, { accountId: mine.accountId })
    const cookie = await givenSession(desk, (await givenLogin(desk, gone)).email)
    const answer = await ask({ cookie })
    expect(answer.status).toBe(200)
    await desk.owner.query(
      'delete from base.login_session where login_id = (select login_id from base.person where id = $1)',
      [gone.personId],
    )
    await answer.ended
    expect((await ask({ cookie })).status).toBe(401)
  })

  it('costs one entry in the access log a connection, and none an event', async () => {
    await serve()
    const entries = async () =>
      Number(
        (await desk.owner.query(`select count(*) as n from base.audit_entry where operation = 'ticket.follow'`)).rows[0]
          .n,
      )
    const before = await entries()
    const answer = await ask()
    for (let i = 0; i < 3; i++) hub.announce(ticket)
    await until(() => answer.said().includes('data: 2'))
    expect(await entries()).toBe(before + 1)
  })
})

describe('how many', () => {
  const from = (address: string) => ask({ headers: { 'x-forwarded-for': address } })

  it('of one address are held, and of all', async () => {
    await serve({ limits: { most: 4, mostOfAddress: 2 } })
    const [first] = await Promise.all([from('192.0.2.1'), from('192.0.2.1')])
    const third = await from('192.0.2.1')
    expect(third.status).toBe(429)
    expect(Number(third.response.headers['retry-after'])).toBeGreaterThan(0)
    expect((await from('192.0.2.2')).status).toBe(200)
    first!.leave()
    await until(() => news.size() === 2)
    expect((await from('192.0.2.1')).status).toBe(200)
    expect((await from('192.0.2.3')).status).toBe(200)
    const last = await from('192.0.2.4')
    expect(last.status).toBe(503)
    expect(Number(last.response.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('are not counted for those who were refused', async () => {
    await serve({ limits: { mostOfAddress: 2 } })
    for (let i = 0; i < 5; i++) expect((await ask({ cookie: strangerCookie })).status).toBe(404)
    expect(news.size()).toBe(0)
    expect((await ask()).status).toBe(200)
  })

  it('connect in a minute is bounded too, for each address its own', async () => {
    await serve({ connecting: makeAllowance(2) })
    for (const status of [200, 200, 429]) {
      const answer = await from('192.0.2.1')
      expect(answer.status).toBe(status)
      answer.leave()
    }
    expect((await from('192.0.2.2')).status).toBe(200)
  })

  it('end in order and at once when the process stops: fifty of them', async () => {
    await serve()
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask()))
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200))
    const begun = performance.now()
    news.stop()
    await closeServer(server, 2_000)
    expect(performance.now() - begun).toBeLessThan(1_000)
    expect(new Set(await Promise.all(answers.map(({ ended }) => ended)))).toEqual(new Set(['ended']))
    expect(news.size()).toBe(0)
  })
})

it('a fault of ours says nothing of its inside, and holds no place', async () => {
  await serve()
  const app = new Hono().get(
    '/',
    news.follow(async () => {
      throw new Error('select secret')
    }),
  )
  const answer = await app.request('/')
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('secret')
  expect(faults.splice(0)).toHaveLength(1)
  expect(news.size()).toBe(0)
})
