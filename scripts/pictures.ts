/**
 * Takes the pictures of the README from a demonstration that runs: `npm run demo`, then
 * `node scripts/pictures.ts <its address> <its password>`. They are written to docs/pictures.
 */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { closeBrowser, visitor } from '../test/support/browser.ts'

const folder = join(import.meta.dirname, '../docs/pictures')
const size = { width: 1280, height: 800 }

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

async function takeAll(origin: string, password: string): Promise<void> {
  const { page } = await visitor({ origin, locale: 'en' })
  await page.setViewportSize(size)
  await page.goto('/en/policy')
  // The promises are checked within a minute of the start.
  while (await page.getByText('never checked').count()) {
    await page.waitForTimeout(2_000)
    await page.reload()
  }
  // The clauses begin below the page's own head, which says nothing of how they are kept.
  await page.evaluate(() => {
    const first = document.querySelector('#p1')?.getBoundingClientRect().top ?? 0
    window.scrollTo({ top: first - 190, behavior: 'instant' })
  })
  await picture(page, 'policy')
  await page.goto('/sign-in')
  await page.locator('[name=email]').fill('ioana@client-one.test')
  await page.locator('[name=password]').fill(password)
  await page.locator('main button[type=submit]').first().click()
  await page.waitForURL(/\/desk/)
  const speak = (words: string) => page.locator('.app-rail').getByRole('button', { name: words }).click()
  await speak('English')
  await page.getByRole('heading', { name: 'Waits for you' }).waitFor()
  await page.mouse.move(size.width - 1, 1)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await picture(page, 'client-home')
  await speak('Română')
}

const [origin, password] = process.argv.slice(2)
if (!origin || !password) {
  process.stderr.write('usage: node scripts/pictures.ts <address of a demonstration> <its password>\n')
  process.exitCode = 2
} else {
  await takeAll(origin, password).finally(closeBrowser)
}
