import { AxeBuilder } from '@axe-core/playwright'
import packed from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

let shared: Promise<Browser> | undefined

/** One Chromium for a whole test process. It talks to the loopback only. */
export function browser(): Promise<Browser> {
  shared ??= launch()
  return shared
}

/** Ends the browser, if one was started. */
export async function closeBrowser(): Promise<void> {
  const started = shared
  shared = undefined
  if (started) await (await started).close()
}

async function launch(): Promise<Browser> {
  const executablePath = process.env.ZAVOR_CHROMIUM ?? (await packed.executablePath())
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const

export interface Look {
  readonly size?: keyof typeof sizes
  readonly theme?: 'light' | 'dark'
  readonly locale?: 'ro' | 'en'
  /** False: as in a browser that runs no script. */
  readonly script?: boolean
  readonly origin?: string
  /** What the browser calls itself. */
  readonly userAgent?: string
}

/** A fresh visitor: own cookies and storage. Close the context when done. */
export async function visitor(look: Look = {}): Promise<{ context: BrowserContext; page: Page }> {
  const { size = 'desktop', theme = 'light', locale = 'ro', script = true, origin, userAgent } = look
  const context = await (await browser()).newContext({
    viewport: sizes[size],
    colorScheme: theme,
    locale: locale === 'ro' ? 'ro-RO' : 'en-GB',
    timezoneId: 'Europe/Bucharest',
    javaScriptEnabled: script,
    hasTouch: size === 'phone',
    isMobile: size === 'phone',
    reducedMotion: 'reduce',
    ...(origin ? { baseURL: origin } : {}),
    ...(userAgent ? { userAgent } : {}),
  })
  context.setDefaultTimeout(15_000)
  return { context, page: await context.newPage() }
}

/** Waits until the page's script has taken over. */
export async function whenLive(page: Page): Promise<void> {
  await page.waitForSelector('html[data-live]')
}

/** What axe finds wrong by WCAG 2.2 AA, one line each; empty when nothing is. */
export async function axeFaults(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  )
}
