import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import {
  cookieHeader,
  givenLogin,
  givenMember,
  givenPassword,
  givenSession,
  givenStaff,
} from '../../../test/support/given.ts'
import { tokenSentTo } from '../../../test/support/letters.ts'
import { createApiKey } from '../api-key/create-api-key.ts'
import { endApiKey } from '../api-key/end-api-key.ts'
import { makeCallers } from '../caller.ts'
import { setUpProvider } from '../provider/set-up-provider.ts'
import { signInWithPassword } from '../sign-in/sign-in-with-password.ts'
import { newToken } from '../token.ts'
import { changeStaffRoles, endStaff } from './change-staff.ts'
import { inviteStaff } from './invite-staff.ts'
import { joinStaff, showStaffInvitation } from './join-staff.ts'
import { listStaff } from './list-staff.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  return () => desk.close()
})

const visitor = () => desk.as({ kind: 'visitor' })
const callers = () => makeCallers(desk.handles, desk.tools.signIn)
const byKey = async (key: string) => {
  const request = new Request('http://desk.test/api/v1/people', { headers: { authorization: `Bearer ${key}` } })
  return (await callers().ofApi(request)).caller.actor
}

describe('setting up', () => {
  const answers = (token: string) => ({
    token,
    name: 'Zăvor SRL',
    address: 'Str. Lacătului 7',
    privacyEmail: 'date@provider.test',
    country: 'RO',
    language: 'ro' as const,
    officer: { name: '', email: 'dpo@firma.test', phone: '' },
    ownerName: 'Ana',
    ownerEmail: 'ana@provider.test',
    password: givenPassword,
  })

  it('works once with the printed token, also when fifty try at once, and with no other', async () => {
    const { token, hash } = newToken()
    await desk.owner.query('insert into base.setup_token (id, token_hash) values (gen_random_uuid(), $1)', [hash])
    await expect(visitor().call(setUpProvider, answers(newToken().token))).rejects.toMatchObject({ code: 'not_found' })
    await expect(visitor().call(setUpProvider, { ...answers(token), password: 'scurta' })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    })
    const all = await Promise.allSettled(
      Array.from({ length: 50 }, () => visitor().call(setUpProvider, answers(token))),
    )
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const { rows } = await desk.owner.query('select name, officer_name, officer_email from base.provider')
    expect(rows).toEqual([{ name: 'Zăvor SRL', officer_name: null, officer_email: 'dpo@firma.test' }])
    // The promises are checked on what was set up, not hours later.
    const sweeps = `select run_at <= now() + interval '20 seconds' as soon from graphile_worker._private_jobs
      where payload ->> 'operation' = 'promise.sweep'`
    expect((await desk.owner.query(sweeps)).rows).toEqual([{ soon: true }])
    const answer = await visitor().call(signInWithPassword, {
      email: 'ana@provider.test',
      password: givenPassword,
      keep: false,
    })
    expect(answer).toMatchObject({ outcome: 'signed_in', home: '/staff', secondFactor: false })
    const request = new Request('http://desk.test/', { headers: { cookie: cookieHeader(answer.cookies) } })
    const arrival = await callers().ofPage(request)
    expect(arrival).toMatchObject({ person: { name: 'Ana' }, locale: 'ro' })
    await expect(desk.as(arrival.caller.actor).call(listStaff, {})).rejects.toMatchObject({ code: 'second_factor' })
  })
})

describe('staff', () => {
  const radu = (email: string) => ({
    name: 'Radu',
    email,
    roles: ['technician'] as ['technician'],
    language: 'ro' as const,
  })

  it('are invited by an owner, join by letter, and are out at once when ended', async () => {
    const owner = await givenStaff(desk)
    const email = 'radu@staff.test'
    await expect(
      desk.as(await givenStaff(desk, { roles: ['technician'] })).call(inviteStaff, radu(email)),
    ).rejects.toMatchObject({ code: 'role' })
    const { staffId } = await desk.as(owner).call(inviteStaff, radu(email))
    const token = await tokenSentTo(desk, email, 'staff_invitation')
    expect(await visitor().call(showStaffInvitation, { token })).toMatchObject({ email, isKnown: false })
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => visitor().call(joinStaff, { token, password: givenPassword })),
    )
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const cookie = await givenSession(desk, email)
    const arrive = () => callers().ofPage(new Request('http://desk.test/', { headers: { cookie } }))
    expect((await arrive()).caller.actor).toMatchObject({ kind: 'staff', staffId, roles: ['technician'] })
    await desk.as(owner).call(changeStaffRoles, { staffId, roles: ['sales'] })
    expect((await arrive()).caller.actor).toMatchObject({ roles: ['sales'] })
    await desk.as(owner).call(endStaff, { staffId })
    expect((await arrive()).caller.actor).toEqual({ kind: 'visitor' })
    await expect(visitor().call(showStaffInvitation, { token })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('always keep an owner, also when two end each other at the same moment', async () => {
    await desk.owner.query(`update base.staff set roles = '{technician}'`)
    const [one, two] = [await givenStaff(desk), await givenStaff(desk)]
    const ended = await Promise.allSettled([
      desk.as(one).call(endStaff, { staffId: two.staffId }),
      desk.as(two).call(endStaff, { staffId: one.staffId }),
    ])
    expect(ended.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    const last = ended[0].status === 'fulfilled' ? one : two
    await expect(desk.as(last).call(endStaff, { staffId: last.staffId })).rejects.toMatchObject({ code: 'last_owner' })
    await expect(
      desk.as(last).call(changeStaffRoles, { staffId: last.staffId, roles: ['sales'] }),
    ).rejects.toMatchObject({ code: 'last_owner' })
  })
})

describe('an API key', () => {
  it('is its holder with the roles of the moment, never fresh, until it or the place ends', async () => {
    const { actor } = await givenLogin(desk, await givenMember(desk, { roles: ['owner', 'billing'] }))
    const { key } = await desk.as(actor).call(createApiKey, { name: 'rapoarte', days: 90 })
    expect(await byKey(key)).toEqual({ ...actor, freshAt: null })
    await desk.owner.query("update base.member set roles = '{billing}' where person_id = $1", [actor.personId])
    expect(await byKey(key)).toMatchObject({ roles: ['billing'] })
    await expect(desk.as(await byKey(key), 'api').call(createApiKey, { name: 'x', days: 30 })).rejects.toMatchObject({
      code: 'fresh_sign_in',
    })
    await desk.owner.query('update base.member set ended_at = now() where person_id = $1', [actor.personId])
    await expect(byKey(key)).rejects.toMatchObject({ code: 'bad_key' })
  })

  it('is stored as a hash, ends when told, and only by its holder', async () => {
    const { actor } = await givenLogin(desk, await givenMember(desk))
    const { key } = await desk.as(actor).call(createApiKey, { name: 'a', days: 30 })
    const { rows } = await desk.owner.query('select * from base.api_key where person_id = $1', [actor.personId])
    expect(JSON.stringify(rows)).not.toContain(key.slice(6, -4))
    const colleague = await givenMember(desk, { accountId: actor.accountId })
    for (const other of [colleague, await givenMember(desk), await givenStaff(desk)]) {
      await expect(desk.as(other).call(endApiKey, { keyId: rows[0].id })).rejects.toMatchObject({ code: 'not_found' })
    }
    await desk.as(actor).call(endApiKey, { keyId: rows[0].id })
    await expect(byKey(key)).rejects.toMatchObject({ code: 'bad_key' })
  })

  it('of another account, changed by one sign, expired or of staff who left is nobody', async () => {
    const { actor } = await givenLogin(desk, await givenMember(desk))
    const { key } = await desk.as(actor).call(createApiKey, { name: 'a', days: 30 })
    const { accountId } = await givenMember(desk)
    const bytes = Buffer.from(key.slice(6), 'base64url')
    Buffer.from(accountId.replaceAll('-', ''), 'hex').copy(bytes)
    const flipped = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`
    for (const bad of [`zavor_${bytes.toString('base64url')}`, flipped, key.slice(6), 'zavor_', 'zavors_x', '']) {
      await expect(byKey(bad), bad).rejects.toMatchObject({ code: 'bad_key' })
    }
    await desk.owner.query("update base.api_key set expires_at = now() - interval '1 second'")
    await expect(byKey(key)).rejects.toMatchObject({ code: 'bad_key' })
    const { actor: technician } = await givenLogin(desk, await givenStaff(desk, { roles: ['technician'] }))
    const staffKey = (await desk.as(technician).call(createApiKey, { name: 'b', days: 30 })).key
    expect(await byKey(staffKey)).toMatchObject({ kind: 'staff', staffId: technician.staffId, secondFactor: false })
    await desk.owner.query('update base.staff set ended_at = now() where id = $1', [technician.staffId])
    await expect(byKey(staffKey)).rejects.toMatchObject({ code: 'bad_key' })
  })
})
