/** Each promise that the public pages keep is broken, page by page and in the database, and its check must say so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { policy } from '../../policy/policy.ts'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenMember } from '../../test/support/given.ts'
import { type Looking, looking, operationsBut, pageOf } from '../../test/support/promises.ts'
import { newId } from '../platform/database/id.ts'
import { recordNotice } from '../privacy/notice/record-notice.ts'
import type { Finding, SeenPage } from '../privacy/promises/check.ts'

let desk: TestDesk
let checks: Looking

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  checks = await looking(desk)
  await desk.owner.query(
    `insert into base.provider (id, name, address, privacy_email, country, language, currency)
     values ($1, 'Zid SRL', 'Str. Lungă 1', 'date@zid.test', 'RO', 'ro', 'RON')`,
    [newId()],
  )
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

const { address, email, site } = policy.authorities.RO
const strict = new Headers({
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; style-src 'self'",
  'x-content-type-options': 'nosniff',
})
const said = '<p id="a-notice">De ce <a href="/ro/policy#p16">notă</a></p>'
const carried = `<input type="hidden" name="notice" value="${'a'.repeat(64)}"/>`
const good: Readonly<Record<string, string>> = {
  contact: `<form>${said}${carried}<input name="name" aria-describedby="a-notice"><textarea name="message" aria-describedby="a-notice"></textarea></form>`,
  chat: `<form>${said}${carried}<input name="name" aria-describedby="a-notice"><textarea name="message" aria-describedby="a-notice"></textarea></form>`,
  register: `<form>${said}${carried}<input name="name" aria-describedby="a-notice"><input type="password" name="password"></form>`,
  child: `<form>${carried}<input name="aboutWhom"></form>`,
  request: `<form>${said}${carried}<input type="email" name="email" aria-describedby="a-notice"></form>`,
  policy: `${address} ${email} <a href="${site}">${site}</a> <a href="mailto:date@zid.test">date@zid.test</a>`,
  cookies: Object.keys(policy.cookies).join(' '),
}

/** All public pages as they should be, but for what `change` makes of one of them. */
function pages(path = '', change: Partial<SeenPage> = {}) {
  return async (asked: string): Promise<SeenPage> => {
    const name = asked.split(/[/?]/)[2] ?? ''
    const page = name === 'conversation' ? pageOf('', { status: 404 }) : pageOf(good[name] ?? '')
    return { ...page, headers: strict, ...(asked === path ? change : {}) }
  }
}

const look = (check: string, path?: string, change?: Partial<SeenPage>): Promise<Finding> => {
  const [promise = '', need = ''] = check.split(' ')
  return checks.look(promise, need, { page: pages(path, change) })
}

describe('a broken promise of the public pages is seen', () => {
  it.each([
    ['P6 published', '/ro/cookies', { body: 'zavor_session' }],
    ['P7 beside_fields', '/en/contact', { body: '<input name="name"><textarea name="message"></textarea>' }],
    ['P7 beside_fields', '/ro/register', { body: '<p id="a">De ce</p><input name="name" aria-describedby="a">' }],
    ['P7 on_record', '/en/register', { body: `<form>${said}<input name="name" aria-describedby="a-notice"></form>` }],
    ['P7 on_record', '/ro/request?kind=access', { body: `<form>${said}</form>` }],
    ['P26 headers', '/ro/recipients', { headers: new Headers() }],
    ['P26 headers', '/ro', { headers: new Headers({ ...Object.fromEntries(strict), 'content-security-policy': '*' }) }],
    ['P39 open_pages', '/en/policy', { status: 302 }],
    ['P39 open_pages', '/en/policy', { cookies: ['visitor=1'] }],
    ['P39 status_link', `/ro/conversation/${'A'.repeat(64)}`, { status: 200 }],
    ['P16 contact_form', '/ro/contact', { status: 302 }],
    ['P4 by_form', '/en/contact', { body: 'Scrieți-ne un e-mail.' }],
    ['P37 on_page', '/en/policy', { body: String(good.policy).replace(address, '') }],
    ['P44 one_address', '/ro/policy', { body: `${good.policy} <a href="mailto:altcineva@zid.test">` }],
    ['P44 one_address', '/ro/policy', { body: 'date@zid.test' }],
  ] as const)('%s: %s', async (check, path, change) => {
    expect(await look(check)).toMatchObject({ holds: true })
    expect(await look(check, path, change)).toMatchObject({ holds: false })
  })

  it.each([
    ['P16', 'contact_form', 'contact.write'],
    ['P39', 'status_link', 'conversation.show'],
    ['P39', 'status_link', 'conversation.end'],
  ] as const)('%s %s: %s asks for an account', async (promise, need, name) => {
    const operations = operationsBut(checks.ground, name, { who: { member: 'any' } })
    expect(await checks.look(promise, need, { page: pages(), operations })).toMatchObject({ holds: false })
  })

  it('P7: an operation that no longer notes the notice, and a notice whose text is gone', async () => {
    const without = operationsBut(checks.ground, 'contact.write', { input: z.strictObject({ message: z.string() }) })
    const broken = { page: pages(), operations: without }
    expect(await checks.look('P7', 'on_record', broken)).toMatchObject({ holds: false })
    const { accountId, personId } = await givenMember(desk)
    const notice = { form: 'contact', text: 'De ce', language: 'ro', path: '/ro/contact' } as const
    const record = (trx: Parameters<typeof recordNotice>[0]) => recordNotice(trx, { accountId, personId }, notice)
    await desk.handles.of('support').transaction().execute(record)
    expect(await look('P7 on_record')).toMatchObject({ holds: true })
    await desk.owner.query('alter table base.notice_served drop constraint notice_served_text_hash_fkey')
    await desk.owner.query('delete from base.notice_text')
    expect(await look('P7 on_record')).toMatchObject({ holds: false })
  })

  it('P44: an address that was changed in the database and not on the page', async () => {
    await desk.owner.query(`update base.provider set privacy_email = 'alta@zid.test'`)
    expect(await look('P44 one_address')).toMatchObject({ holds: false })
    await desk.owner.query(`update base.provider set privacy_email = 'date@zid.test'`)
  })

  it('P44: an officer who is named and not on the page, or on it and no longer named', async () => {
    const withOfficer = (mail: string) => async (asked: string) => {
      const words = asked.startsWith('/ro') ? 'Responsabilul cu protecția datelor:' : 'Data protection officer:'
      return pageOf(`${good.policy} ${words} <a href="mailto:${mail}">${mail}</a>`)
    }
    const seen = async (page: (asked: string) => Promise<SeenPage>) => ({
      officer: (await checks.look('P44', 'officer', { page })).holds,
      one_address: (await checks.look('P44', 'one_address', { page })).holds,
    })
    expect(await seen(pages())).toEqual({ officer: true, one_address: true })
    expect(await seen(withOfficer('dpo@zid.test'))).toEqual({ officer: false, one_address: false })
    await desk.owner.query(`update base.provider set officer_email = 'dpo@zid.test'`)
    expect(await seen(pages())).toEqual({ officer: false, one_address: true })
    expect(await seen(withOfficer('altul@zid.test'))).toEqual({ officer: false, one_address: false })
    expect(await seen(withOfficer('dpo@zid.test'))).toEqual({ officer: true, one_address: true })
    await desk.owner.query('update base.provider set officer_email = null')
  })

  it('P37: the authority of another country than the provider’s', async () => {
    const other = { ...policy.authorities.RO, address: 'Altundeva 1' }
    const changed = { ...checks.ground.policy, authorities: { ...checks.ground.policy.authorities, RO: other } }
    expect(await checks.look('P37', 'on_page', { page: pages(), policy: changed })).toMatchObject({ holds: false })
  })
})
