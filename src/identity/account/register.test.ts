import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenLogin, givenMember, givenPassword } from '../../../test/support/given.ts'
import { lettersTo, tokenSentTo } from '../../../test/support/letters.ts'
import type { InputOf } from '../../privacy/operation/operation.ts'
import { formNotices } from '../form-notices.ts'
import { signInWithPassword } from '../sign-in/sign-in-with-password.ts'
import { newAccountToken } from '../token.ts'
import { expireRegistrations } from './expire-registrations.ts'
import { joinAccount, showInvitation } from './join-account.ts'
import { register } from './register.ts'
import { termsVersion } from './terms.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  return () => desk.close()
})

const visitor = () => desk.as({ kind: 'visitor' })
const form = (email: string, more: Partial<InputOf<typeof register>> = {}): InputOf<typeof register> => ({
  name: 'Ioana Popa',
  email,
  phone: '+40 721 000 000',
  company: 'Client Unu SRL',
  taxNumber: 'RO14399840',
  address: 'Str. Zăvorului 1',
  city: 'Cluj-Napoca',
  postalCode: '400001',
  country: 'RO',
  language: 'ro',
  age: 'old_enough',
  terms: termsVersion,
  ...more,
})
const rowsOf = async (email: string) => {
  const { rows } = await desk.owner.query(
    `select a.kind, p.login_id, m.joined_at, p.age_statement_version, t.version from base.person p
     join base.account a on a.id = p.account_id join base.member m on m.person_id = p.id
     left join base.terms_acceptance t on t.person_id = p.id where p.email = $1`,
    [email],
  )
  return rows
}

describe('registering', () => {
  it('notes which notice stood beside the fields, and takes no data under words that were not shown', async () => {
    const email = 'informata@register.test'
    const { notice } = await desk.call({ actor: { kind: 'visitor' }, via: 'page', locale: 'ro' }, formNotices, {
      form: 'register',
    })
    const older = visitor().call(register, form(email, { notice: 'a'.repeat(64) }))
    await expect(older).rejects.toMatchObject({ fields: { notice: expect.any(String) } })
    expect(await rowsOf(email)).toEqual([])
    await visitor().call(register, form(email, { notice }))
    const { rows } = await desk.owner.query(
      `select s.form, s.path, s.text_language as language, s.text_hash as hash from base.notice_served s
       join base.person p on p.id = s.person_id where p.email = $1`,
      [email],
    )
    expect(rows).toEqual([{ form: 'registration', path: '/ro/register', language: 'ro', hash: notice }])
  })

  it('opens the account only once the address is proven and a password chosen there', async () => {
    const email = 'ioana@register.test'
    expect(await visitor().call(register, form(email))).toEqual({})
    expect(await rowsOf(email)).toMatchObject([{ kind: 'prospect', login_id: null, joined_at: null }])
    const token = await tokenSentTo(desk, email, 'registration')
    expect(await visitor().call(showInvitation, { token })).toMatchObject({ email, isKnown: false, statedAge: true })

    await expect(visitor().call(joinAccount, { token, password: 'scurta' })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    })
    expect(await visitor().call(joinAccount, { token, password: givenPassword })).toEqual({ email })
    expect(await rowsOf(email)).toMatchObject([
      { kind: 'client', login_id: expect.any(String), age_statement_version: termsVersion, version: termsVersion },
    ])
    const signedIn = { email: 'IOANA@register.test', password: givenPassword, keep: false }
    expect(await visitor().call(signInWithPassword, signedIn)).toMatchObject({ outcome: 'signed_in', home: '/desk' })
  })

  it('answers a known address exactly as an unknown one, and opens nothing by it', async () => {
    const { email } = await givenLogin(desk, await givenMember(desk, { email: 'known@register.test' }))
    const known = await visitor().call(register, form(email))
    const unknown = await visitor().call(register, form('unknown@register.test'))
    expect(known).toEqual(unknown)
    expect((await lettersTo(desk, email)).at(-1)?.words.lines.slice(1)).toEqual(
      (await lettersTo(desk, 'unknown@register.test')).at(-1)?.words.lines.slice(1),
    )
    const token = await tokenSentTo(desk, email, 'registration')
    expect((await visitor().call(showInvitation, { token })).isKnown).toBe(true)
    await expect(visitor().call(joinAccount, { token, password: 'not the password it has' })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    })
    await visitor().call(joinAccount, { token, password: givenPassword })
    const { rows } = await desk.owner.query('select distinct login_id from base.person where email = $1', [email])
    expect(rows).toHaveLength(1)
  })

  it('names each faulty field and writes nothing', async () => {
    const before = await desk.owner.query('select count(*) from base.account')
    const faulty = [
      [{ email: 'nobody' }, 'email'],
      [{ name: 'x' }, 'name'],
      [{ name: 'a\nb' }, 'name'],
      [{ phone: 'call me' }, 'phone'],
      [{ postalCode: '1' }, 'postalCode'],
      [{ postalCode: '40000' }, 'postalCode'],
      [{ taxNumber: 'RO14399841' }, 'taxNumber'],
      [{ country: 'RO', postalCode: undefined }, 'postalCode'],
      [{ country: 'Romania' }, 'country'],
      [{ company: 'x'.repeat(161) }, 'company'],
      [{ terms: 'of another time' }, 'terms'],
      [{ age: 'unsaid' }, 'age'],
      [{ role: 'owner' }, 'role'],
    ] as const
    for (const [change, field] of faulty) {
      const input = { ...form('faulty@register.test'), ...change } as InputOf<typeof register>
      await expect(visitor().call(register, input), field).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      })
    }
    const empty = {
      ...form(''),
      name: '',
      terms: '',
      age: '',
      // Six digits in Romania, and a number whose check digit is wrong: said with the rest.
      postalCode: '40000',
      taxNumber: 'RO14399841',
    } as unknown as InputOf<typeof register>
    await expect(visitor().call(register, empty)).rejects.toMatchObject({
      fields: {
        name: expect.any(String),
        email: expect.any(String),
        age: expect.any(String),
        terms: expect.any(String),
        postalCode: expect.any(String),
        taxNumber: expect.any(String),
      },
    })
    expect((await desk.owner.query('select count(*) from base.account')).rows).toEqual(before.rows)
  })

  it('keeps nothing of whoever says that they are younger', async () => {
    await expect(visitor().call(register, form('young@register.test', { age: 'younger' }))).rejects.toMatchObject({
      code: 'too_young',
    })
    expect(await rowsOf('young@register.test')).toEqual([])
  })

  it('does not flood a mailbox', async () => {
    const attempts = Array.from({ length: 6 }, () => visitor().call(register, form('flood@register.test')))
    const done = await Promise.allSettled(attempts)
    expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(4)
    expect(done.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'too_many' } })
    expect(await lettersTo(desk, 'flood@register.test')).toHaveLength(4)
  })
})

describe('the link of an invitation', () => {
  it('works once, also when fifty use it at the same moment', async () => {
    const email = 'race@register.test'
    await visitor().call(register, form(email))
    const token = await tokenSentTo(desk, email, 'registration')
    const all = await Promise.allSettled(
      Array.from({ length: 50 }, () => visitor().call(joinAccount, { token, password: givenPassword })),
    )
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of all) {
      if (one.status === 'rejected') expect(['not_found', 'already_exists', 'too_many']).toContain(one.reason.code)
    }
    await expect(visitor().call(joinAccount, { token, password: givenPassword })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('is worth nothing when expired, withdrawn, made up, or of another account', async () => {
    const email = 'links@register.test'
    await visitor().call(register, form(email))
    const token = await tokenSentTo(desk, email, 'registration')
    const { accountId } = await givenMember(desk)
    const foreign = Buffer.from(token, 'base64url')
    Buffer.from(accountId.replaceAll('-', ''), 'hex').copy(foreign)
    const bad = [newAccountToken(accountId).token, foreign.toString('base64url'), '', 'x'.repeat(64), `${token}x`]
    for (const one of bad) {
      await expect(visitor().call(showInvitation, { token: one })).rejects.toMatchObject({ code: 'not_found' })
      await expect(visitor().call(joinAccount, { token: one, password: givenPassword })).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    for (const change of [
      "expires_at = now() - interval '1 second'",
      "withdrawn_at = now(), expires_at = now() + interval '1 day'",
    ]) {
      await desk.owner.query(
        `update base.invitation set ${change} where person_id = (select id from base.person where email = $1)`,
        [email],
      )
      await expect(visitor().call(joinAccount, { token, password: givenPassword })).rejects.toMatchObject({
        code: 'not_found',
      })
    }
  })
})

describe('a registration that runs out', () => {
  it('is not erased under somebody who joins at that moment', async () => {
    const email = 'ultima-clipa@client.test'
    await visitor().call(register, form(email))
    const [{ account_id: accountId, id: personId }] = (
      await desk.owner.query('select account_id, id from base.person where email = $1', [email])
    ).rows
    // The link was good when they opened it; it runs out while their password is being sealed.
    await desk.owner.query(
      `update base.invitation set expires_at = now() - interval '1 second' where account_id = $1`,
      [accountId],
    )
    const joining = await desk.owner.connect()
    await joining.query('begin')
    await joining.query('update base.person set email = email where id = $1', [personId])
    await joining.query('update base.member set joined_at = now() where account_id = $1', [accountId])
    await joining.query(`update base.account set kind = 'client' where id = $1`, [accountId])
    const expiring = desk.as({ kind: 'system', job: 'test' }).call(expireRegistrations, {})
    const waits = async () => (await desk.owner.query('select from pg_locks where not granted')).rowCount
    await vi.waitFor(async () => expect(await waits()).toBeGreaterThan(0), { timeout: 10_000 })
    await joining.query('commit')
    joining.release()
    await expiring
    expect(await rowsOf(email)).toMatchObject([{ kind: 'client', joined_at: expect.any(Date) }])
  })
})
