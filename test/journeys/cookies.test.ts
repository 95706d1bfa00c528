/** The registry of cookies and what a browser really holds, on every public page, whatever its visitor chose. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policy } from '../../policy/policy.ts'
import { m } from '../../src/platform/language/words.ts'
import { consentText } from '../../src/privacy/notice/consent-text.ts'
import type { PolicyShape } from '../../src/privacy/policy/shape.ts'
import { after } from '../../src/privacy/policy/shift.ts'
import { axeFaults, closeBrowser, type Look, visitor } from '../support/browser.ts'
import { publicPages, signInPages } from '../support/public-pages.ts'
import { type RunningZavor, startZavor } from '../support/zavor.ts'

let zavor: RunningZavor
let owner: pg.Client

beforeAll(async () => {
  zavor = await startZavor({ mode: 'demo' })
  const zavorProgram = join(import.meta.dirname, '../../bin/zavor.mjs')
  const env = { PATH: process.env.PATH, ZAVOR_DATA: zavor.dataFolder }
  const { stdout } = spawnSync(process.execPath, [zavorProgram, 'db', 'url'], { env, encoding: 'utf8' })
  owner = new pg.Client({ connectionString: stdout.trim() })
  await owner.connect()
}, 180_000)
afterAll(async () => {
  await closeBrowser()
  await owner?.end()
  await zavor?.end('SIGTERM')
})

interface Coming {
  readonly context: BrowserContext
  readonly page: Page
  /** Requests to other origins than ours, and scripts on pages that need none. */
  readonly strange: string[]
}

async function come(look: Look, headers: Record<string, string> = {}): Promise<Coming> {
  const { context, page } = await visitor({ origin: zavor.origin, ...look })
  await context.setExtraHTTPHeaders(headers)
  const strange: string[] = []
  context.on('request', (request) => {
    const needless = request.resourceType() === 'script' && !isLive(request.frame().url())
    if (new URL(request.url()).origin !== zavor.origin || needless) strange.push(request.url())
  })
  return { context, page, strange }
}

/** What people write in, and see answers in as they come. */
const isLive = (url: string) => /\/(ro|en)\/(chat|conversation\/)/.test(url)
/** Stands as a window inside of pages that ask. */
const isWindow = (path: string) => path.endsWith('/chat')

/** Everything that a browser can keep for a site, but for cookies. */
function stored(page: Page): Promise<string[]> {
  return page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`),
    ...(await caches.keys()).map((name) => `cache ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
  ])
}

const names = async ({ context }: Coming) => (await context.cookies()).map(({ name }) => name).sort()

/** Opens every public page of a language and says what was held after each; `asked`: whether the bar stands there. */
async function walk(coming: Coming, locale: 'ro' | 'en', held: readonly string[], asked: boolean): Promise<void> {
  const { page, strange } = coming
  for (const path of publicPages(locale)) {
    await page.goto(path, { waitUntil: 'domcontentloaded' })
    expect(await names(coming), path).toEqual(held)
    expect(await stored(page), path).toEqual([])
    const bars = await page.locator('section[aria-labelledby=choice-bar]').count()
    expect(bars, `${path}: the bar`).toBe(asked && !path.endsWith('/cookies') && !isWindow(path) ? 1 : 0)
  }
  expect(strange).toEqual([])
}

/** Cookies that are held and what the registry says of them. */
async function expectRegistered({ context }: Coming): Promise<void> {
  const registry: PolicyShape['cookies'] = policy.cookies
  for (const { name, httpOnly, sameSite, expires, domain } of await context.cookies()) {
    const rule = registry[name]
    expect({ name, httpOnly, sameSite, domain }).toEqual({ name, httpOnly: true, sameSite: 'Lax', domain: '127.0.0.1' })
    expect(rule, name).toBeDefined()
    const longest = after(new Date(), rule?.lasts ?? 'P0D').getTime() / 1000
    expect(expires, name).toBeLessThanOrEqual(longest + 86_400)
    if (rule?.kind === 'optional') expect(expires).toBeLessThanOrEqual(after(new Date(), 'P13M').getTime() / 1000)
  }
}

const press = (page: Page, answer: string) => page.locator(`button[name=choice][value=${answer}]`).first().click()
const ledger = async () =>
  (await owner.query('select * from base.visitor_choice order by id')).rows as Record<string, string | null>[]

describe.each([
  { locale: 'ro', size: 'phone', theme: 'light', script: true },
  { locale: 'en', size: 'desktop', theme: 'dark', script: true },
  { locale: 'ro', size: 'phone', theme: 'dark', script: false },
] as const)('in $locale on a $size, script: $script', (look) => {
  const { locale } = look
  let here: Coming
  beforeAll(async () => {
    here = await come(look)
  })
  afterAll(() => here.context.close())

  it('before a choice nothing is held on any page, and the question covers and shifts nothing', async () => {
    await walk(here, locale, [], true)
    const { page } = here
    await page.goto(`/${locale}/services`)
    const bar = page.locator('section[aria-labelledby=choice-bar]')
    expect(await bar.innerText()).toContain(consentText('visits', locale).body)
    const [no, yes] = [bar.locator('[value=reject]'), bar.locator('[value=accept]')]
    const box = async (button: typeof no) => {
      const { width, height, y } = (await button.boundingBox()) ?? { width: 0, height: 0, y: 0 }
      return { width, height, y }
    }
    expect(await box(no)).toEqual(await box(yes))
    const style = (button: typeof no) =>
      button.evaluate((one) => {
        const { color, backgroundColor, borderColor, fontSize, fontWeight, opacity } = getComputedStyle(one)
        return { color, backgroundColor, borderColor, fontSize, fontWeight, opacity }
      })
    expect(await style(no)).toEqual(await style(yes))
    expect(await bar.evaluate((one) => getComputedStyle(one).position)).toBe('static')
    if (look.script) {
      await no.focus()
      await page.keyboard.press('Tab')
      expect(await yes.evaluate((one) => one === document.activeElement)).toBe(true)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(`/${locale}/cookies#choice`)
      expect(await axeFaults(page)).toEqual([])
    }
  })

  it('after a refusal only the choice is held, without a number, and nobody is asked again', async () => {
    const { page } = here
    await page.goto(`/${locale}/services?from=journey`)
    await press(page, 'reject')
    expect(page.url()).toBe(`${zavor.origin}/${locale}/services?from=journey`)
    const [kept] = await here.context.cookies()
    expect(kept?.value).toMatch(/^1\.\d{8}\.[0-9a-f]{16}\.n\.-\.-$/)
    expect((await ledger()).at(-1)).toMatchObject({
      ...{ decision: 'refused', method: 'reject', surface: 'bar', path: `/${locale}/services` },
      ...{ text_hash: consentText('visits', locale).hash, text_language: locale },
    })
    await walk(here, locale, ['zavor_choice'], false)
    await expectRegistered(here)
  })

  it('after a consent, given purpose by purpose, the optional cookie of the registry is held as well', async () => {
    const { page } = here
    await page.goto(`/${locale}`)
    await page.getByRole('link', { name: m.site_choice_link({}, { locale }) }).click()
    const tick = page.getByRole('checkbox')
    expect(await tick.count()).toBe(1)
    expect(await tick.isChecked()).toBe(false)
    await tick.check()
    await press(page, 'save')
    await page.getByText(m.site_choice_done_save({}, { locale })).waitFor()
    expect(await tick.isChecked()).toBe(true)
    if (look.script) expect(await axeFaults(page)).toEqual([])
    const held = await here.context.cookies()
    const visit = held.find(({ name }) => name === 'zavor_visit')
    expect((await ledger()).at(-1)).toMatchObject({ decision: 'given', method: 'save', visitor_id: visit?.value })
    await walk(here, locale, ['zavor_choice', 'zavor_visit'], false)
    await expectRegistered(here)
  })

  it('one press at the foot of any page withdraws: the cookies go, both entries stay', async () => {
    const { page } = here
    const number = (await here.context.cookies()).find(({ name }) => name === 'zavor_visit')?.value
    await page.goto(`/${locale}/policy`)
    await page.getByRole('button', { name: m.site_choice_withdraw({}, { locale }) }).click()
    await page.getByText(m.site_choice_done_withdraw({}, { locale })).waitFor()
    const own = (await ledger()).filter(({ visitor_id }) => visitor_id === number)
    expect(own.map(({ decision }) => decision)).toEqual(['given', 'withdrawn'])
    expect((await here.context.cookies()).map(({ value }) => value).join()).not.toContain(number)
    await walk(here, locale, ['zavor_choice'], false)
    await expectRegistered(here)
  })

  it('words that changed since the page was opened are shown again, and nothing is decided', async () => {
    const { page } = here
    const before = (await ledger()).length
    const asked = page.locator('input[name=asked]').first()
    await page.goto(`/${locale}/cookies`)
    await asked.evaluate((input) => input.setAttribute('value', '0'.repeat(16)))
    await press(page, 'accept')
    await page.getByText(m.site_choice_text_changed({}, { locale })).waitFor()
    expect((await ledger()).length).toBe(before)
    expect(await names(here)).toEqual(['zavor_choice'])
  })
})

describe.each([
  { name: 'Global Privacy Control', header: 'sec-gpc', method: 'gpc' },
  { name: 'Do Not Track', header: 'dnt', method: 'dnt' },
] as const)('a browser with $name', ({ header, method }) => {
  it('refuses by itself: noted once, never asked, until its visitor chooses otherwise', async () => {
    const here = await come({ locale: 'en' }, { [header]: '1' })
    const { page } = here
    const before = (await ledger()).length
    await page.goto('/en')
    if (method === 'gpc') await walk(here, 'en', ['zavor_choice'], false)
    else await page.goto('/en/contact')
    expect(await names(here)).toEqual(['zavor_choice'])
    const noted = (await ledger()).slice(before)
    expect(noted).toHaveLength(1)
    expect(noted[0]).toMatchObject({ decision: 'refused', method, surface: 'signal', path: '/en', text_hash: null })
    expect((await here.context.cookies())[0]?.value).toMatch(/\.s\.-\.-$/)
    await page.goto('/en/cookies')
    await page.getByText(m.site_choice_signal({}, { locale: 'en' })).waitFor()
    await press(page, 'accept')
    await page.getByText(m.site_choice_done_accept({}, { locale: 'en' })).waitFor()
    await page.goto('/en/services')
    expect(await names(here)).toEqual(['zavor_choice', 'zavor_visit'])
    expect((await ledger()).slice(before).map((entry) => entry.method)).toEqual([method, 'accept'])
    await here.context.close()
  })
})

it('a signal that begins after a consent takes it back at once', async () => {
  const here = await come({ locale: 'ro' })
  await here.page.goto('/ro/contact')
  await press(here.page, 'accept')
  expect(await names(here)).toEqual(['zavor_choice', 'zavor_visit'])
  await here.context.setExtraHTTPHeaders({ 'sec-gpc': '1' })
  await here.page.goto('/ro/contact')
  expect(await names(here)).toEqual(['zavor_choice'])
  expect((await ledger()).at(-1)).toMatchObject({ decision: 'withdrawn', method: 'gpc' })
  await here.context.close()
})

it('the pages of signing in hold and store nothing before something is done there', async () => {
  const here = await come({ locale: 'ro' })
  for (const path of signInPages()) {
    const answer = await here.context.request.get(path)
    if (!answer.headers()['content-type']?.startsWith('text/html')) continue
    await here.page.goto(path)
    expect(await names(here), path).toEqual([])
    expect(await stored(here.page), path).toEqual([])
  }
  expect(here.strange.filter((url) => !url.startsWith(zavor.origin))).toEqual([])
  await here.context.close()
})
