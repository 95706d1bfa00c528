/** The main job from end to end: a client registers, orders, hands a login over, gets the work and confirms it. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { m } from '../../src/platform/language/words.ts'
import { axeFaults, closeBrowser, visitor } from '../support/browser.ts'
import { type RunningZavor, startZavor } from '../support/zavor.ts'
import {
  approveLease,
  type Client,
  confirmOrder,
  handOver,
  join,
  openTicket,
  order,
  register,
} from './steps/client-steps.ts'
import { actOnOrder, answerTicket, askForLease, linkInLetterTo, reveal, setUpProvider } from './steps/staff-steps.ts'

let zavor: RunningZavor
let staff: { context: BrowserContext; page: Page }

beforeAll(async () => {
  zavor = await startZavor()
  const link = zavor.said().match(/http:\S+\/setup#\S+/)?.[0] ?? ''
  staff = await visitor({ origin: zavor.origin, locale: 'ro' })
  await setUpProvider(staff.page, link)
}, 180_000)

afterAll(async () => {
  await closeBrowser()
  await zavor?.end('SIGTERM')
})

const journeys = [
  { size: 'desktop', theme: 'light', locale: 'ro' },
  { size: 'phone', theme: 'dark', locale: 'en' },
] as const

describe.each(journeys)('on a $size, in $locale', ({ size, theme, locale }) => {
  const client: Client = {
    name: locale === 'ro' ? 'Ștefania Țuțuianu' : 'Winifred Abernathy',
    email: `contact@client-${locale}.test`,
    phone: locale === 'ro' ? '+40 745 123 987' : '+44 7700 900123',
    company: locale === 'ro' ? 'Moara cu Noroc SRL' : 'Abernathy Mills Ltd',
    address: locale === 'ro' ? 'Str. Fântânii 77' : '77 Fountain Lane',
    secret: `Parola-${locale}-9vQ2xLr7`,
    locale,
  }
  let page: Page
  let orderId: string
  let leaseId: string
  /** Everything that this client's browser sent. */
  const sent: string[] = []

  beforeAll(async () => {
    const browser = await visitor({ origin: zavor.origin, size, theme, locale })
    page = browser.page
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  })

  it('registers and joins by the link in the letter', async () => {
    await register(page, client)
    await join(page, await linkInLetterTo(staff.page, client.email), client)
    expect(await page.locator('body').textContent()).toContain(client.company)
    expect(await axeFaults(page)).toEqual([])
  })

  it('orders, and sees who must act next', async () => {
    orderId = await order(page, client)
    await page.getByText(m.orders_now_client_accept({}, { locale })).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await actOnOrder(staff.page, orderId, m.orders_accept_button({}, { locale: 'ro' }))
  })

  it('hands the login over without its leaving the browser in clear', async () => {
    await handOver(page, orderId, client)
    expect(sent.some((request) => request.includes(client.secret))).toBe(false)
    expect(sent.some((request) => request.includes(encodeURIComponent(client.secret)))).toBe(false)
  })

  it('approves a lease; the technician sees the secret once; the client sees that', async () => {
    const accountId = await accountOf(orderId)
    await actOnOrder(staff.page, orderId, m.orders_start_button({}, { locale: 'ro' }))
    leaseId = await askForLease(staff.page, accountId, orderId)
    await approveLease(page, leaseId)
    expect(await reveal(staff.page, leaseId)).toContain(client.secret)
    await page.goto('/desk/access/uses')
    expect(await page.locator('main').textContent()).toContain('Andreea Dumitrescu')
    expect(await axeFaults(page)).toEqual([])
  })

  it('gets the delivery, confirms it and says how it was', async () => {
    await staff.page.goto(`/staff/orders/${orderId}`)
    await staff.page.locator('[name=words]').fill('Serverul este gata; raportul este atașat comenzii.')
    await staff.page.getByRole('button', { name: m.orders_deliver_button({}, { locale: 'ro' }) }).click()
    await staff.page.waitForURL(/done=/)
    await confirmOrder(page, orderId, client)
  })

  it('writes, and is answered', async () => {
    const ticketId = await openTicket(page, client, `Serverul nu răspunde (${locale})`)
    expect(await axeFaults(page)).toEqual([])
    await answerTicket(staff.page, ticketId, 'L-am repornit; spuneți-ne dacă merge.')
    await page.goto(`/desk/tickets/${ticketId}`)
    await page.getByText('L-am repornit; spuneți-ne dacă merge.').waitFor()
  })

  async function accountOf(id: string): Promise<string> {
    await staff.page.goto(`/staff/orders/${id}`)
    const href = await staff.page.locator('a[href*="/staff/clients/"]').first().getAttribute('href')
    return (href ?? '').split('/').at(-1) as string
  }
})
