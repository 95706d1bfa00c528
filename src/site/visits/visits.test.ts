import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenStaff } from '../../../test/support/given.ts'
import { type Looking, looking, operationsBut } from '../../../test/support/promises.ts'
import type { Caller } from '../../privacy/operation/actor.ts'
import { scanDatabase } from '../../privacy/residue/scan-database.ts'
import { scanFiles } from '../../privacy/residue/scan-files.ts'
import { askedMark } from '../choice/asked.ts'
import { choiceCookies } from '../choice/choice-cookie.ts'
import { chooseCookies } from '../choice/choose.ts'
import { countryOf } from './country.ts'
import { recordVisits } from './record-visits.ts'
import { seenPage } from './seen-page.ts'
import { showVisits } from './show-visits.ts'
import { makeVisitCounter } from './visit-counter.ts'

let desk: TestDesk
let checks: Looking
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  checks = await looking(desk)
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

const system: Caller = { actor: { kind: 'system', job: 'visits.record' }, via: 'job' }
const visitor: Caller = { actor: { kind: 'visitor' }, via: 'page' }
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const page = { path: '/ro', country: 'RO', source: '' }
const write = (pages: { visitorId: string; at?: string }[]) =>
  desk.call(system, recordVisits, {
    counts: [],
    pages: pages.map(({ visitorId, at = new Date().toISOString() }) => ({ ...page, visitorId, at })),
  })
const choose = async (method: 'accept' | 'withdraw', visitorId?: string) => {
  const before = visitorId ? { before: { visitorId, given: ['visits' as const] } } : {}
  const input = { method, language: 'ro', surface: 'bar', path: '/ro', asked: askedMark(), ...before } as const
  return (await desk.call(visitor, chooseCookies, input)).visitorId as string
}
const held = async (visitorId: string) =>
  (await desk.owner.query('select from base.visit_page where visitor_id = $1', [visitorId])).rowCount

describe('a page that was answered', () => {
  const origin = 'https://desk.test'
  const answered = (path: string, headers: Record<string, string> = {}, change: object = {}) =>
    seenPage({
      request: new Request(`${origin}${path}`, { headers: { 'user-agent': browser, ...headers } }),
      response: new Response('', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      actor: { kind: 'visitor' },
      address: '193.231.1.1',
      origin,
      ...change,
    })

  it('is counted by its path alone: no query, no link that opens something, the host it was reached from', () => {
    expect(answered('/ro/services?a=1', { referer: 'https://www.search.test/q?secret=1' })).toMatchObject({
      path: '/ro/services',
      source: 'search.test',
      country: 'RO',
      visitorId: null,
    })
    expect(answered(`/en/conversation/${'a'.repeat(64)}`)?.path).toBe('/en/conversation/…')
    for (const referer of ['', 'nonsense', `${origin}/ro`, 'android-app://x', `https://${'a'.repeat(200)}.test/`]) {
      expect(answered('/ro', { referer })?.source, referer).toBe('')
    }
  })

  it('is not counted when it is no public page, an error, fetched ahead, sent by a form, or read by the staff', () => {
    const none = [
      answered('/staff/inbox'),
      answered('/desk'),
      answered('/robots.txt'),
      answered('/ro', { 'sec-purpose': 'prefetch' }),
      answered('/ro', {}, { response: new Response('', { status: 404, headers: { 'content-type': 'text/html' } }) }),
      answered('/ro', {}, { response: new Response('{}', { headers: { 'content-type': 'application/json' } }) }),
      answered('/ro', {}, { request: new Request(`${origin}/ro`, { method: 'POST' }) }),
      answered('/ro', {}, { actor: { kind: 'staff' } }),
    ]
    expect(none).toEqual(none.map(() => null))
  })

  it('has a number only while a consent stands, and never of who is signed in', () => {
    const visitorId = crypto.randomUUID()
    const chosen = { on: new Date(), given: ['visits' as const], visitorId, despiteSignal: false }
    const cookie = choiceCookies(chosen, true)
      .map((line) => line.split(';')[0])
      .join('; ')
    const refused = choiceCookies({ ...chosen, given: [], visitorId: null }, true)[0]?.split(';')[0] as string
    expect(answered('/ro', { cookie })?.visitorId).toBe(visitorId)
    expect(answered('/ro', { cookie }, { actor: { kind: 'member' } })?.visitorId).toBeNull()
    expect(answered('/ro', { cookie, 'sec-gpc': '1' })?.visitorId).toBeNull()
    expect(answered('/ro', { cookie: refused })?.visitorId).toBeNull()
    expect(answered('/ro', { cookie: `zavor_visit=${visitorId}` })?.visitorId).toBeNull()
  })

  it('tells its country by the address, or that it is unknown', () => {
    expect(countryOf('193.231.1.1')).toBe('RO')
    expect(countryOf('2a02:2f00::1')).toBe('RO')
    for (const address of [undefined, '', '127.0.0.1', '10.1.2.3', 'nonsense', '::1'])
      expect(countryOf(address)).toBe('??')
  })
})

describe('by consent', () => {
  it('a visitor is counted while the consent stands; whoever withdraws is gone, for the past too', async () => {
    const visitorId = await choose('accept')
    expect(await write([{ visitorId }, { visitorId }])).toEqual({ pages: 2 })
    const staff = await givenStaff(desk, { roles: ['owner'] })
    const { agreed } = await desk.as(staff).call(showVisits, { days: 30 })
    expect(agreed).toEqual({ visitors: 1, returning: 0, pages: 2 })
    await choose('withdraw', visitorId)
    expect(await held(visitorId)).toBe(0)
    expect(await write([{ visitorId }])).toEqual({ pages: 0 })
  })

  it('nobody is counted by a number that is made up, before its consent, after its time, or under other words', async () => {
    expect(await write([{ visitorId: crypto.randomUUID() }])).toEqual({ pages: 0 })
    const visitorId = await choose('accept')
    expect(await write([{ visitorId, at: new Date(Date.now() - 3_600_000).toISOString() }])).toEqual({ pages: 0 })
    await desk.owner.query(`update base.visitor_choice set at = at - interval '13 months' where visitor_id = $1`, [
      visitorId,
    ])
    expect(await write([{ visitorId }])).toEqual({ pages: 0 })
    await desk.owner.query(
      `insert into base.notice_text (hash, words, version, language)
       values (encode(sha256('older'), 'hex'), 'older', 'old', 'ro') on conflict do nothing`,
    )
    await desk.owner.query(
      `update base.visitor_choice set at = now(), text_hash = encode(sha256('older'), 'hex') where visitor_id = $1`,
      [visitorId],
    )
    expect(await write([{ visitorId, at: new Date(Date.now() + 1000).toISOString() }])).toEqual({ pages: 0 })
  })

  it('P13 by_consent sees a number that was counted without consent', async () => {
    const visitorId = await choose('accept')
    await write([{ visitorId }])
    expect(await checks.look('P13', 'by_consent')).toMatchObject({ holds: true })
    const strange = crypto.randomUUID()
    const insert = `insert into base.visit_page (id, at, visitor_id, path, country, source) values ($1, now(), $1, '/ro', 'RO', '')`
    await desk.owner.query(insert, [strange])
    expect(await checks.look('P13', 'by_consent')).toMatchObject({ holds: false })
    await desk.owner.query('delete from base.visit_page where visitor_id = $1', [strange])
  })
})

it('without consent only sums are kept: no address, no browser, nowhere', async () => {
  const address = '203.0.113.77'
  const { calls, counter } = countingInto(desk)
  for (const path of ['/ro', '/ro/services']) {
    counter.saw({ ...page, path, address, userAgent: browser, visitorId: null })
  }
  await counter.stop()
  expect(calls()).toBe(1)
  const { rows } = await desk.owner.query(
    `select path, views, visits from base.visit_count where path like '/ro%' order by path`,
  )
  expect(rows).toEqual([
    { path: '/ro', views: '1', visits: '1' },
    { path: '/ro/services', views: '1', visits: '0' },
  ])
  const needles = [
    { label: 'address', value: address },
    { label: 'browser', value: 'Firefox/140.0' },
  ]
  expect(await scanDatabase(desk.owner, needles)).toEqual([])
  expect(await scanFiles(desk.dataFolder, needles)).toEqual([])
  expect(await checks.look('P13', 'no_address')).toMatchObject({ holds: true })
})

it('P13 counted sees a row that could point at somebody, and a way to count that is gone', async () => {
  expect(await checks.look('P13', 'counted')).toMatchObject({ holds: true })
  const insert = `insert into base.visit_count values (current_date, $1, 'RO', $2, 'person', 1, 1, 0, 0)`
  for (const [path, source] of [
    ['/ro/203.0.113.7', ''],
    ['/ro', '2001:db8::7'],
    [`/ro/conversation/${'a'.repeat(64)}`, ''],
    ['/ro', 'somebody@else.test'],
    [`/ro/${crypto.randomUUID()}`, ''],
  ]) {
    await desk.owner.query(insert, [path, source])
    expect(await checks.look('P13', 'counted'), `${path} ${source}`).toMatchObject({ holds: false })
    await desk.owner.query('delete from base.visit_count where path = $1 and source = $2', [path, source])
  }
  const operations = operationsBut(checks.ground, 'visits.record', null)
  expect(await checks.look('P13', 'counted', { operations })).toMatchObject({ holds: false })
})

it('a month goes as one part when its period is over', async () => {
  await desk.owner.query(`select base.make_visit_parts(now() - interval '15 months', now())`)
  await desk.owner.query(
    `insert into base.visit_count values ((now() - interval '15 months')::date, '/ro/old', 'RO', '', 'person', 1, 1, 0, 0),
       ((now() - interval '12 months')::date, '/ro/young', 'RO', '', 'person', 1, 1, 0, 0)`,
  )
  const { rows } = await desk.owner.query(`select base.end_parts('visit_count') as gone`)
  expect(rows).toEqual([{ gone: '1' }])
  const left = await desk.owner.query(`select path from base.visit_count where path in ('/ro/old', '/ro/young')`)
  expect(left.rows).toEqual([{ path: '/ro/young' }])
})

it('figures leave programs out and say how many there were', async () => {
  await desk.owner.query('delete from base.visit_count')
  const day = new Date().toISOString().slice(0, 10)
  const row = { ...page, day, reader: 'person', views: 3, visits: 1, seconds: 90, timed: 2 } as const
  const counts = [
    row,
    { ...row, source: 'search.test', country: '??' },
    { ...row, reader: 'program' as const, views: 7 },
  ]
  for (let n = 0; n < 2; n++) await desk.call(system, recordVisits, { counts, pages: [] })
  const staff = await givenStaff(desk, { roles: ['sales'] })
  const seen = await desk.as(staff).call(showVisits, {})
  expect(seen).toMatchObject({ days: 30, views: 12, visits: 4, programs: 14, seconds: 45, timed: 8 })
  expect(seen.pages).toEqual([{ name: '/ro', views: 12, visits: 4 }])
  expect(seen.sources.map(({ name }) => name)).toEqual(['', 'search.test'])
  expect(seen.byDay).toEqual([{ day, views: 12, visits: 4 }])
})

function countingInto(into: TestDesk) {
  let calls = 0
  const counter = makeVisitCounter({
    everyMs: 3_600_000,
    write: (counted) => {
      calls += 1
      return into.call(system, recordVisits, counted)
    },
  })
  return { counter, calls: () => calls }
}
