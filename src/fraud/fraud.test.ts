/** Signs of fraud are noted when they happen, stop nothing, and are decided by a person; the check of P20 sees it broken. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { TestDesk } from '../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../test/support/given.ts'
import { givenService, placedOrder } from '../../test/support/orders.ts'
import { type Looking, lookedDesk, operationsBut } from '../../test/support/promises.ts'
import { register } from '../identity/account/register.ts'
import { termsVersion } from '../identity/account/terms.ts'
import { newId } from '../platform/database/id.ts'
import type { MemberActor, StaffActor } from '../privacy/operation/actor.ts'
import { heldTable } from '../rights/held/held-table.ts'
import { contestFraudSignal, decideFraudSignal } from './decide-signal.ts'
import { listFraudSignals } from './list-signals.ts'
import { ownFraudSignals } from './own-signals.ts'

let desk: TestDesk
let checks: Looking
let sales: StaffActor
beforeAll(async () => {
  const given = await lookedDesk()
  desk = given.desk
  checks = given.checks
  sales = await givenStaff(desk, { roles: ['sales'] })
  return given.close
})

const staff = () => desk.as(sales)
const reason = 'Clientul a sunat și a explicat.'
const rows = async (sql: string, values: unknown[] = []) => (await desk.owner.query(sql, values)).rows
const signUp = (email: string, more: object = {}, address = '203.0.113.9') =>
  desk.call({ actor: { kind: 'visitor' }, via: 'page', address }, register, {
    name: 'Ioana Popa',
    email,
    phone: '+40 721 000 000',
    company: 'Client Unu SRL',
    address: 'Str. Zăvorului 1',
    city: 'Cluj-Napoca',
    postalCode: '400001',
    country: 'RO',
    language: 'ro',
    age: 'old_enough',
    terms: termsVersion,
    ...more,
  } as never)
const nameOf = async (accountId: string) =>
  (await rows('select name from base.account where id = $1', [accountId]))[0].name
const signsOf = (email: string) =>
  rows(
    `select s.kind, s.detail from base.fraud_signal s join base.person p on p.account_id = s.account_id and p.id = s.person_id
     where p.email = $1 order by s.kind`,
    [email],
  )
const given = async (member: MemberActor, more: { decision?: string } = {}) => {
  const id = newId()
  await desk.owner.query(
    `insert into base.fraud_signal (account_id, id, person_id, kind, detail, raised_at, decision, reason, decided_at, decided_by)
     values ($1, $2, $3, 'many_signups', '5', now(), $4::text, case when $4::text is null then null else 'pentru că' end,
       case when $4::text is null then null else now() end, case when $4::text is null then null else $5::uuid end)`,
    [member.accountId, id, member.personId, more.decision ?? null, sales.staffId],
  )
  return id
}

describe('a sign-up', () => {
  it('goes on with its signs noted, and without signs leaves none', async () => {
    await signUp('bun@client.test', { taxNumber: 'RO14399840' }, '203.0.113.10')
    expect(await signsOf('bun@client.test')).toEqual([])
    await signUp('rau@mailinator.com', { country: 'DE', postalCode: '10115', taxNumber: 'RO14399840' }, '203.0.113.11')
    expect(await signsOf('rau@mailinator.com')).toEqual([
      { kind: 'country_mismatch', detail: 'DE / RO' },
      { kind: 'throwaway_mail', detail: 'mailinator.com' },
    ])
    expect(
      await rows(
        `select from base.letter l join base.person p on p.id = l.person_id where p.email = 'rau@mailinator.com'`,
      ),
    ).toHaveLength(1)
  })

  it('shows many from one address, which is kept nowhere', async () => {
    for (let n = 0; n < 5; n++) await signUp(`multi${n}@client.test`, {}, '198.51.100.77')
    expect(await signsOf('multi2@client.test')).toEqual([])
    expect(await signsOf('multi4@client.test')).toEqual([{ kind: 'many_signups', detail: '5' }])
    expect(JSON.stringify(await rows('select * from base.fraud_signal'))).not.toContain('198.51.100')
  })
})

describe('a decision', () => {
  it('is taken once, by sales or the owner, with a reason', async () => {
    const member = await givenMember(desk)
    const signalId = await given(member)
    const decide = (as = staff(), more: object = {}) =>
      as.call(decideFraudSignal, { signalId, decision: 'cleared', reason, ...more })
    for (const roles of [['technician'], ['billing'], ['privacy']] as const) {
      await expect(decide(desk.as(await givenStaff(desk, { roles })))).rejects.toMatchObject({ code: 'role' })
    }
    await expect(decide(desk.as(member))).rejects.toMatchObject({ code: 'role' })
    await expect(decide(desk.as({ kind: 'system', job: 'test' }))).rejects.toMatchObject({ code: 'role' })
    await expect(decide(staff(), { reason: ' ' })).rejects.toMatchObject({ fields: { reason: expect.any(String) } })
    await expect(decide(staff(), { signalId: newId() })).rejects.toMatchObject({ code: 'not_found' })
    const all = await Promise.allSettled([decide(), decide(), decide(staff(), { decision: 'confirmed' })])
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { signals } = await staff().call(listFraudSignals, { accountId: member.accountId })
    expect(signals).toMatchObject([{ id: signalId, waits: false, reason, decidedBy: 'Radu Tehnic' }])
    expect(signals[0]?.accountName).toBe(await nameOf(member.accountId))
    const nobody = desk.owner.query(`update base.fraud_signal set decided_by = null where id = $1`, [signalId])
    await expect(nobody).rejects.toMatchObject({ code: '23514' })
  })

  it('is read by the person alone, who contests it; then it waits for somebody once more', async () => {
    const member = await givenMember(desk)
    const colleague = await givenMember(desk, { accountId: member.accountId })
    const signalId = await given(member, { decision: 'confirmed' })
    expect((await desk.as(member).call(ownFraudSignals, {})).signals).toMatchObject([
      { id: signalId, decision: 'confirmed' },
    ])
    expect((await desk.as(colleague).call(ownFraudSignals, {})).signals).toEqual([])
    const words = 'Am înregistrat firmele a cinci rude.'
    for (const other of [colleague, await givenMember(desk)]) {
      const contest = desk.as(other).call(contestFraudSignal, { signalId, words })
      await expect(contest).rejects.toMatchObject({ code: 'not_found' })
    }
    await desk.as(member).call(contestFraudSignal, { signalId, words })
    const { signals } = await staff().call(listFraudSignals, {})
    expect(signals.find((one) => one.id === signalId)).toMatchObject({ waits: true, contestedWords: words })
    await staff().call(decideFraudSignal, { signalId, decision: 'cleared', reason })
    const held = await desk.as(member).call(heldTable, { table: 'fraud_signal' })
    expect(JSON.stringify(held.rows)).toContain(reason)
  })
})

describe('a sign of a restricted person', () => {
  it('says that its order does not open, until the restriction is lifted', async () => {
    const member = await givenMember(desk)
    const owner = await givenStaff(desk, { roles: ['owner'] })
    const orderId = await placedOrder(desk, member, await givenService(desk, owner))
    const signalId = await given(member)
    await desk.owner.query('update base.fraud_signal set order_id = $2 where id = $1', [signalId, orderId])
    const opens = async () => {
      const { signals } = await staff().call(listFraudSignals, { orderId })
      return signals.map((one) => one.orderOpens)
    }
    expect(await opens()).toEqual([true])
    await desk.owner.query(`select base.set_limit($1, $2, null, 'restricted', 'person', $2)`, [
      member.accountId,
      member.personId,
    ])
    expect(await opens()).toEqual([false])
    await desk.owner.query(`select base.set_limit($1, $2, null, 'lifted', 'person', $2)`, [
      member.accountId,
      member.personId,
    ])
    expect(await opens()).toEqual([true])
  })
})

describe('P20 signals', () => {
  const look = (changed: object = {}) => checks.look('P20', 'signals', changed)

  it('holds, and fails when a sign-up was not noted', async () => {
    expect(await look()).toMatchObject({ holds: true })
    const taken = await rows(`delete from base.fraud_signal where kind = 'throwaway_mail' returning *`)
    expect(taken.length).toBeGreaterThan(0)
    expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('not noted: 1') } })
    await desk.owner.query(`update base.person set email = 'altul@client.test' where email like '%mailinator.com'`)
    expect(await look()).toMatchObject({ holds: true })
  })

  it('fails when one is forgotten, and when nobody on the staff decided', async () => {
    const member = await givenMember(desk)
    const id = await given(member)
    await desk.owner.query(`update base.fraud_signal set raised_at = now() - interval '15 days' where id = $1`, [id])
    expect(await look()).toMatchObject({ holds: false })
    await desk.owner.query(
      `update base.fraud_signal set decision = 'cleared', reason = 'nimic', decided_at = now(), decided_by = $2 where id = $1`,
      [id, newId()],
    )
    expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('by nobody: 1') } })
    await desk.owner.query('delete from base.fraud_signal where id = $1', [id])
    expect(await look()).toMatchObject({ holds: true })
  })

  it('fails when a program may decide, or nobody may contest', async () => {
    for (const [name, who] of [
      ['fraud.decide', { staff: ['owner'], system: true }],
      ['fraud.decide', { member: 'any' }],
      ['fraud.contest', { staff: ['owner'] }],
    ] as const) {
      expect(await look({ operations: operationsBut(checks.ground, name, { who }) })).toMatchObject({ holds: false })
    }
  })
})
