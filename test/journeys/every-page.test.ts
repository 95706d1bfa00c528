/**
 * Every page of the demonstration that links lead to, as a visitor, a client and the owner see it: answered, without fault to
 * axe, no wider than its window, no error in its console. A phone in Romanian, a desktop in English.
 * Each area in one of the two; in both with ZAVOR_LOOKS=all. With ZAVOR_SHOTS, a folder, a picture of each page goes there.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFaults, closeBrowser, type Look, sizes, visitor } from '../support/browser.ts'
import { type RunningZavor, startZavor } from '../support/zavor.ts'
import { signIn } from './steps/sign-in-steps.ts'
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
