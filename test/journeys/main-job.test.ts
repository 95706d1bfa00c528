/**
 * The main job from end to end: a client registers, orders, hands a login over, gets the work and confirms it; then
 * looks at what is held, takes it along and ends the account, and nothing of them is left.
 */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { m } from '../../src/platform/language/words.ts'
import { axeFaults, closeBrowser, visitor } from '../support/browser.ts'
import { givenProcessor } from '../support/given.ts'
import { type MailServer, startMailServer, textOf } from '../support/mail-server.ts'
import { type Residue, residueIn, withOwnerOf } from '../support/residue.ts'
import { type RunningZavor, startZavor } from '../support/zavor.ts'
import {
  approveLease,
  type Client,
  clientPassword,
  confirmOrder,
  handOver,
  join,
  openTicket,
  order,
  register,
} from './steps/client-steps.ts'
import { correctPhone, endAccount, readPrivacyCentre, takeData } from './steps/privacy-steps.ts'
import { actOnOrder, answerTicket, askForLease, reveal, setUpProvider } from './steps/staff-steps.ts'

let zavor: RunningZavor
let mail: MailServer
let staff: { context: BrowserContext; page: Page }

beforeAll(async () => {
  mail = await startMailServer()
  zavor = await startZavor({ environment: { SMTP_URL: mail.url } })
  const link = zavor.said().match(/http:\S+\/setup#\S+/)?.[0] ?? ''
  staff = await visitor({ origin: zavor.origin, locale: 'ro' })
  await setUpProvider(staff.page, link)
  await withOwnerOf(zavor, (owner) => givenProcessor({ owner }))
}, 180_000)

afterAll(async () => {
  await closeBrowser()
  await zavor?.end('SIGTERM')
  await mail?.stop()
})

/** The newest letter to an address that holds these words, once it has come. */
async function letterTo(address: string, words: string): Promise<string> {
  const newest = () =>
    mail.letters
      .filter(({ to }) => to.includes(address))
      .map(textOf)
      .findLast((text) => text.includes(words)) ?? ''
  await expect.poll(newest, { timeout: 30_000 }).not.toBe('')
  return newest()
}

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
  const newPhone = locale === 'ro' ? '+40 723 456 789' : '+44 7700 900987'
  const needles = [
    { label: 'name', value: client.name },
    { label: 'e-mail', value: client.email },
    { label: 'phone', value: client.phone },
    { label: 'new phone', value: newPhone },
    { label: 'company', value: client.company },
    { label: 'address', value: client.address },
    { label: 'secret', value: client.secret },
  ]
  let page: Page
  let context: BrowserContext
  let orderId: string
  let leaseId: string
  let ticketId: string
  /** Everything that this client's browser sent. */
  const sent: string[] = []

  beforeAll(async () => {
    const browser = await visitor({ origin: zavor.origin, size, theme, locale })
    page = browser.page
    context = browser.context
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  })

  it('registers and joins by the link in the letter', async () => {
    await register(page, client)
    const link = /http\S+\/join\/\S+/.exec(await letterTo(client.email, '/join/'))?.[0] ?? ''
    await join(page, link, client)
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
    ticketId = await openTicket(page, client, `Serverul nu răspunde (${locale})`)
    expect(await axeFaults(page)).toEqual([])
    await answerTicket(staff.page, ticketId, 'L-am repornit; spuneți-ne dacă merge.')
    await page.goto(`/desk/tickets/${ticketId}`)
    await page.getByText('L-am repornit; spuneți-ne dacă merge.').waitFor()
  })

  it('sees what is held and who looked, takes it along, and corrects it', async () => {
    const says = await readPrivacyCentre(page)
    for (const value of [client.name, client.email, client.phone, client.company, client.address]) {
      expect(says).toContain(value)
    }
    expect(says).toContain('Andreea Dumitrescu')
    expect(await axeFaults(page)).toEqual([])
    await correctPhone(page, newPhone, client)
    expect(await readPrivacyCentre(page)).toContain(newPhone)
    const files = await takeData(page, client)
    const json = files.get('data.json')?.toString() ?? ''
    for (const value of [client.name, client.email, newPhone, client.address]) expect(json).toContain(value)
    for (const [name, content] of files) expect(content.includes(client.secret), name).toBe(false)
  })

  it('is found wherever a person is kept, and the secret nowhere at all', async () => {
    const places = await residueIn(zavor, needles)
    const found = new Set(places.database.map(({ needle }) => needle))
    for (const { label } of needles) expect(found.has(label), label).toBe(label !== 'secret')
    expect(places.files.filter(({ needle }) => needle === 'secret')).toEqual([])
    expect(places.said).toEqual([])
  })

  it('ends the account, once it has said again who it is, and gets the receipt on the page and by letter', async () => {
    await withOwnerOf(zavor, (owner) =>
      owner.query(`update base.login_session set fresh_at = now() - interval '11 minutes'`),
    )
    const receipt = await endAccount(page, client)
    expect(await axeFaults(page)).toEqual([])
    const letter = await letterTo(client.email, '/receipt/')
    expect(letter).toContain(new URL(receipt).pathname)
    const reference = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/
    expect(letter).toContain(reference.exec(await page.locator('main').innerText())?.[0])
    for (const value of [client.name, client.company, client.phone, newPhone]) expect(letter).not.toContain(value)
    await page.reload()
    await expect
      .poll(async () => (await page.locator('main').innerText()).includes(m.rights_receipt_finishing({}, { locale })))
      .toBe(false)
  })

  it('is signed out, and cannot come in again', async () => {
    expect(await context.cookies()).toEqual([])
    await page.goto('/desk')
    await page.waitForURL(/\/sign-in/)
    await page.locator('[name=email]').fill(client.email)
    await page.locator('[name=password]').fill(clientPassword)
    await page.locator('[name=password]').press('Enter')
    await page.getByText(m.identity_sign_in_wrong({}, { locale })).first().waitFor()
  })

  it('is left in no table, no file of the data folder, nothing that was printed, and on no page of the staff', async () => {
    const nothing: Residue = { database: [], files: [], said: [] }
    await expect.poll(() => residueIn(zavor, needles), { timeout: 60_000, interval: 2_000 }).toEqual(nothing)
    for (const path of staffPages(orderId, ticketId, leaseId)) {
      const answer = await staff.page.goto(path)
      expect(answer?.status(), path).toBeLessThan(500)
      const text = await staff.page.content()
      expect(needles.filter(({ value }) => text.includes(value)).map(({ label }) => `${label} on ${path}`)).toEqual([])
    }
  })

  async function accountOf(id: string): Promise<string> {
    await staff.page.goto(`/staff/orders/${id}`)
    const href = await staff.page.locator('a[href*="/staff/clients/"]').first().getAttribute('href')
    return (href ?? '').split('/').at(-1) as string
  }
})

function staffPages(orderId: string, ticketId: string, leaseId: string): string[] {
  return [
    '/staff/inbox/open',
    '/staff/inbox/closed',
    `/staff/inbox/open/${ticketId}`,
    '/staff/orders',
    `/staff/orders/${orderId}`,
    '/staff/clients',
    `/staff/access/leases/${leaseId}`,
    '/staff/letters',
    '/staff/rights',
  ]
}
