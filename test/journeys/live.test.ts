/** A client and the staff write to each other, each with the conversation open: what one writes stands before the other at once. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { m } from '../../src/platform/language/words.ts'
import { markOf } from '../../src/platform/process/process-table.ts'
import { axeFaults, closeBrowser, visitor, whenLive } from '../support/browser.ts'
import { gone, type RunningZavor, startZavor } from '../support/zavor.ts'
import { signIn } from './steps/sign-in-steps.ts'
import { enterDemo, staffPassword } from './steps/staff-steps.ts'

const ro = { locale: 'ro' } as const
/** Looking by itself, a page would take five to ten times as long. */
const atOnce = { timeout: 2_000 }

let zavor: RunningZavor
let client: { context: BrowserContext; page: Page }
let staff: { context: BrowserContext; page: Page }
let ticketId = ''
const faults: string[] = []

beforeAll(async () => {
  zavor = await startZavor({ mode: 'demo', environment: { ZAVOR_DEMO_PASSWORD: staffPassword } })
  client = await visitor({ origin: zavor.origin, size: 'phone' })
  staff = await visitor({ origin: zavor.origin })
  for (const { page } of [client, staff]) page.on('pageerror', (error) => faults.push(error.message))
  await Promise.all([
    signIn(client.page, 'ioana@client-one.test', staffPassword).then(() => client.page.waitForURL(/\/desk/)),
    enterDemo(staff.page),
  ])
  await client.page.goto('/desk/tickets')
  await client.page.locator('main a[href*="/desk/tickets/0"]').first().click()
  await client.page.waitForURL(/tickets\/[0-9a-f-]{36}/)
  ticketId = new URL(client.page.url()).pathname.split('/').at(-1)!
  await Promise.all([stay(client.page, `/desk/tickets/${ticketId}`), stay(staff.page, `/staff/inbox/open/${ticketId}`)])
}, 180_000)

afterAll(async () => {
  await closeBrowser()
  await zavor?.end('SIGTERM')
})

/** Opens the page and leaves a mark in it, which a page that is loaded anew would not have. */
async function stay(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await whenLive(page)
  await page.evaluate(() => Object.assign(window, { stayed: true }))
}

const replyField = (page: Page) => page.locator('#reply textarea')
const reply = (page: Page) => page.locator('#reply button[type=submit]').last().click()

/** What somebody has under their hands: the field and where it stands in the window, what they typed, where in it they are. */
const hands = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement
    return {
      stayed: 'stayed' in window,
      field: field.id,
      value: field.value,
      selection: [field.selectionStart, field.selectionEnd],
      top: field.getBoundingClientRect().top,
    }
  })

/** Nothing of it has changed; parts of a pixel aside. */
async function expectSame(page: Page, { top, ...before }: Awaited<ReturnType<typeof hands>>): Promise<void> {
  const { top: now, ...after } = await hands(page)
  expect(after).toEqual(before)
  expect(Math.abs(now - top)).toBeLessThan(3)
}

/** Writes half a sentence, goes back a few letters, and answers what must not change. */
async function begin(page: Page, words: string) {
  await replyField(page).fill(words)
  await replyField(page).press('ArrowLeft')
  await replyField(page).press('ArrowLeft')
  return hands(page)
}

async function write(page: Page, words: string): Promise<void> {
  await replyField(page).fill(words)
  await reply(page)
  await page.locator('article', { hasText: words }).waitFor()
}

describe('with the conversation open on both sides', () => {
  it('an answer of the staff stands before the client at once, who goes on typing', async () => {
    const before = await begin(client.page, 'Am încercat și după repornire')
    await write(staff.page, 'Vă rugăm să încercați din nou.')
    // In what a screen reader reads out when something is added to it.
    const said = client.page.getByRole('log').locator('article', { hasText: 'Vă rugăm să încercați din nou.' })
    await said.waitFor(atOnce)
    await expectSame(client.page, before)
    await client.page.keyboard.type('XY')
    expect(await replyField(client.page).inputValue()).toBe('Am încercat și după reporniXYre')
  })

  it('what the client writes stands before the staff at once, in the list too, while they write', async () => {
    const before = await begin(staff.page, 'Ne uităm acum')
    await write(client.page, 'Acum merge doar prima pagină.')
    await staff.page.locator('article', { hasText: 'Acum merge doar prima pagină.' }).waitFor(atOnce)
    const state = staff.page.locator(`[data-pane=list] li:has(a[href*="${ticketId}"])`)
    await state.getByText(m.desk_status_waiting_us_staff({}, ro)).waitFor(atOnce)
    await expectSame(staff.page, before)
  })

  it('a note stands before the colleagues at once, who keep their place when they only read', async () => {
    const pane = staff.page.locator('[data-pane=item]')
    await pane.evaluate((one) => {
      ;(document.activeElement as HTMLElement).blur()
      one.scrollTo({ top: 0 })
    })
    const other = await staff.context.newPage()
    await stay(other, `/staff/inbox/open/${ticketId}`)
    await other.locator('#note textarea').fill('Discul e aproape plin, între noi.')
    await other.locator('#note button[type=submit]').click()
    await staff.page.locator('article', { hasText: 'Discul e aproape plin' }).waitFor(atOnce)
    expect(await pane.evaluate((one) => one.scrollTop)).toBe(0)
    await other.close()
  })

  it('the question about a secret and a file that was taken in stay, whatever comes meanwhile', async () => {
    const { page } = client
    await replyField(page).fill('parola: Xk29!qmPz7')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'jurnal.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
    await reply(page)
    const question = page.getByText(m.ui_secret_title({}, ro))
    await question.waitFor()
    await write(staff.page, 'Aveți și un jurnal?')
    await page.locator('article', { hasText: 'Aveți și un jurnal?' }).waitFor(atOnce)
    expect(await question.isVisible()).toBe(true)
    expect(await page.locator('input[name=kept]').isChecked()).toBe(true)
    await replyField(page).fill('Fără parolă, numai jurnalul.')
    await page.getByRole('button', { name: m.ui_secret_send_anyway({}, ro) }).click()
    const sent = page.locator('article', { hasText: 'Fără parolă, numai jurnalul.' })
    await sent.getByRole('link', { name: 'jurnal.txt' }).waitFor()
    expect(await question.count()).toBe(0)
    expect(await replyField(page).inputValue()).toBe('')
  })
})

describe('when the server is not reached', () => {
  it('a reading that comes to nothing takes nothing away', async () => {
    const { page } = client
    await page.evaluate(() => Object.assign(window, { stayed: true }))
    const before = await begin(page, 'Încă un rând')
    const data = new RegExp(`${ticketId}\\.data`)
    await page.route(data, (route) => route.abort())
    const failed = page.waitForEvent('requestfailed', (request) => data.test(request.url()))
    await write(staff.page, 'Verificăm și copia de siguranță.')
    await failed
    await page.unroute(data)
    await write(staff.page, 'E întreagă.')
    await page.locator('article', { hasText: 'E întreagă.' }).waitFor(atOnce)
    await page.locator('article', { hasText: 'Verificăm și copia' }).waitFor(atOnce)
    await expectSame(page, before)
  })

  it('says so where the answer would stand, keeps what is typed, and brings what was missed once it is back', async () => {
    const { page } = client
    await page.locator('article').first().waitFor()
    await page.evaluate(() => Object.assign(window, { stayed: true }))
    const before = await begin(page, 'Scriu mai departe')
    await client.context.setOffline(true)
    const web = markOf(zavor.pidOf('web'))!
    process.kill(web.pid, 'SIGKILL')
    expect(await gone([web], 5_000)).toBe(true)
    await page.getByText(m.ui_connection_lost({}, ro)).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await expect.poll(() => zavor.failing(), { timeout: 30_000 }).toBe(null)
    await write(staff.page, 'Am repornit serverul web.')
    expect(await page.locator('article', { hasText: 'Am repornit serverul web.' }).count()).toBe(0)
    await client.context.setOffline(false)
    await page.locator('article', { hasText: 'Am repornit serverul web.' }).waitFor()
    await expect.poll(() => page.getByText(m.ui_connection_lost({}, ro)).count()).toBe(0)
    await expectSame(page, before)
  })
})

it('a stream ends in order when the program stops, and no page met an error', async () => {
  const cookie = (await client.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const stream = await fetch(`${zavor.origin}/news/tickets/${ticketId}`, { headers: { cookie } })
  expect(stream.status).toBe(200)
  const said = stream.text()
  expect(await zavor.end('SIGTERM')).toBe(0)
  // Cut, it would be an error instead.
  expect(await said).toMatch(/^retry: /)
  expect(faults).toEqual([])
})
