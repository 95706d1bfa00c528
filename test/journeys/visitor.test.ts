/** Somebody without an account, without script and without cookies: reads, writes, is answered, ends the link. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { m } from '../../src/platform/language/words.ts'
import { promiseIds } from '../../src/privacy/promises/promise.ts'
import { axeFaults, closeBrowser, type Look, visitor, whenLive } from '../support/browser.ts'
import { freePort, type RunningZavor, startZavor } from '../support/zavor.ts'
import { answerTicket, demoOwner, enterDemo, findTicket, staffPassword } from './steps/staff-steps.ts'

let zavor: RunningZavor
let origin: string
let staff: { context: BrowserContext; page: Page }
/** What a browser of the staff held in cookies on its way in. */
const held: Awaited<ReturnType<BrowserContext['cookies']>> = []

beforeAll(async () => {
  const port = await freePort()
  // Passkeys are offered where the desk has a name.
  origin = `http://localhost:${port}`
  const environment = { ZAVOR_DEMO_PASSWORD: staffPassword, ZAVOR_ORIGIN: origin }
  zavor = await startZavor({ mode: 'demo', port, environment })
  staff = await visitor({ origin, locale: 'ro' })
  await enterDemo(staff.page)
}, 180_000)

afterAll(async () => {
  await closeBrowser()
  await zavor?.end('SIGTERM')
})

const publicPages = ['', '/services', '/contact', '/policy', '/cookies', '/recipients', '/register', '/terms']

/** Script is on in most of them: that none runs must be the pages' doing. Without it nothing may change. */
const looks = [
  { size: 'phone', theme: 'dark', locale: 'ro', script: true },
  { size: 'desktop', theme: 'light', locale: 'ro', script: true },
  { size: 'phone', theme: 'light', locale: 'en', script: true },
  { size: 'desktop', theme: 'dark', locale: 'en', script: true },
  { size: 'phone', theme: 'light', locale: 'ro', script: false },
] as const satisfies readonly Look[]

describe.each(looks)('on a $size, in $locale, $theme, script: $script', ({ size, theme, locale, script }) => {
  let context: BrowserContext
  let page: Page
  const asked: string[] = []
  const faults = async () => (script ? await axeFaults(page) : [])

  beforeAll(async () => {
    ;({ context, page } = await visitor({ origin, size, theme, locale, script }))
    page.on('request', (request) => {
      // A conversation follows what is new in it; every other public page does without script.
      const follows = request.resourceType() === 'script' && /\/conversation\//.test(page.url())
      if (!follows) asked.push(`${request.resourceType()} ${request.url()}`)
    })
  })
  afterAll(() => context.close())

  it('every public page needs no script, sets no cookie, stores nothing and loads nothing from elsewhere', async () => {
    await page.goto('/')
    expect(new URL(page.url()).pathname).toBe(`/${locale}`)
    for (const path of publicPages) {
      const answer = await page.goto(`/${locale}${path}`)
      expect(answer?.status(), path).toBe(200)
      expect(await page.title(), path).not.toBe('')
      expect(await page.locator('html').getAttribute('lang')).toBe(locale)
      expect(await page.locator('meta[name=description]').count(), path).toBe(1)
      expect(await page.locator('link[rel=alternate][hreflang]').count(), path).toBe(2)
      expect(await page.locator('script').count(), path).toBe(0)
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length), path).toBe(0)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, path).toBe(0)
      expect(await faults(), path).toEqual([])
    }
    expect(await context.cookies()).toEqual([])
    expect(asked.filter((one) => one.startsWith('script') || !one.includes(origin))).toEqual([])
  })

  it('the policy has an anchor for each promise, and beside each how it is kept', async () => {
    await page.goto(`/${locale}/policy`)
    for (const promise of promiseIds) {
      const clause = page.locator(`article#${promise.toLowerCase()}`)
      expect(await clause.count(), promise).toBe(1)
      expect(await clause.locator('aside li').count(), promise).toBeGreaterThan(0)
    }
    await page.locator('a[href="#p44"]').click()
    expect(await page.locator('article#p44').evaluate((clause) => clause.matches(':target'))).toBe(true)
  })

  it('writes with mistakes and loses nothing, then writes, is answered behind the link, and ends it', async () => {
    const first = `Serverul nu mai pornește (${size}, ${locale}, ${script ? 'cu' : 'fără'} script).`
    await page.goto(`/${locale}/contact`)
    const send = page.getByRole('button', { name: m.site_contact_send({}, { locale }) })
    await page.locator('[name=name]').fill('Ștefan Țuțea')
    await page.locator('[name=email]').fill('nu este adresă')
    await page.locator('[name=message]').fill('Cardul 4111 1111 1111 1111')
    await send.click()
    expect(await page.locator('[name=name]').inputValue()).toBe('Ștefan Țuțea')
    const words = m.ui_expect_no_payment_details({}, { locale })
    expect(await page.getByText(words).count()).toBeGreaterThan(0)
    expect(await faults()).toEqual([])

    await page.locator('[name=email]').fill(`stefan-${size}-${locale}-${script}@vizitator.test`)
    await page.locator('[name=message]').fill(first)
    await send.click()
    await page.waitForURL(/\/conversation\/[\w-]{64}/)
    const address = page.url().split('?')[0] as string
    await page.getByText(m.site_conversation_keep({}, { locale })).waitFor()
    expect(await page.getByText(first).count()).toBe(1)
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
    expect(await faults()).toEqual([])

    await answerTicket(staff.page, await findTicket(staff.page, first), 'Ne uităm acum; vă scriem până la prânz.')
    await page.goto(address)
    await page.getByText('Ne uităm acum; vă scriem până la prânz.').waitFor()
    await page.getByText(m.site_conversation_waiting_you({}, { locale })).waitFor()
    await page.locator('[name=message]').fill('Mulțumesc, aștept.')
    await send.click()
    await page.waitForURL(/\?sent/)
    await page.locator('article').nth(2).waitFor()
    expect(await page.locator('article').count()).toBe(3)
    expect(await faults()).toEqual([])

    await page.getByRole('button', { name: m.site_conversation_end({}, { locale }) }).click()
    await page.waitForURL(/\?ended/)
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(404)
    expect(await page.getByText(first).count()).toBe(0)
    expect(await faults()).toEqual([])
    expect(await context.cookies()).toEqual([])
    expect(asked.filter((one) => one.startsWith('script') || !one.includes(origin))).toEqual([])
  })
})

describe('the cookie page', () => {
  it('names every cookie that the browser is ever given on the way in, and no other', async () => {
    const { context, page } = await visitor({ origin, locale: 'en' })
    await page.goto('/en/cookies')
    const published = await page.locator('main tbody tr td:first-child, main tbody tr th').allInnerTexts()
    const look = async () => held.push(...(await context.cookies()))
    await page.locator('button[name=choice][value=accept]').click()
    await look()
    await page.locator('button[name=choice][value=withdraw]').first().click()
    await page.waitForURL(/done=withdraw/)

    await page.goto('/en/chat')
    await page.locator('[name=message]').fill('Which cookie is this?')
    await page.locator('[name=name]').fill('Ann Byrd')
    await page.getByRole('button', { name: m.chat_start({}, { locale: 'en' }) }).click()
    await page.locator('article').waitFor()
    await look()

    await page.goto('/sign-in')
    await page.locator('form[action="/language"] button').click()
    await look()
    await whenLive(page)
    const asked = page.waitForResponse((answer) => answer.url().endsWith('/sign-in/passkey'))
    await page.getByRole('button', { name: m.identity_passkey_sign_in({}, { locale: 'ro' }) }).click()
    await asked
    await look()
    await page.goto('/sign-in')
    await page.locator('[name=email]').fill(demoOwner)
    await page.locator('[name=password]').fill(staffPassword)
    await page.locator('[name=password]').press('Enter')
    await page.waitForURL(/sign-in\/code/)
    await look()
    held.push(...(await staff.context.cookies()))

    expect([...new Set(held.map(({ name }) => name))].sort()).toEqual([...published].map((one) => one.trim()).sort())
    const now = Date.now() / 1000
    const year = 366 * 86_400
    const week = 7 * 86_400
    const short = { zavor_second_factor: 600, zavor_passkey: 300, zavor_chat: week }
    const longest = { ...short, zavor_choice: year, zavor_visit: year } as const
    for (const { name, expires, httpOnly, sameSite } of held) {
      expect({ name, httpOnly, sameSite }).toEqual({ name, httpOnly: true, sameSite: 'Lax' })
      const seconds = longest[name as keyof typeof longest]
      if (seconds === undefined) expect(expires, name).toBe(-1)
      else expect(expires - now, name).toBeLessThanOrEqual(seconds)
    }
    await context.close()
  })
})
