/** Keys for programs, on the running program: made on the page, shown once, used, refused, ended. */
import { execFileSync } from 'node:child_process'
import { join as joined } from 'node:path'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/platform/database/id.ts'
import { m } from '../../src/platform/language/words.ts'
import { closeBrowser, visitor, whenLive } from '../support/browser.ts'
import { programEnvironment, type RunningZavor, startZavor } from '../support/zavor.ts'
import { type Client, join, openTicket, register } from './steps/client-steps.ts'
import { linkInLetterTo, setUpProvider } from './steps/staff-steps.ts'

const callsPerMinute = 150
const cli = joined(import.meta.dirname, '../../src/cli/main.ts')

let zavor: RunningZavor
let staff: Page
let member: Page
let memberKey = ''
let staffKey = ''

const client = (name: string): Client => ({
  name: `${name} Munteanu`,
  email: `${name.toLowerCase()}@client.test`,
  phone: '+40 745 123 987',
  company: `Moara ${name} SRL`,
  address: 'Str. Fântânii 77',
  secret: '',
  locale: 'ro',
})
const ilinca = client('Ilinca')

beforeAll(async () => {
  zavor = await startZavor({ environment: { ZAVOR_API_RATE: String(callsPerMinute) } })
  staff = (await visitor({ origin: zavor.origin })).page
  await setUpProvider(staff, zavor.said().match(/http:\S+\/setup#\S+/)?.[0] ?? '')
  member = await newClient(ilinca)
}, 180_000)

afterAll(async () => {
  await closeBrowser()
  await zavor?.end('SIGTERM')
})

async function newClient(given: Client): Promise<Page> {
  const { page } = await visitor({ origin: zavor.origin })
  await register(page, given)
  await join(page, await linkInLetterTo(staff, given.email), given)
  return page
}

/** Makes a key on the page, as a person would; answers what the page then shows. */
async function makeKey(page: Page, area: '/desk' | '/staff', name: string): Promise<string> {
  await page.goto(`${area}/account/security`)
  await whenLive(page)
  await page.locator('[name=name]').fill(name)
  await page.locator('[name=days]').selectOption('30')
  await page.getByRole('button', { name: m.identity_key_make({}, { locale: 'ro' }) }).click()
  return (await page.locator('pre').textContent()) ?? ''
}

async function call(key: string | null, method: string, path: string, body?: object) {
  const answer = await fetch(`${zavor.origin}/api/v1${path}`, {
    method,
    headers: {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const said = (await answer.json()) as Record<string, unknown> & { error?: { code: string } }
  return { status: answer.status, said, code: said.error?.code, after: answer.headers.get('retry-after') }
}

describe.each([
  ['a member', '/desk', /^zavor_/],
  ['staff', '/staff', /^zavors_/],
] as const)('a key of %s', (_, area, form) => {
  it('is shown once when it is made, and named in a letter to its holder', async () => {
    const page = area === '/desk' ? member : staff
    const key = await makeKey(page, area, 'rapoarte lunare')
    expect(key).toMatch(form)
    if (area === '/desk') memberKey = key
    else staffKey = key
    await page.goto(`${area}/account/security`)
    const shown = (await page.locator('main').textContent()) ?? ''
    expect(shown).toContain(`rapoarte lunare …${key.slice(-4)}`)
    expect(await page.content()).not.toContain(key.slice(8, -4))
    const to = area === '/desk' ? ilinca.email : 'owner@provider.test'
    await linkInLetterTo(staff, to, m.identity_letter_security_subject({}, { locale: 'ro' }))
    expect(await staff.locator('article').textContent()).not.toContain(key.slice(8))
  })

  it('does what its holder may do, and nothing that needs them at the keyboard', async () => {
    const key = area === '/desk' ? memberKey : staffKey
    if (area === '/desk') {
      const { status, said } = await call(key, 'GET', '/account')
      expect([status, said.name]).toEqual([200, ilinca.company])
      expect(await call(key, 'GET', '/clients')).toMatchObject({ status: 403, code: 'role' })
      const ended = await call(key, 'POST', '/privacy/end-account', { confirm: ilinca.company })
      expect(ended).toMatchObject({ status: 403, code: 'fresh_sign_in' })
    } else {
      expect(JSON.stringify((await call(key, 'GET', '/clients')).said)).toContain(ilinca.company)
      expect(await call(key, 'GET', '/account')).toMatchObject({ status: 403, code: 'role' })
    }
  })
})

describe('what is refused', () => {
  it('no key, and a wrong one, say which of the two', async () => {
    const wrong = `${memberKey.slice(0, -1)}${memberKey.endsWith('A') ? 'B' : 'A'}`
    expect(await call(null, 'GET', '/tickets')).toMatchObject({ status: 401, code: 'sign_in_first' })
    for (const bad of [wrong, 'zavor_', 'zavors_nothing', memberKey.replace('zavor_', 'zavors_'), 'a b']) {
      expect(await call(bad, 'GET', '/tickets'), bad).toMatchObject({ status: 401, code: 'bad_key' })
      // Not even what anybody may ask, so that a program learns of its mistake at once.
      expect(await call(bad, 'GET', '/services'), bad).toMatchObject({ status: 401, code: 'bad_key' })
    }
  })

  it('what belongs to another account is not found, as is what does not exist', async () => {
    const horea = client('Horea')
    const page = await newClient(horea)
    const ticketId = await openTicket(page, horea, 'Nu e treaba altora')
    expect((await call(staffKey, 'GET', `/tickets/${ticketId}`)).status).toBe(200)
    for (const id of [ticketId, newId()]) {
      expect(await call(memberKey, 'GET', `/tickets/${id}`)).toMatchObject({ status: 404, code: 'not_found' })
      const reply = await call(memberKey, 'POST', `/tickets/${id}/messages`, { body: 'Bună', sendingId: newId() })
      expect(reply).toMatchObject({ status: 404, code: 'not_found' })
    }
  })

  it('more calls than were agreed, of this login alone and with the time to wait', async () => {
    let last = await call(memberKey, 'GET', '/account')
    for (let turn = 0; last.status === 200 && turn < callsPerMinute * 2; turn++) {
      last = await call(memberKey, 'GET', '/account')
    }
    expect(last).toMatchObject({ status: 429, code: 'too_many' })
    expect(Number(last.after)).toBeGreaterThan(0)
    expect((await call(staffKey, 'GET', '/clients')).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, Number(last.after) * 1000))
    expect((await call(memberKey, 'GET', '/account')).status).toBe(200)
  })

  it('guessing keys, from the address that guesses', async () => {
    let last = await call('zavors_guess', 'GET', '/clients')
    for (let turn = 0; last.status === 401 && turn < callsPerMinute; turn++) {
      last = await call(`zavors_guess${turn}`, 'GET', '/clients')
    }
    expect(last.status).toBe(429)
    expect((await call(staffKey, 'GET', '/clients')).status).toBe(200)
  })

  it('a key past its day, and one that its holder ended', async () => {
    const url = execFileSync(process.execPath, [cli, 'db', 'url'], {
      env: { ...programEnvironment, ZAVOR_DATA: zavor.dataFolder },
      encoding: 'utf8',
    })
    const owner = new pg.Client({ connectionString: url.trim() })
    await owner.connect()
    await owner.query("update base.api_key set expires_at = now() - interval '1 second'")
    await owner.end()
    await pause()
    expect(await call(memberKey, 'GET', '/account')).toMatchObject({ status: 401, code: 'bad_key' })
    await staff.goto('/staff/account/security')
    await whenLive(staff)
    await staff.getByRole('button', { name: 'rapoarte lunare' }).click()
    await staff.getByText(m.identity_done_key_end({}, { locale: 'ro' })).waitFor()
    expect(await call(staffKey, 'GET', '/clients')).toMatchObject({ status: 401, code: 'bad_key' })
  })
})

/** Until an address that guessed too often may be told again that its key is bad. */
const pause = () => new Promise((resolve) => setTimeout(resolve, (60_000 / (callsPerMinute / 5)) * 3))
