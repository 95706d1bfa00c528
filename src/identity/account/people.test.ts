import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenLogin, givenMember, givenPassword } from '../../../test/support/given.ts'
import { lettersTo, tokenSentTo } from '../../../test/support/letters.ts'
import { inLocale } from '../../platform/language/locale.server.ts'
import { accountForVisitor, letterAddressesOf } from '../identity.facade.ts'
import { changeRoles } from './change-roles.ts'
import { endPlace } from './end-place.ts'
import { expireRegistrations } from './expire-registrations.ts'
import { invitePerson } from './invite-person.ts'
import { joinAccount, showInvitation } from './join-account.ts'
import { listPeople } from './list-people.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  return () => desk.close()
})

const visitor = () => desk.as({ kind: 'visitor' })
const dana = (email: string) => ({
  name: 'Dana Tehnic',
  email,
  roles: ['technical'] as ['technical'],
  language: 'ro' as const,
})

describe('people of an account', () => {
  it('are invited by letter, state their age, choose a password and are in', async () => {
    const owner = await givenMember(desk)
    const email = 'dana@people.test'
    const { personId } = await desk.as(owner).call(invitePerson, dana(email))
    const token = await tokenSentTo(desk, email, 'invitation')
    expect(await visitor().call(showInvitation, { token })).toMatchObject({ statedAge: false, isRegistration: false })
    await expect(visitor().call(joinAccount, { token, password: givenPassword })).rejects.toMatchObject({
      fields: { age: expect.any(String) },
    })
    for (const password of ['', 'scurta']) {
      await expect(visitor().call(joinAccount, { token, password }), password).rejects.toMatchObject({
        fields: { password: expect.any(String), age: expect.any(String) },
      })
    }
    const long = inLocale('en', () => visitor().call(joinAccount, { token, password: 'x'.repeat(1001) }))
    await expect(long).rejects.toMatchObject({ fields: { password: expect.stringContaining('1,000') } })
    await visitor().call(joinAccount, { token, password: givenPassword, age: 'old_enough' })
    const { people } = await desk.as(owner).call(listPeople, {})
    expect(people.find((one) => one.personId === personId)).toMatchObject({ status: 'active', roles: ['technical'] })
    await expect(desk.as(owner).call(invitePerson, dana(email))).rejects.toMatchObject({ code: 'already_member' })
  })

  it('an invitation sent again ends the older link; a withdrawn one is gone', async () => {
    const owner = await givenMember(desk)
    const email = 'twice@people.test'
    const { personId } = await desk.as(owner).call(invitePerson, dana(email))
    const older = await tokenSentTo(desk, email, 'invitation')
    expect((await desk.as(owner).call(invitePerson, dana(email))).personId).toBe(personId)
    const newer = await tokenSentTo(desk, email, 'invitation')
    await expect(visitor().call(showInvitation, { token: older })).rejects.toMatchObject({ code: 'not_found' })
    await visitor().call(showInvitation, { token: newer })
    await desk.as(owner).call(endPlace, { personId })
    await expect(visitor().call(showInvitation, { token: newer })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('of another account cannot be seen, changed or ended, and neither can one’s own by a role that may not', async () => {
    const [mine, theirs] = [await givenMember(desk), await givenMember(desk)]
    const technical = await givenMember(desk, { accountId: mine.accountId, roles: ['technical'] })
    const { people } = await desk.as(mine).call(listPeople, {})
    expect(people.map((one) => one.personId)).not.toContain(theirs.personId)
    for (const actor of [mine, technical]) {
      const personId = actor === mine ? theirs.personId : mine.personId
      await expect(desk.as(actor).call(endPlace, { personId })).rejects.toMatchObject({ code: 'not_found' })
    }
    await expect(
      desk.as(mine).call(changeRoles, { personId: theirs.personId, roles: ['owner'] }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(
      desk.as(technical).call(changeRoles, { personId: technical.personId, roles: ['owner'] }),
    ).rejects.toMatchObject({ code: 'role' })
    await desk.as(technical).call(endPlace, { personId: technical.personId })
  })

  it('always keep an owner, also when two owners end each other at the same moment', async () => {
    const one = await givenMember(desk)
    await expect(desk.as(one).call(endPlace, { personId: one.personId })).rejects.toMatchObject({ code: 'last_owner' })
    await expect(desk.as(one).call(changeRoles, { personId: one.personId, roles: ['billing'] })).rejects.toMatchObject({
      code: 'last_owner',
    })
    const two = await givenMember(desk, { accountId: one.accountId })
    const ended = await Promise.allSettled([
      desk.as(one).call(endPlace, { personId: two.personId }),
      desk.as(two).call(endPlace, { personId: one.personId }),
    ])
    expect(ended.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    const { rows } = await desk.owner.query(
      'select from base.member where account_id = $1 and ended_at is null and joined_at is not null',
      [one.accountId],
    )
    expect(rows).toHaveLength(1)
  })
})

describe('what nobody confirmed', () => {
  it('is erased when its link has run out, and nothing else is', async () => {
    const owner = await givenMember(desk, { email: 'stays@people.test' })
    await givenLogin(desk, owner)
    await desk.owner.query(
      `insert into base.account (id, kind, name, language) values ('0190aaaa-0000-7000-8000-000000000001', 'prospect', 'Nimeni SRL', 'ro')`,
    )
    await desk.owner.query(
      `insert into base.person (account_id, id, name, email, language)
       values ('0190aaaa-0000-7000-8000-000000000001', '0190aaaa-0000-7000-8000-000000000002', 'Nimeni', 'nimeni@people.test', 'ro')`,
    )
    await desk.owner.query(
      `insert into base.member (account_id, person_id, roles, invited_at)
       values ('0190aaaa-0000-7000-8000-000000000001', '0190aaaa-0000-7000-8000-000000000002', '{owner}', now())`,
    )
    const invitation = (expires: string) =>
      desk.owner.query(
        `insert into base.invitation (account_id, id, person_id, token_hash, expires_at)
         values ('0190aaaa-0000-7000-8000-000000000001', '0190aaaa-0000-7000-8000-000000000003',
           '0190aaaa-0000-7000-8000-000000000002', 'x', now() + $1::interval)
         on conflict (account_id, id) do update set expires_at = excluded.expires_at`,
        [expires],
      )
    const run = () => desk.call({ actor: { kind: 'system', job: 'test' }, via: 'job' }, expireRegistrations, {})
    await invitation('1 day')
    expect(await run()).toEqual({ erased: 0 })
    await invitation('-1 second')
    expect(await run()).toEqual({ erased: 1 })
    expect(await run()).toEqual({ erased: 0 })
    const left = await desk.owner.query(
      "select from base.person where email in ('nimeni@people.test') or name = 'Nimeni'",
    )
    expect(left.rows).toHaveLength(0)
    expect((await desk.owner.query("select from base.person where email = 'stays@people.test'")).rows).toHaveLength(1)
  })
})

describe('the facade', () => {
  it('gives a visitor a prospect of their own, the same one again, and never a client’s account', async () => {
    const member = await givenMember(desk, { email: 'client@people.test' })
    const write = (email: string) =>
      desk.handles
        .of('support')
        .transaction()
        .execute((trx) => accountForVisitor(trx, { email, name: 'Vizitator', language: 'ro' }))
    const first = await write('Vizitator@people.test')
    const again = await Promise.all(Array.from({ length: 5 }, () => write('vizitator@people.test')))
    for (const one of again) expect(one).toEqual(first)
    expect((await write('client@people.test')).accountId).not.toBe(member.accountId)
    expect(await lettersTo(desk, 'client@people.test')).toEqual([])
  })

  it('names the addresses of those who are in, by role', async () => {
    const owner = await givenMember(desk, { email: 'owner@facade.test' })
    await givenMember(desk, { accountId: owner.accountId, roles: ['technical'], email: 'tech@facade.test' })
    const addresses = await letterAddressesOf(desk.handles.of('support'), owner.accountId, ['owner'])
    expect(addresses.map((one) => one.to)).toEqual(['owner@facade.test'])
  })
})
