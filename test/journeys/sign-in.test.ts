/** Coming in: without script from the first start to a second factor, from a second browser, and with a passkey. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policy } from '../../policy/policy.ts'
import { m } from '../../src/platform/language/words.ts'
import { codeFor } from '../support/authenticator.ts'
import { axeFaults, closeBrowser, visitor, whenLive } from '../support/browser.ts'
import { freePort, type RunningZavor, startZavor } from '../support/zavor.ts'
import { clientPassword, join, register } from './steps/client-steps.ts'
import { formsOfAnotherTab } from './steps/forms-of-another-tab.ts'
import { send, signIn, signOut } from './steps/sign-in-steps.ts'
import { linkInLetterTo, staffPassword } from './steps/staff-steps.ts'

let zavor: RunningZavor
let origin: string
let staff: { context: BrowserContext; page: Page }
let secret = ''
let recoveryCodes: string[] = []

const en = { locale: 'en' } as const
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:152.0) Gecko/20100101 Firefox/152.0'
const newPassword = 'seven plums in a basket'
const client = {
  name: 'Winifred Abernathy',
  email: 'winifred@client.test',
  phone: '+44 7700 900123',
  company: 'Abernathy Mills Ltd',
  address: '77 Fountain Lane',
  secret: '',
  locale: 'en' as const,
}

const looms = { ...client, company: 'Abernathy Looms Ltd' }

beforeAll(async () => {
  const port = await freePort()
  // A passkey belongs to a name; an address has none.
  origin = `http://localhost:${port}`
  zavor = await startZavor({ port, environment: { ZAVOR_ORIGIN: origin } })
  staff = await visitor({ origin, locale: 'en', script: false })
}, 180_000)

afterAll(async () => {
  await closeBrowser()
  await zavor?.end('SIGTERM')
})

describe('without script', () => {
  it('the provider is set up with the printed code, once, and the owner turns the second step on', async () => {
    const { page } = staff
    await page.goto('/setup')
    const answers = {
      token: zavor.said().match(/setup#(\S+)/)?.[1] ?? '',
      name: 'Server on Time SRL',
      address: 'Bd. Eroilor 3, Cluj-Napoca',
      privacyEmail: 'data@provider.test',
      ownerName: 'Andreea Dumitrescu',
      ownerEmail: 'owner@provider.test',
    }
    for (const [name, value] of Object.entries(answers)) await page.locator(`main [name=${name}]`).fill(value)
    await page.locator('[name=password]').fill('short')
    await send(page)
    expect(await page.locator('[name=name]').inputValue()).toBe(answers.name)
    await page.locator('main [name=token]').fill(answers.token)
    await page.locator('[name=password]').fill(staffPassword)
    await send(page)
    await page.waitForURL(/second-factor/)
    await page.goto('/staff/team')
    await page.waitForURL(/second-factor/)
    const address = await page.locator('a[href^="otpauth:"]').getAttribute('href')
    secret = new URL(address ?? '').searchParams.get('secret') ?? ''
    await page.locator('[name=code]').fill(codeFor(secret))
    await send(page)
    recoveryCodes = (await page.locator('pre').textContent())?.split('\n') ?? []
    expect(recoveryCodes).toHaveLength(10)
    await page.goto('/setup')
    await page.waitForURL((url) => url.pathname !== '/setup')
  })

  it('a recovery code lets in once', async () => {
    const { page } = await visitor({ origin, locale: 'en', script: false })
    const [code = ''] = recoveryCodes
    const enterByCode = async () => {
      await signIn(page, 'owner@provider.test', staffPassword)
      await page.waitForURL(/sign-in\/code/)
      await page.getByRole('link', { name: m.identity_use_recovery({}, en) }).click()
      await page.locator('[name=code]').fill(code)
      await send(page)
    }
    await enterByCode()
    await page.waitForURL(/\/staff/)
    await page.goto('/staff/account/security')
    await page.getByText(m.identity_codes_left({ count: 9 }, en)).waitFor()
    await signOut(page)
    await enterByCode()
    await page.getByText(m.identity_recovery_code_wrong({}, en)).waitFor()
    await page.goto('/staff/inbox')
    await page.waitForURL(/sign-in/)
  })

  it('a client registers, joins, invites, signs out and in', async () => {
    const { page } = await visitor({ origin, locale: 'en', script: false, size: 'phone' })
    await register(page, client)
    await join(page, await linkInLetterTo(staff.page, client.email), client)
    await page.goto('/desk/account/invite')
    await page.locator('[name=name]').fill('Dana')
    await page.locator('[name=email]').fill('dana@client.test')
    await send(page)
    await page.getByText(m.identity_done_invited({}, en)).waitFor()
    await signOut(page)
    await page.goto('/desk/account')
    await page.waitForURL(/sign-in\?to=/)
    await signIn(page, client.email, 'not the password')
    await page.getByText(m.identity_sign_in_wrong({}, en)).waitFor()
    await page.locator('[name=password]').fill(clientPassword)
    await send(page)
    await page.waitForURL(/desk\/account$/)
    const cookies = await page.context().cookies()
    expect(cookies.map((cookie) => [cookie.name, cookie.expires, cookie.httpOnly, cookie.sameSite])).toEqual([
      ['zavor_session', -1, true, 'Lax'],
    ])
  })

  it('a sign-in from another browser is told by letter, listed, and can be ended from the first', async () => {
    const first = await visitor({ origin, locale: 'en', script: false })
    await signIn(first.page, client.email, clientPassword)
    await first.page.waitForURL(/\/desk/)
    const other = await visitor({ origin, locale: 'en', script: false, userAgent: firefox })
    await signIn(other.page, client.email, clientPassword)
    await other.page.waitForURL(/\/desk/)
    const link = await linkInLetterTo(staff.page, client.email, m.identity_letter_device_subject({}, en))
    expect(await staff.page.locator('article').textContent()).toContain('Firefox, Windows')
    await first.page.goto(link)
    await first.page.waitForURL(/desk\/account\/security/)
    await first.page.getByText(m.identity_this_browser({}, en)).waitFor()
    await first.page.getByRole('button', { name: 'Firefox, Windows' }).click()
    await first.page.getByText(m.identity_done_session_end({}, en)).waitFor()
    await other.page.goto('/desk')
    await other.page.waitForURL(/sign-in/)
  })

  it('a forgotten password is replaced by a link that works once and ends every session', async () => {
    const { page } = await visitor({ origin, locale: 'en', script: false })
    await signIn(page, client.email, clientPassword)
    await page.waitForURL(/\/desk/)
    const locked = await visitor({ origin, locale: 'en', script: false, userAgent: firefox })
    for (const email of ['nobody@client.test', client.email]) {
      await locked.page.goto('/password')
      await locked.page.locator('[name=email]').fill(email)
      await send(locked.page)
      await locked.page.getByText(m.identity_forgotten_sent({}, en)).waitFor()
    }
    const link = await linkInLetterTo(staff.page, client.email, m.identity_letter_reset_subject({}, en))
    await locked.page.goto(link)
    await locked.page.locator('[name=password]').fill(newPassword)
    await send(locked.page)
    await locked.page.getByText(m.identity_done_password({}, en)).waitFor()
    await page.goto('/desk')
    await page.waitForURL(/sign-in/)
    await page.goto(link)
    await page.getByText(m.identity_link_gone_title({}, en)).waitFor()
    await signIn(locked.page, client.email, clientPassword)
    await locked.page.getByText(m.identity_sign_in_wrong({}, en)).waitFor()
    await signIn(locked.page, client.email, newPassword)
    await locked.page.waitForURL(/\/desk/)
  })

  it('what was written when the session had ended is in the form again after signing in, for its writer alone', async () => {
    const { page, context } = await visitor({ origin, locale: 'en', script: false, size: 'phone' })
    await signIn(page, client.email, newPassword)
    await page.waitForURL(/\/desk/)
    const write = async (subject: string) => {
      await page.goto('/desk/tickets/new')
      await page.locator('[name=subject]').fill(subject)
      await page.locator('main [name=body]').fill('Since last night 🔥\n"quoted" <b>& more</b>')
      await context.clearCookies()
      await page.getByRole('button', { name: m.desk_open_send({}, en) }).click()
      await page.getByText(m.identity_kept_lead({}, en)).waitFor()
      expect(page.url()).not.toContain('night')
    }
    await write('The mail does not leave')
    await signIn(page, client.email, 'not the password')
    await page.getByText(m.identity_sign_in_wrong({}, en)).waitFor()
    await signIn(page, client.email, newPassword)
    await page.getByRole('button', { name: m.identity_kept_back({}, en) }).click()
    await page.getByText(m.ui_kept_title({}, en)).waitFor()
    expect(await page.locator('[name=subject]').inputValue()).toBe('The mail does not leave')
    expect(await page.locator('main [name=body]').inputValue()).toBe('Since last night 🔥\n"quoted" <b>& more</b>')
    await page.getByRole('button', { name: m.desk_open_send({}, en) }).click()
    await page.waitForURL(/\/desk\/tickets\/.*done=opened/)
    await write('Nobody else is to read this')
    await signIn(page, 'owner@provider.test', staffPassword)
    await page.locator('[name=code]').fill(codeFor(secret))
    await send(page)
    await page.getByRole('button', { name: m.identity_kept_back({}, en) }).click()
    await page.getByText(m.identity_stray_another_title({}, en)).waitFor()
    expect(await page.content()).not.toContain('Nobody else')
    await page.getByRole('link', { name: m.identity_stray_go_on({}, en) }).click()
    await page.waitForURL(/\/staff/)
    await context.close()
  })

  it('the same person opens a second account, and works in both', async () => {
    const { page, context } = await visitor({ origin, locale: 'en', script: false })
    await register(page, looms)
    const subject = m.identity_letter_registration_subject({}, en)
    await page.goto(await linkInLetterTo(staff.page, client.email, subject))
    await page.locator('[name=password]').fill(newPassword)
    await send(page)
    await page.waitForURL(/\/desk/)
    await page.goto('/desk/account')
    expect(await page.locator('main').innerText()).toContain(looms.company)
    await context.close()
  })

  it('a visitor keeps the chosen language until the browser closes, by a published cookie', async () => {
    const { page, context } = await visitor({ origin, locale: 'en', script: false })
    await page.goto('/sign-in')
    expect(await context.cookies()).toEqual([])
    await page.locator('form[action="/language"] button').click()
    expect(await page.locator('html').getAttribute('lang')).toBe('ro')
    const cookies = await context.cookies()
    for (const { name, expires } of cookies) {
      expect(policy.cookies).toHaveProperty(name)
      expect(expires).toBe(-1)
    }
  })
})

formsOfAnotherTab(() => ({ origin, staff: staff.page, client, looms, password: newPassword, recoveryCodes }))

describe('with script', () => {
  it('what was written when the session had ended is in the form again after signing in', async () => {
    const { page, context } = await visitor({ origin, locale: 'en' })
    await page.goto('/sign-in?to=/desk/account/invite')
    await signIn(page, client.email, newPassword)
    await page.waitForURL(/account\/invite/)
    await whenLive(page)
    await page.locator('[name=name]').fill('Ileana Știrbu')
    await context.clearCookies()
    await page.locator('[name=email]').fill('ileana@client.test')
    await send(page)
    await page.getByText(m.identity_kept_lead({}, en)).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await signIn(page, client.email, newPassword)
    await page.getByText(m.ui_kept_title({}, en)).waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect(await page.locator('[name=name]').inputValue()).toBe('Ileana Știrbu')
    await send(page)
    await page.getByText(m.identity_done_invited({}, en)).waitFor()
    expect(await page.getByText(m.ui_kept_title({}, en)).count()).toBe(0)
    await context.close()
  })

  it('a passkey is made, signs in without a password, and can be removed', async () => {
    const { page, context } = await visitor({ origin, locale: 'en' })
    const devices = await context.newCDPSession(page)
    await devices.send('WebAuthn.enable')
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.goto('/sign-in?to=/staff/account/security')
    await whenLive(page)
    await signIn(page, 'owner@provider.test', staffPassword)
    await page.waitForURL(/sign-in\/code/)
    await page.locator('[name=code]').fill(codeFor(secret))
    await send(page)
    await page.waitForURL(/account\/security/)
    await page.locator('[name=passkeyName]').fill('Office laptop')
    await page.getByRole('button', { name: m.identity_passkey_add({}, en) }).click()
    await page.getByText(m.identity_done_passkey({}, en)).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await signOut(page)
    await page.getByRole('button', { name: m.identity_passkey_sign_in({}, en) }).click()
    await page.waitForURL(/\/staff/)
    await page.goto('/staff/account/security')
    await whenLive(page)
    await page.getByRole('button', { name: `${m.identity_remove({}, en)}: Office laptop` }).click()
    await page.getByText(m.identity_done_passkey_remove({}, en)).waitFor()
  })
})
