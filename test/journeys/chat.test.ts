/** Somebody without an account writes in the chat window of a public page; the staff answer while both look on. */
import type { BrowserContext, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policy } from '../../policy/policy.ts'
import { m } from '../../src/platform/language/words.ts'
import { axeFaults, closeBrowser, visitor, whenLive } from '../support/browser.ts'
import { type RunningZavor, startZavor } from '../support/zavor.ts'
import { enterDemo, staffPassword } from './steps/staff-steps.ts'

const ro = { locale: 'ro' } as const
const en = { locale: 'en' } as const
const atOnce = { timeout: 2_500 }

let zavor: RunningZavor
let guest: { context: BrowserContext; page: Page }
let staff: { context: BrowserContext; page: Page }
const asked: string[] = []
const faults: string[] = []
beforeAll(async () => {
  zavor = await startZavor({ mode: 'demo', environment: { ZAVOR_DEMO_PASSWORD: staffPassword } })
  guest = await visitor({ origin: zavor.origin, size: 'phone' })
  guest.context.on('request', (request) => asked.push(new URL(request.url()).pathname))
  staff = await visitor({ origin: zavor.origin })
  for (const { page } of [guest, staff]) page.on('pageerror', (error) => faults.push(error.message))
  await enterDemo(staff.page)
}, 180_000)
afterAll(async () => {
  await closeBrowser()
  await zavor?.end('SIGTERM')
  expect(faults).toEqual([])
})

/** The page inside of the window, once it was opened. */
async function windowOf(page: Page): Promise<Frame> {
  await expect.poll(() => page.frames().some(isChat), { timeout: 10_000 }).toBe(true)
  return page.frames().find(isChat)!
}
const isChat = (frame: Frame) => frame.parentFrame() !== null && /\/(ro|en)\/chat/.test(frame.url())
const cookies = async (context: BrowserContext) => (await context.cookies()).map(({ name }) => name)

describe('the chat window', () => {
  it('is not loaded, and keeps nothing, before it is opened', async () => {
    const { page, context } = guest
    await page.goto('/ro/services', { waitUntil: 'networkidle' })
    expect(asked.filter((path) => path.includes('/chat'))).toEqual([])
    await page.locator('.chat-launcher summary').click()
    const chat = await windowOf(page)
    await chat.getByText(m.chat_nobody_there({}, ro)).waitFor()
    expect(await cookies(context)).toEqual([])
    expect(await axeFaults(page)).toEqual([])
  })

  it('says what is missing, then begins a conversation that the staff see at once', async () => {
    const { page, context } = guest
    await staff.page.goto('/staff/chat')
    await staff.page.getByRole('button', { name: m.chat_duty_begin({}, ro) }).click()
    await staff.page.getByRole('button', { name: m.chat_duty_leave({}, ro) }).waitFor()
    await staff.page.goto('/staff/inbox/chat')
    await whenLive(staff.page)

    const chat = await windowOf(page)
    await chat.getByRole('button', { name: m.chat_start({}, ro) }).click()
    await chat.locator('[aria-invalid=true]').first().waitFor()
    // The policy refuses to be framed: it opens beside the window.
    const [policyPage] = await Promise.all([
      context.waitForEvent('page'),
      chat.locator('#start a[href*="/policy"]').first().click(),
    ])
    await policyPage.locator('h1').waitFor()
    await policyPage.close()
    await chat.locator('[name=message]').fill('Serverul de poștă nu primește nimic.')
    await chat.locator('[name=name]').fill('Ana Țintea')
    await chat.getByRole('button', { name: m.chat_start({}, ro) }).click()
    await chat.getByText(m.chat_received({}, ro)).waitFor()
    await chat.getByText(m.chat_somebody_there({}, ro)).waitFor()
    const [kept, ...more] = await context.cookies()
    expect(more).toEqual([])
    expect(kept).toMatchObject({ name: 'zavor_chat', httpOnly: true, sameSite: 'Lax' })
    expect('zavor_chat' in policy.cookies).toBe(true)
    await staff.page.locator('li', { hasText: 'Serverul de poștă' }).waitFor(atOnce)
  })

  it('shows an answer at once, keeps the place of who writes, and sends with Enter', async () => {
    const { page } = guest
    const chat = await windowOf(page)
    await staff.page.getByText('Serverul de poștă nu primește nimic.').first().click()
    await staff.page.waitForURL(/inbox\/chat\/[0-9a-f-]{36}/)
    await chat.locator('#reply textarea').fill('Am uitat să')
    await staff.page.locator('#reply textarea').fill('Ne uităm acum.')
    await staff.page.locator('#reply button[type=submit]').last().click()
    await chat.locator('article', { hasText: 'Ne uităm acum.' }).waitFor(atOnce)
    expect(await chat.locator('#reply textarea').inputValue()).toBe('Am uitat să')
    await chat.locator('#reply textarea').fill('Am uitat să spun: de ieri.')
    await chat.locator('#reply textarea').press('Enter')
    await staff.page.locator('article', { hasText: 'Am uitat să spun: de ieri.' }).waitFor(atOnce)
    expect(await chat.locator('#reply textarea').inputValue()).toBe('')
    expect(await axeFaults(staff.page)).toEqual([])
    // axe does not look into an object: the same page by itself.
    const alone = await guest.context.newPage()
    await alone.goto('/ro/chat')
    await alone.locator('article', { hasText: 'Am uitat să spun: de ieri.' }).waitFor()
    expect(await axeFaults(alone)).toEqual([])
    await alone.close()
  })

  it('is found again on the next page, with a file and an address left', async () => {
    const { page } = guest
    await page.goto('/ro/contact')
    await page.getByText(m.chat_go_on({}, ro)).click()
    const chat = await windowOf(page)
    await chat.getByText(m.chat_add_files({}, ro)).click()
    const file = { name: 'jurnal.txt', mimeType: 'text/plain', buffer: Buffer.from('smtp: 451') }
    await chat.locator('input[type=file]').setInputFiles(file)
    await chat.locator('#reply textarea').fill('Iată jurnalul.')
    await chat.getByRole('button', { name: m.site_contact_send({}, ro) }).click()
    const link = chat.locator('article a', { hasText: 'jurnal.txt' })
    await link.waitFor()
    const [kept] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(kept.suggestedFilename()).toBe('jurnal.txt')
    const there = await guest.context.request.get(zavor.origin + (await link.getAttribute('href')))
    expect(await there.text()).toBe('smtp: 451')
    await staff.page.locator('article a', { hasText: 'jurnal.txt' }).waitFor(atOnce)

    await chat.getByText(m.chat_leave_address({}, ro)).click()
    await chat.locator('#address [name=email]').fill('ana@vizitator.test')
    await chat.locator('#address button[type=submit]').click()
    await chat.getByText(m.chat_leave_address({}, ro)).waitFor({ state: 'detached' })
  })

  it('left, it opens no more, here or by what it left behind', async () => {
    const { page, context } = guest
    const held = (await context.cookies())[0]!
    const other = await context.newPage()
    await other.goto('/ro/chat')
    await other.locator('summary', { hasText: m.chat_end({}, ro) }).click()
    await other.getByRole('button', { name: m.chat_end({}, ro) }).click()
    await other.getByText(m.chat_ended({}, ro)).waitFor()
    expect(await cookies(context)).toEqual([])
    // The window in which it is still open brings back what is written there, in the form that begins another.
    await other.close()
    const chat = await windowOf(page)
    await chat.locator('#reply textarea').fill('Încă ceva.')
    await chat.locator('#reply textarea').press('Enter')
    await chat.getByText(m.chat_ended({}, ro)).waitFor()
    expect(await chat.locator('#start [name=message]').inputValue()).toBe('Încă ceva.')
    await context.addCookies([held])
    await page.goto('/ro/chat')
    await page.locator('#start').waitFor()
    expect(await cookies(context)).toEqual([])
  })
})

it('works without script, as a page of its own', async () => {
  const { page, context } = await visitor({ origin: zavor.origin, locale: 'en', script: false })
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await page.goto('/en/services', { waitUntil: 'networkidle' })
  expect(loaded.filter((url) => url.includes('/chat'))).toEqual([])
  await page.goto('/en/chat')
  await page.locator('[name=message]').fill('The site is down.')
  await page.locator('[name=name]').fill('Ann Byrd')
  await page.getByRole('button', { name: m.chat_start({}, en) }).click()
  await page.locator('article', { hasText: 'The site is down.' }).waitFor()
  await page.locator('#reply textarea').fill('Parola: Xy7!kdfe92')
  await page.getByRole('button', { name: m.site_contact_send({}, en) }).click()
  await page.getByText(m.ui_secret_title({}, en)).waitFor()
  await page.locator('#reply textarea').fill('Since noon.')
  await page.locator('#reply button[type=submit]').click()
  await page.locator('article', { hasText: 'Since noon.' }).waitFor()
  expect(await page.locator('article').count()).toBe(2)
  expect(await cookies(context)).toEqual(['zavor_chat'])
  await context.close()
})
