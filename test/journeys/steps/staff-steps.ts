/** What staff do, as they do it: on the pages, by the words that stand there. */
import type { Page } from 'playwright-core'
import { m } from '../../../src/platform/language/words.ts'
import { codeFor } from '../../support/authenticator.ts'
import { whenLive } from '../../support/browser.ts'

export const staffPassword = 'patru mere pe un raft'
/** Start the demonstration with `ZAVOR_DEMO_PASSWORD: staffPassword`. */
export const demoOwner = 'owner@provider.test'
const locale = 'ro' as const

/** Sets the provider up through the printed link and enrols the owner's second factor. Ends at the staff's pages. */
export async function setUpProvider(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.locator('[name=name]').fill('Server la Timp SRL')
  await page.locator('[name=address]').fill('Bd. Eroilor 3, Cluj-Napoca')
  await page.locator('[name=privacyEmail]').fill('date@provider.test')
  await page.locator('[name=ownerName]').fill('Andreea Dumitrescu')
  await page.locator('[name=ownerEmail]').fill('owner@provider.test')
  await page.locator('[name=password]').fill(staffPassword)
  await page.getByRole('button', { name: m.identity_setup_submit({}, { locale }) }).click()
  await page.waitForURL(/second-factor/)
  await enrol(page)
}

/** Sets the authenticator app up. Ends at the staff’s pages. */
async function enrol(page: Page): Promise<void> {
  const address = await page.locator('a[href^="otpauth:"]').getAttribute('href')
  const secret = new URL(address ?? '').searchParams.get('secret') ?? ''
  await page.locator('[name=code]').fill(codeFor(secret))
  await page.getByRole('button', { name: m.identity_enrol_confirm({}, { locale }) }).click()
  await page.getByRole('link', { name: m.identity_codes_kept({}, { locale }) }).click()
  await page.waitForURL(/\/staff/)
}

/** Comes into the demonstration as one of its staff, who enrols the second factor there. Ends at the staff's pages. */
export async function enterDemo(page: Page, email = demoOwner): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=password]').fill(staffPassword)
  await page.locator('[name=password]').press('Enter')
  await page.waitForURL(/second-factor/)
  await enrol(page)
}

/** The newest letter to an address (of that subject), from the captured mailbox: where its button leads. */
export async function linkInLetterTo(page: Page, email: string, subject = ''): Promise<string> {
  for (let turn = 0; turn < 60; turn++) {
    await page.goto('/staff/letters')
    const row = page.getByRole('row').filter({ hasText: email }).filter({ hasText: subject }).first()
    if (await row.count()) {
      await row.getByRole('link').first().click()
      const link = page.locator('main article a[href^="http"]').first()
      await link.waitFor()
      return (await link.getAttribute('href')) ?? ''
    }
    await page.waitForTimeout(500)
  }
  throw new Error(`no letter to ${email} was captured`)
}

/** Opens the order and presses the one button of its present step. */
export async function actOnOrder(page: Page, orderId: string, button: string): Promise<void> {
  await page.goto(`/staff/orders/${orderId}`)
  await whenLive(page)
  await page.getByRole('button', { name: button }).click()
  await page.waitForURL(/done=/)
}

/** Asks for a lease on the client's only target, for an order; answers its id. */
export async function askForLease(page: Page, accountId: string, orderId: string): Promise<string> {
  await page.goto(`/staff/access/clients/${accountId}`)
  await page
    .getByRole('link', { name: m.access_ask_lease({}, { locale }) })
    .first()
    .click()
  await page.waitForURL(/leases\/new/)
  await whenLive(page)
  await page.locator('[name=reason]').fill('Instalarea serverului comandat')
  await page.locator('[name=work]').selectOption(`order ${orderId}`)
  await page.getByRole('button', { name: m.access_lease_ask_send({}, { locale }) }).click()
  await page.waitForURL(/leases\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname.split('/').at(-1) as string
}

/** Opens the conversation of the queue that is listed by these words; answers its id. */
export async function findTicket(page: Page, words: string): Promise<string> {
  await page.goto('/staff/inbox/open')
  await page.getByRole('link', { name: words }).first().click()
  await page.waitForURL(/inbox\/open\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname.split('/').at(-1) as string
}

/** Answers the ticket as staff. */
export async function answerTicket(page: Page, ticketId: string, words: string): Promise<void> {
  await page.goto(`/staff/inbox/open/${ticketId}`)
  await whenLive(page)
  await page.locator('[name=body]').first().fill(words)
  await page
    .getByRole('button', { name: m.desk_reply_send({}, { locale }) })
    .first()
    .click()
  await page.getByText(words).first().waitFor()
}

/** Shows the secret once in this browser; answers everything that the page then says. */
export async function reveal(page: Page, leaseId: string): Promise<string> {
  await page.goto(`/staff/access/leases/${leaseId}`)
  await whenLive(page)
  await page.getByRole('button', { name: m.access_reveal({}, { locale }) }).click()
  const shown = page.getByRole('status')
  await shown.first().waitFor()
  return page.locator('main').evaluate((main) => {
    const fields = [...main.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
    return `${main.textContent} ${fields.map((field) => field.value).join(' ')}`
  })
}
