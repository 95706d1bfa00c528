/**
 * Every page of the demonstration that links lead to, as a visitor, a client and the owner see it: answered, without fault to
 * axe, no wider than its window, no error in its console. A phone in Romanian, a desktop in English.
 * Then a parent reports a child, and a client answers what waits at home. Each area in one of the two; in both with ZAVOR_LOOKS=all. With ZAVOR_SHOTS, a folder, a picture of each page goes there.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { policy } from '../../policy/policy.ts'
import { aboutOne, transfer } from '../../src/app/demo/demo-texts.ts'
import { m } from '../../src/platform/language/words.ts'
import { axeFaults, closeBrowser, type Look, sizes, visitor } from '../support/browser.ts'
import { type RunningZavor, startZavor } from '../support/zavor.ts'
import { send, signIn } from './steps/sign-in-steps.ts'
import { enterDemo, staffPassword } from './steps/staff-steps.ts'

let zavor: RunningZavor

beforeAll(async () => {
  zavor = await startZavor({ mode: 'demo', environment: { ZAVOR_DEMO_PASSWORD: staffPassword } })
}, 180_000)

afterAll(async () => {
  await closeBrowser()
  await zavor?.end('SIGTERM')
})

const shots = process.env.ZAVOR_SHOTS
/** Leads out of the pages, ends the session, or is a file. */
const isNoPage = (path: string) =>
  /^\/(api|assets|dev)\/|sign-out|\/switch\b|\.(zip|json|csv|pdf|xml|txt|svg)$|\/files?\//.test(path)
/** Two addresses of one page: ids, numbers and tokens stand for one another. */
const patternOf = (path: string) =>
  path
    .replaceAll(/\/([0-9a-f]{8}-[0-9a-f-]{27}|\d+|[\w-]{24,})(?=\/|$)/g, '/:one')
    .replace(/^\/(ro|en)(?=\/|$)/, '/:language')

/** A cookie is called what the browser calls it. */
const isName = (code: string) => code in policy.cookies
/** What the page says in words: code and addresses aside. */
const spoken = (page: Page) =>
  page.evaluate(() => {
    const words = document.body.cloneNode(true) as HTMLElement
    for (const one of words.querySelectorAll('code, pre, kbd, script, style, textarea')) one.remove()
    return words.textContent?.replaceAll(/\S*[@/]\S*/g, ' ') ?? ''
  })

interface Walk {
  readonly faults: string[]
  readonly seen: string[]
}

/** Follows every link from `start`, one page of each kind, and says what is wrong with each. */
async function walk(page: Page, start: string, within: RegExp, name: string): Promise<Walk> {
  const faults: string[] = []
  const seen = new Map<string, string>()
  const queue = [start]
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${new URL(page.url()).pathname}: console: ${message.text()}`)
  })
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(patternOf(path))) continue
    seen.set(patternOf(path), path)
    const answer = await page.goto(path, { waitUntil: 'load' })
    const fault = (words: string) => faults.push(`${path}: ${words}`)
    if (answer?.status() !== 200) fault(`answered ${answer?.status()}`)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (over > 0) fault(`${over} px too wide`)
    const text = await page.locator('body').innerText()
    for (const one of text.match(/\b(undefined|NaN|\[object Object\]|Invalid Date)\b/g) ?? []) fault(`says ${one}`)
    const codes = (await spoken(page)).match(/\b[a-z]+(?:[_.][a-z]+)*_[a-z]+\b/g) ?? []
    for (const one of codes.filter((code) => !isName(code))) fault(`says the code ${one}`)
    for (const one of await axeFaults(page)) fault(one)
    if (shots)
      await page.screenshot({
        path: join(shots, name, `${patternOf(path).replaceAll(/[/:]+/g, '_')}.png`),
        fullPage: true,
      })
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname))
    queue.push(...links.filter((link) => within.test(link) && !isNoPage(link)))
  }
  return { faults, seen: [...seen.values()] }
}

const looks = [
  { size: 'phone', theme: 'light', locale: 'ro' },
  { size: 'desktop', theme: 'dark', locale: 'en' },
] as const satisfies Look[]

const [phone, desktop] = looks
const all = process.env.ZAVOR_LOOKS === 'all'
const nameOf = (look: (typeof looks)[number]) => `${look.size}-${look.theme}-${look.locale}`

async function arrive(look: (typeof looks)[number]) {
  if (shots) mkdirSync(join(shots, nameOf(look)), { recursive: true })
  return visitor({ ...look, origin: zavor.origin })
}

for (const look of all ? looks : [phone]) {
  it(`of visitors is whole, ${nameOf(look)}`, async () => {
    const { context, page } = await arrive(look)
    const within = new RegExp(`^/${look.locale}(/|$)|^/(sign-in|register)`)
    const { faults, seen } = await walk(page, `/${look.locale}`, within, nameOf(look))
    await context.close()
    expect(faults).toEqual([])
    expect(seen.length).toBeGreaterThan(8)
  }, 240_000)
}

for (const look of all ? looks : [desktop]) {
  it(`of clients is whole, ${nameOf(look)}`, async () => {
    const { context, page } = await arrive(look)
    await signIn(page, look.locale === 'ro' ? 'ioana@client-one.test' : 'mihai@client-two.test', staffPassword)
    await page.waitForURL(/\/desk/)
    const { faults, seen } = await walk(page, '/desk', /^\/desk(\/|$)/, nameOf(look))
    await context.close()
    expect(faults).toEqual([])
    expect(seen.length).toBeGreaterThan(15)
  }, 240_000)
}

it('of the owner is whole', async () => {
  const { context, page } = await arrive(phone)
  await enterDemo(page)
  const first = await walk(page, '/staff', /^\/staff(\/|$)/, nameOf(phone))
  const faults = [...first.faults]
  if (all) {
    await page.setViewportSize(sizes.desktop)
    await page.emulateMedia({ colorScheme: 'dark' })
    if (shots) mkdirSync(join(shots, nameOf(desktop)), { recursive: true })
    faults.push(...(await walk(page, '/staff', /^\/staff(\/|$)/, nameOf(desktop))).faults)
  }
  await context.close()
  expect(faults).toEqual([])
  expect(first.seen.length).toBeGreaterThan(20)
}, 600_000)

it.each(['tehnic@provider.test', 'privacy@provider.test', 'vanzari@provider.test', 'facturi@provider.test'])(
  'leads %s to no page that refuses',
  async (email) => {
    const { context, page } = await arrive(phone)
    await enterDemo(page, email)
    const seen = new Set<string>()
    const queue = [{ from: '/staff', to: '/staff' }]
    const refused: string[] = []
    for (let link = queue.shift(); link !== undefined; link = queue.shift()) {
      if (seen.has(patternOf(link.to))) continue
      seen.add(patternOf(link.to))
      const { from, to } = link
      const answer = await page.request.get(to)
      if (answer.status() !== 200) refused.push(`${from} leads to ${to}: ${answer.status()}`)
      const links = [...(await answer.text()).matchAll(/<a [^>]*href="(\/staff[^"?#]*)/g)].map(
        ([, path]) => path as string,
      )
      queue.push(...links.filter((path) => !isNoPage(path)).map((path) => ({ from: to, to: path })))
    }
    await context.close()
    expect(refused).toEqual([])
    expect(seen.size).toBeGreaterThan(20)
  },
  120_000,
)

it('lets a parent report a child, and a client answer what waits, each answer holding at once', async () => {
  const say = { locale: 'ro' } as const
  const reader = await visitor({ ...phone, origin: zavor.origin })
  await reader.page.goto('/ro/child')
  await reader.page.locator('[name=kind]').first().check()
  await reader.page.locator('[name=aboutWhom]').fill('un.copil@vizitator.test')
  await send(reader.page)
  await reader.page.waitForURL(/\/ro\/child\/[\w-]{40,}/)
  await reader.page.getByText(m.children_done_reported({}, say)).waitFor()

  const { context, page } = await visitor({ ...phone, origin: zavor.origin })
  await signIn(page, 'ioana@client-one.test', staffPassword)
  await page.waitForURL(/\/desk/)
  const title = aboutOne.titleRo
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('button', { name: m.case_study_approve({}, say) }).click()
  await page.getByText(m.case_study_done_decided({}, say)).waitFor()
  await reader.page.goto('/ro/case-studies')
  expect(await reader.page.getByRole('link', { name: title }).count()).toBe(1)
  await page.getByRole('button', { name: m.case_study_withdraw({}, say) }).click()
  await page.getByRole('button', { name: m.case_study_approve({}, say) }).waitFor()
  await reader.page.goto('/ro/case-studies')
  expect(await reader.page.getByRole('link', { name: title }).count()).toBe(0)

  await page.goto('/desk')
  await page.getByRole('link', { name: transfer.successor }).click()
  await page.getByRole('button', { name: m.succession_say_no({}, say) }).click()
  await page.getByText(m.succession_you_said_no({}, say)).waitFor()
  await page.goto('/desk')
  await page.getByRole('link', { name: m.terms_letter_action({}, say) }).click()
  await page.getByRole('button', { name: m.terms_accept({}, say) }).click()
  await page.getByText(m.terms_done_accepted({}, say)).waitFor()
  await page.goto('/desk')
  for (const name of [title, transfer.successor, m.terms_letter_action({}, say)]) {
    expect(await page.getByRole('link', { name }).count(), name).toBe(0)
  }
  await Promise.all([context.close(), reader.context.close()])
}, 120_000)
