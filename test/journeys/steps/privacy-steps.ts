/** What a client does in the privacy centre, and how it ends what it has here. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { m } from '../../../src/platform/language/words.ts'
import { whenLive } from '../../support/browser.ts'
import { readZip } from '../../support/read-zip.ts'
import { type Client, clientPassword } from './client-steps.ts'

/** Everything that the privacy centre says at once. */
export async function readPrivacyCentre(page: Page): Promise<string> {
  await page.goto('/desk/privacy')
  await whenLive(page)
  return (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
}

/** Gives another phone number; ends where the privacy centre says that it was corrected. */
export async function correctPhone(page: Page, phone: string, client: Client): Promise<void> {
  await page.goto('/desk/privacy/correct')
  await whenLive(page)
  const own = page.locator('form').filter({ has: page.locator('[name=jobTitle]') })
  await own.locator('[name=phone]').fill(phone)
  await own.getByRole('button', { name: m.rights_correct_save({}, client) }).click()
  await page.waitForURL(/done=corrected/)
  await page.getByText(m.rights_done_corrected({}, client)).waitFor()
}

/** The archive of everything held, by the names of its files. */
export async function takeData(page: Page, client: Client): Promise<Map<string, Buffer>> {
  await page.goto('/desk/privacy/take')
  await whenLive(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: m.rights_take_button({}, client) }).click(),
  ])
  return readZip(await readFile(await download.path()))
}

/**
 * Ends the account of somebody who signed in some time ago: is asked who they are, ticks, presses.
 * @returns the address of the receipt
 */
export async function endAccount(page: Page, client: Client): Promise<string> {
  await page.goto('/desk/privacy')
  await whenLive(page)
  await page.getByRole('link', { name: m.rights_end_account_see({}, client) }).click()
  await page.waitForURL(/privacy\/end/)
  await page.getByRole('link', { name: m.rights_again_button({}, client) }).click()
  await page.waitForURL(/sign-in\/again/)
  await page.locator('[name=password]').fill(clientPassword)
  await page.getByRole('button', { name: m.identity_confirm({}, client) }).click()
  await page.waitForURL(/privacy\/end/)
  await whenLive(page)
  await page.locator('[name=understood]').check()
  await page.getByRole('button', { name: m.rights_end_account_button({}, client) }).click()
  await page.waitForURL(/\/receipt\/[\w-]{43}/)
  await page.getByText(m.rights_done_ended({}, client)).waitFor()
  return page.url()
}
