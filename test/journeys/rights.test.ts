/** Rights as people use them: a member on a phone, the staff at a desk, somebody without an account through a mailed code. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { m } from '../../src/platform/language/words.ts'
import { axeFaults, closeBrowser, visitor, whenLive } from '../support/browser.ts'
import { freePort, type RunningZavor, startZavor } from '../support/zavor.ts'
import { enterDemo, linkInLetterTo, staffPassword } from './steps/staff-steps.ts'

let zavor: RunningZavor
let origin: string
let staff: { context: BrowserContext; page: Page }
const memberEmail = 'ioana@client-one.test'
const outsider = 'stefan@vizitator.test'
const ro = { locale: 'ro' } as const
const en = { locale: 'en' } as const

beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  const environment = { ZAVOR_DEMO_PASSWORD: staffPassword, ZAVOR_ORIGIN: origin }
  zavor = await startZavor({ mode: 'demo', port, environment })
  staff = await visitor({ origin, locale: 'ro' })
  await enterDemo(staff.page)
  await staff.page.locator('form[action="/language"] button:visible').click()
  await staff.page.locator('html[lang=en]').waitFor()
}, 180_000)

afterAll(async () => {
  await closeBrowser()
  await zavor?.end('SIGTERM')
})

async function clean(page: Page): Promise<void> {
  expect(await axeFaults(page), page.url()).toEqual([])
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, page.url()).toBe(0)
}

describe('a member, on a phone, in Romanian', () => {
  it('asks for access and for restriction, reads the answer and takes it along; an objection to security waits', async () => {
    const { context, page } = await visitor({ origin, size: 'phone', theme: 'dark', locale: 'ro' })
    await page.goto('/sign-in?to=%2Fdesk%2Fprivacy')
    await page.locator('[name=email]').fill(memberEmail)
    await page.locator('[name=password]').fill(staffPassword)
    await page.locator('[name=password]').press('Enter')
    await page.waitForURL(/\/desk\/privacy/)
    await clean(page)

    const make = async (words: string, purpose?: string) => {
      await page.goto('/desk/privacy/requests/new')
      await page.getByRole('link', { name: words }).click()
      await page.waitForURL(/kind=/)
      await whenLive(page)
      await clean(page)
      if (purpose) await page.locator(`[name=purpose][value=${purpose}]`).check()
      await page.getByRole('button', { name: m.rights_ask_send({}, ro) }).click()
      await page.waitForURL(/requests\/[0-9a-f-]{36}/)
      await clean(page)
    }
    await make(m.rights_ask_kind_access({}, ro))
    await page.getByText(m.rights_done_answered({}, ro)).waitFor()
    expect(await page.locator('main').innerText()).toContain('anspdcp@dataprotection.ro')
    const pdf = await page.getByRole('link', { name: m.rights_answer_pdf({}, ro) }).getAttribute('href')
    const letter = await context.request.get(pdf ?? '')
    expect([letter.status(), letter.headers()['content-type']]).toEqual([200, 'application/pdf'])
    const [copy] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: m.rights_copy_button({}, ro) }).click(),
    ])
    expect(copy.suggestedFilename()).toMatch(/^zavor-\d+\.zip$/)

    await make(m.rights_ask_kind_objection({}, ro), 'security')
    await page.getByText(m.rights_done_waits({}, ro)).waitFor()
    await make(m.rights_ask_kind_restriction({}, ro))
    await page.getByRole('button', { name: m.rights_end_restriction_button({}, ro) }).waitFor()
    await page.goto('/desk/privacy/requests')
    // And one that the demonstration laid down.
    expect(await page.locator('main tbody tr').count()).toBe(4)
    await clean(page)
    await context.close()
  })
})

describe('the staff, on a desktop, in English', () => {
  it('find the objection in the queue, weigh it, and answer with reasons; nothing else closes it', async () => {
    const { page } = staff
    await page.goto('/staff/rights')
    await whenLive(page)
    await clean(page)
    await page
      .getByRole('row')
      .filter({ hasText: m.rights_name_objection({}, en) })
      .getByRole('link')
      .first()
      .click()
    await page.waitForURL(/rights\/[0-9a-f-]{36}/)
    await clean(page)
    await page.getByRole('link', { name: m.rights_case_answer({}, en), exact: true }).click()
    await page.waitForURL(/\/answer$/)
    await clean(page)
    await page.locator('[name=decision][value=refuse]').check()
    await page.getByRole('button', { name: m.rights_answer_send({}, en) }).click()
    await page.getByText(m.rights_expect_reasons({}, en)).first().waitFor()
    await page
      .locator('[name=reasons]')
      .fill('Fără jurnalul de securitate nu putem arăta cine a umblat la serverul dumneavoastră.')
    await page.getByRole('button', { name: m.rights_answer_send({}, en) }).click()
    await page.waitForURL(/done=decided/)
    await clean(page)
    for (const path of [
      '/staff/rights?list=to_tell',
      '/staff/rights?list=closed',
      '/staff/rights/erasures',
      '/staff/rights/note?new',
    ]) {
      await page.goto(path)
      await whenLive(page)
      await clean(page)
    }
  })
})

describe('somebody without an account, without script', () => {
  it('asks, follows the mailed link, enters the code, reads the answer and takes the copy', async () => {
    const { context, page } = await visitor({ origin, locale: 'en', script: false })
    await page.goto('/en/contact')
    await page.locator('[name=name]').fill('Ștefan Țuțea')
    await page.locator('[name=email]').fill(outsider)
    await page.locator('[name=message]').fill('How soon can you look at a server?')
    await page.getByRole('button', { name: m.site_contact_send({}, en) }).click()
    await page.waitForURL(/\/conversation\//)

    const ask = async (email: string) => {
      await page.goto('/en/request')
      await page.getByRole('link', { name: m.rights_ask_kind_access({}, en) }).click()
      await page.locator('[name=email]').fill(email)
      await page.getByRole('button', { name: m.rights_ask_send({}, en) }).click()
      await page.getByText(m.rights_public_received({}, en)).waitFor()
      return await page.locator('main').innerText()
    }
    expect(await ask('nobody@nowhere.test')).toBe(await ask(outsider))

    const link = await linkInLetterTo(staff.page, outsider, 'code')
    const code = /\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b/.exec(
      await staff.page.locator('main article').innerText(),
    )?.[0]
    await page.goto(link)
    const enter = async (words: string) => {
      await page.locator('[name=code]').fill(words)
      await page.getByRole('button', { name: m.rights_link_open({}, en) }).click()
    }
    await enter('AAAA-AAAA')
    await page.getByText(m.rights_expect_code({}, en)).first().waitFor()
    await enter(code ?? '')
    await page.getByText(m.rights_link_opened({}, en)).waitFor()
    expect(await page.locator('main').innerText()).toContain(outsider)
    expect(page.url()).toBe(link)
    expect(await context.cookies()).toEqual([])
    const [copy] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: m.rights_copy_button({}, en) }).click(),
    ])
    expect(copy.suggestedFilename()).toMatch(/\.zip$/)

    // The same pages, looked at with axe, which needs script; they bring none of their own.
    const seen = await visitor({ origin, locale: 'ro', size: 'phone' })
    for (const path of [
      '/ro/request',
      '/ro/request?kind=objection',
      new URL(link).pathname,
      `/ro/request/${'A'.repeat(64)}`,
    ]) {
      await seen.page.goto(path)
      expect(await seen.page.locator('script').count(), path).toBe(0)
      await clean(seen.page)
    }
    await seen.context.close()
    await context.close()
  })
})
