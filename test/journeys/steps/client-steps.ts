/** What a client does, as they do it: on the pages, in their language. */
import type { Page } from 'playwright-core'
import { m } from '../../../src/platform/language/words.ts'
import { whenLive } from '../../support/browser.ts'

export interface Client {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly company: string
  readonly address: string
  readonly secret: string
  readonly locale: 'ro' | 'en'
}

export const clientPassword = 'cinci prune într-un coș'

export async function register(page: Page, client: Client): Promise<void> {
  await page.goto(`/${client.locale}/register`)
  for (const [name, value] of Object.entries({
    name: client.name,
    email: client.email,
    phone: client.phone,
    company: client.company,
    address: client.address,
    city: 'Cluj-Napoca',
    postalCode: '400129',
  })) {
    await page.locator(`[name=${name}]`).fill(value)
  }
  await page.locator('[name=age][value=old_enough]').check()
  await page.locator('[name=terms]').check()
  await page.getByRole('button', { name: m.identity_register_submit({}, client) }).click()
  await page.waitForURL(/done=sent/)
}

/** Follows the letter's link and chooses a password. Ends at the client's home. */
export async function join(page: Page, link: string, client: Client): Promise<void> {
  await page.goto(link)
  await page.locator('[name=password]').fill(clientPassword)
  await page.getByRole('button', { name: m.identity_join_own_submit({}, client) }).click()
  await page.waitForURL(/\/desk/)
}

/** Orders the example of a server's set-up; answers the order's id. */
export async function order(page: Page, client: Client): Promise<string> {
  await page.goto('/desk/services/server-setup')
  await whenLive(page)
  await page.locator('[name="answers.authorised_email"]').fill(client.email)
  await page.locator('[name="answers.billing_address"]').fill(client.address)
  await page.locator('[name="answers.server_details"]').fill('web1, Debian 12')
  await page.locator('[name="answers.working_hours"][value=night]').check()
  await page.getByRole('button', { name: m.orders_form_send({}, client) }).click()
  await page.waitForURL(/desk\/orders\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname.split('/').at(-1) as string
}

/** Hands the asked server login over, sealed in this browser. */
export async function handOver(page: Page, orderId: string, client: Client): Promise<void> {
  await page.goto(`/desk/orders/${orderId}`)
  await page.getByRole('link', { name: m.orders_give_access_button({}, client) }).click()
  await page
    .getByRole('link', { name: m.access_give({}, client) })
    .first()
    .click()
  await whenLive(page)
  await page.locator('[name=host]').fill('web1.client.test')
  await page.locator('[name=username]').fill('root')
  await page.locator('#form-password').fill(client.secret)
  await page.getByRole('button', { name: m.access_seal_and_send({}, client) }).click()
  await page.waitForURL(/done=/)
}

export async function approveLease(page: Page, leaseId: string): Promise<void> {
  await page.goto(`/desk/access/leases/${leaseId}`)
  await page.locator('button[name=act][value=approve]').click()
  await page.locator('button[name=act][value=end]').waitFor()
}

export async function confirmOrder(page: Page, orderId: string, client: Client): Promise<void> {
  await page.goto(`/desk/orders/${orderId}`)
  await whenLive(page)
  await page.getByRole('button', { name: m.orders_confirm_button({}, client) }).click()
  await page.waitForURL(/done=confirmed/)
  await page.locator('[name=rating][value="5"]').check({ force: true })
  await page.locator('[name=words]').fill('Repede și bine.')
  await page.getByRole('button', { name: m.orders_feedback_send({}, client) }).click()
  await page.waitForURL(/done=feedback/)
}

/** Opens a ticket; answers its id. */
export async function openTicket(page: Page, client: Client, subject: string): Promise<string> {
  await page.goto('/desk/tickets/new')
  await whenLive(page)
  await page.locator('[name=subject]').fill(subject)
  await page.locator('[name=body]').fill('De azi dimineață nu mai răspunde.')
  await page.getByRole('button', { name: m.desk_open_send({}, client) }).click()
  await page.waitForURL(/desk\/tickets\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname.split('/').at(-1) as string
}
