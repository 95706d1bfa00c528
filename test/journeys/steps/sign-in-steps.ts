/** Coming in and going out, as people do it, with script or without. */
import type { Page } from 'playwright-core'
import { m } from '../../../src/platform/language/words.ts'

const en = { locale: 'en' } as const

/** Presses the button of the page's first form. */
export const send = (page: Page) => page.locator('main button[type=submit]').first().click()

/** Writes address and password on the page of signing in, wherever that page leads. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  if (!new URL(page.url(), 'http://nowhere').pathname.startsWith('/sign-in')) await page.goto('/sign-in')
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=password]').fill(password)
  await send(page)
}

/** Signs out by the button of the frame; on a phone it lies in the menu. */
export async function signOut(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: m.ui_menu({}, en), exact: true })
  if (await menu.isVisible()) await menu.click()
  await page
    .getByRole('button', { name: m.ui_sign_out({}, en) })
    .filter({ visible: true })
    .click()
  await page.waitForURL(/sign-in/)
}
