import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults, closeBrowser, type Look, visitor, whenLive } from '../support/browser.ts'
import { servePages } from '../support/pages-server.ts'

let served: Awaited<ReturnType<typeof servePages>>
const rooms = ['parts', 'form', 'list', 'order', 'ticket', 'inbox', 'public']

beforeAll(async () => {
  const env = { ...process.env, NODE_ENV: 'production', ZAVOR_GALLERY: 'on' }
  execFileSync(process.execPath, ['node_modules/.bin/react-router', 'build', '--logLevel', 'warn'], { env })
  served = await servePages({}, { folder: 'build/gallery' })
}, 120_000)

afterAll(async () => {
  await closeBrowser()
  await served.stop()
})

async function open(path: string, look: Look = {}) {
  const { context, page } = await visitor({ ...look, origin: served.origin })
  await page.goto(path)
  if (look.script !== false) await whenLive(page)
  return { page, close: () => context.close() }
}

describe('the interface kit', () => {
  const looks = [
    { size: 'phone', theme: 'light' },
    { size: 'desktop', theme: 'dark' },
  ] as const
  for (const { size, theme } of looks) {
    it(`is without fault to axe, ${size}, ${theme}`, async () => {
      const { page, close } = await open('/dev/gallery?room=parts', { size, theme, locale: 'en' })
      const found: string[] = []
      for (const room of rooms) {
        await page.goto(`/dev/gallery?room=${room}`)
        await whenLive(page)
        found.push(...(await axeFaults(page)).map((fault) => `${room}: ${fault}`))
      }
      await close()
      expect(found).toEqual([])
    }, 120_000)
  }

  it('never scrolls sideways, down to 320 pixels, and the inbox only within its panes', async () => {
    const { page, close } = await open('/dev/gallery?room=parts', { size: 'desktop' })
    const found: string[] = []
    for (const room of rooms) {
      await page.goto(`/dev/gallery?room=${room}`)
      for (const width of [320, 390, 720, 1024, 1440]) {
        await page.setViewportSize({ width, height: 800 })
        const over = await page.evaluate(() =>
          Math.max(
            ...[
              document.documentElement,
              ...document.querySelectorAll('[data-pane], section[aria-label="Conversație"]'),
            ].map((one) => one.scrollWidth - one.clientWidth),
          ),
        )
        if (over > 0) found.push(`${room} at ${width}: ${over} px too wide`)
        // The window has its new size before the page is laid out in it.
        const tall = () => page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
        if (room === 'inbox' && width >= 1024) await expect.poll(tall, { message: `${room} at ${width}` }).toBe(0)
      }
    }
    await close()
    expect(found).toEqual([])
  }, 60_000)

  for (const script of [true, false]) {
    it(`brings a faulty form back with all that was typed, ${script ? 'with' : 'without'} script`, async () => {
      const { page, close } = await open('/dev/gallery?room=form', { script })
      await page.getByLabel('E-mailul celui').fill('ioana.client-unu.test')
      await page.getByLabel('Telefon').fill('0700')
      await page.getByLabel('Noaptea').check()
      await page.getByLabel('Sistemul').selectOption('debian')
      await page.getByLabel('Ce să știm').fill('Ce am scris rămâne.')
      await page.getByRole('button', { name: 'Trimiteți comanda' }).click()
      const summary = page.getByRole('alert')
      await summary.getByRole('link', { name: /adresă de e-mail/ }).click()
      expect(await summary.getByRole('link').count()).toBe(3)
      for (const field of ['Serverul', 'Cum ajungem la el']) {
        expect(await summary.getByRole('link', { name: `${field}: ` }).count(), field).toBe(1)
      }
      if (script) expect(await page.evaluate(() => document.activeElement?.id)).toBe('form-email')
      else expect(page.url()).toContain('#form-email')
      expect(await page.getByLabel('E-mailul celui').inputValue()).toBe('ioana.client-unu.test')
      expect(await page.getByLabel('Telefon').inputValue()).toBe('0700')
      expect(await page.getByLabel('Noaptea').isChecked()).toBe(true)
      expect(await page.getByLabel('Sistemul').inputValue()).toBe('debian')
      expect(await page.getByLabel('Ce să știm').inputValue()).toBe('Ce am scris rămâne.')
      expect(await page.getByLabel('E-mailul celui').getAttribute('aria-describedby')).toContain('form-email-error')
      await close()
    }, 60_000)
  }

  it('opens its menu on a phone without script', async () => {
    const { page, close } = await open('/dev/gallery', { size: 'phone', script: false })
    await page.getByRole('button', { name: 'Meniu' }).click()
    expect(await page.locator('#app-menu').getByRole('link', { name: 'Promisiuni' }).isVisible()).toBe(true)
    await close()
  }, 60_000)

  it('walks a list by j and k, unless the keys are turned off', async () => {
    const { page, close } = await open('/dev/gallery?room=list')
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await focused()).toBe('Mutarea bazei de date')
    await page.keyboard.press('k')
    expect(await focused()).toBe('Certificat expirat pe www')
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q')
    await page.keyboard.press('Tab')
    await page.keyboard.press('?')
    await page.getByRole('checkbox').uncheck()
    await page.getByRole('button', { name: 'Închideți' }).click()
    await page.keyboard.press('j')
    expect(await focused()).not.toBe('Certificat expirat pe www')
    await close()
  }, 60_000)

  it('keeps a draft through a reload', async () => {
    const { page, close } = await open('/dev/gallery?room=ticket')
    await page.getByLabel('Răspunsul dumneavoastră').fill('Am uitat să')
    await page.reload()
    await whenLive(page)
    expect(await page.getByLabel('Răspunsul dumneavoastră').inputValue()).toBe('Am uitat să')
    await close()
  }, 60_000)
})
