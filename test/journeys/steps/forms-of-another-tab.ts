/** A form that is sent after somebody went over to another account, or somebody else signed in, in another tab. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { m } from '../../../src/platform/language/words.ts'
import { axeFaults, visitor, whenLive } from '../../support/browser.ts'
import { send, signIn, signOut } from './sign-in-steps.ts'
import { staffPassword } from './staff-steps.ts'

const en = { locale: 'en' } as const

export interface OfAnotherTab {
  readonly origin: string
  /** Of an owner of the staff, whose recovery codes these are: the second and the third are used. */
  readonly staff: Page
  readonly recoveryCodes: readonly string[]
  /** One person with two accounts, `looms` the second. */
  readonly client: { readonly email: string; readonly company: string }
  readonly looms: { readonly company: string }
  readonly password: string
}

/** Tests over a product that runs; `given` is asked when they run. */
export function formsOfAnotherTab(given: () => OfAnotherTab): void {
  describe.each([{ script: false }, { script: true }])('a form and another tab, with script: $script', ({ script }) => {
    let page: Page
    let tab: Page
    let context: BrowserContext
    const subjects: string[] = []
    let { origin, staff, client, looms, password: newPassword, recoveryCodes } = {} as OfAnotherTab

    beforeAll(async () => {
      ;({ origin, staff, client, looms, password: newPassword, recoveryCodes } = given())
      ;({ page, context } = await visitor({ origin, locale: 'en', script, size: script ? 'desktop' : 'phone' }))
      tab = await context.newPage()
      await signIn(tab, client.email, newPassword)
      await tab.waitForURL(/\/desk/)
    })

    afterAll(() => context.close())

    async function actFor(company: string) {
      await tab.goto('/desk/account')
      const row = tab.getByRole('listitem').filter({ hasText: company })
      await row.getByRole('button', { name: m.identity_switch({}, en) }).click()
      await tab.waitForURL(/\/desk$/)
    }

    async function write(subject: string) {
      subjects.push(subject)
      await page.goto('/desk/tickets/new')
      if (script) await whenLive(page)
      await page.locator('[name=subject]').fill(subject)
      await page.locator('main [name=body]').fill('Only for the mills: the safe is behind the painting')
    }
    const sendTicket = () => page.getByRole('button', { name: m.desk_open_send({}, en) }).click()
    const tickets = async (sought = subjects) => {
      await tab.goto('/desk/tickets')
      const text = await tab.locator('main').innerText()
      return sought.filter((one) => text.includes(one))
    }

    it('a person who has gone over to another account is told, and goes back to what they wrote', async () => {
      await write(`Belt ${script}`)
      await actFor(looms.company)
      await sendTicket()
      await page.getByText(m.identity_stray_title({}, en)).waitFor()
      if (script) expect(await axeFaults(page)).toEqual([])
      expect(await page.locator('main').innerText()).toContain(client.company)
      expect(await tickets()).toEqual([])
      await page.getByRole('button', { name: m.identity_stray_back({ from: client.company }, en) }).click()
      await page.getByText(m.ui_kept_title({}, en)).waitFor()
      expect(await page.locator('[name=subject]').inputValue()).toBe(`Belt ${script}`)
      expect(await tickets()).toEqual([])
      await page.locator('main [name=body]').fill('The belt is torn')
      await sendTicket()
      await page.waitForURL(/\/desk\/tickets\/.*done=opened/)
      expect(await tickets()).toEqual([`Belt ${script}`])
      await actFor(looms.company)
      expect(await tickets()).toEqual([])
      await page.goto('/desk/tickets/new')
      await actFor(client.company)
    })

    it('or takes it over to where they act now, once they have said so', async () => {
      await write(`Wheel ${script}`)
      await actFor(looms.company)
      await sendTicket()
      await page.getByRole('button', { name: m.identity_stray_here({ now: looms.company }, en) }).click()
      await page.getByText(m.ui_kept_title({}, en)).waitFor()
      expect(await page.locator('main [name=body]').inputValue()).toContain('behind the painting')
      await sendTicket()
      await page.waitForURL(/\/desk\/tickets\/.*done=opened/)
      expect(await tickets()).toEqual([`Wheel ${script}`])
      await actFor(client.company)
    })

    it('a choice pressed in one account is not made in the other', async () => {
      await page.goto('/desk/privacy')
      const choice = page.locator('form:has([name=choice])').first()
      await actFor(looms.company)
      await choice.getByRole('button').click()
      await page.getByText(m.identity_stray_title({}, en)).waitFor()
      await tab.goto('/desk/privacy')
      expect(await tab.locator('form:has([name=choice])').first().locator('[name=choice]').inputValue()).toBe('on')
      await actFor(client.company)
    })

    it('somebody else who has signed in reads nothing of it, and nothing of it is done', async () => {
      await write(`Door ${script}`)
      await signOut(tab)
      await signIn(tab, 'owner@provider.test', staffPassword)
      await tab.getByRole('link', { name: m.identity_use_recovery({}, en) }).click()
      // A code of the app is good once, and the next comes in half a minute.
      await tab.locator('[name=code]').fill(recoveryCodes[script ? 1 : 2] ?? '')
      await send(tab)
      await tab.waitForURL(/\/staff/)
      await sendTicket()
      await page.getByText(m.identity_stray_another_title({}, en)).waitFor()
      if (script) expect(await axeFaults(page)).toEqual([])
      for (const seen of [await page.content(), page.url()]) expect(seen).not.toMatch(/painting|Door|Abernathy/)
      await page.goto('/staff/settings')
      if (script) await whenLive(page)
      await page.locator('[name=name]').fill('Renamed by a client')
      await signOut(tab)
      await signIn(tab, client.email, newPassword)
      await tab.waitForURL(/\/desk/)
      expect(await tickets()).not.toContain(`Door ${script}`)
      await page.locator('main form:has([name=name]) button[type=submit]').click()
      await page.getByText(m.identity_stray_another_title({}, en)).waitFor()
      await staff.goto('/staff/settings')
      expect(await staff.locator('[name=name]').inputValue()).toBe('Server on Time SRL')
    })

    it('a form that nobody is signed in for is sent by whoever has signed in meanwhile', async () => {
      await signOut(tab)
      await page.goto('/en/contact')
      await page.locator('[name=message]').fill('Do you look after mills?')
      await page.locator('[name=name]').fill('Win')
      await page.locator('[name=email]').fill('win@elsewhere.test')
      await signIn(tab, client.email, newPassword)
      await tab.waitForURL(/\/desk/)
      await page.locator('main form:has([name=message]) button[type=submit]').click()
      await page.waitForURL(/\/en\/conversation\//)
      expect(await page.locator('main').innerText()).not.toContain('Abernathy')
      expect(await tickets(['look after mills'])).toEqual([])
      await actFor(looms.company)
      expect(await tickets(['look after mills'])).toEqual([])
    })
  })
}
