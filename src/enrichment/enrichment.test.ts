/** Additions from public sources: off by default, with a source, beside what was given, and gone for who objects. P12's check sees it broken. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { TestDesk } from '../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../test/support/given.ts'
import { type Looking, lookedDesk, operationsBut } from '../../test/support/promises.ts'
import { newId } from '../platform/database/id.ts'
import type { MemberActor, StaffActor } from '../privacy/operation/actor.ts'
import { setChoice } from '../rights/choice/set-choice.ts'
import { heldTable } from '../rights/held/held-table.ts'
import { addFact, listFacts, removeFact } from './facts.ts'
import { showEnrichment, turnEnrichment } from './turn-enrichment.ts'

let desk: TestDesk
let checks: Looking
let owner: StaffActor
let sales: StaffActor
beforeAll(async () => {
  const given = await lookedDesk()
  desk = given.desk
  checks = given.checks
  owner = await givenStaff(desk, { roles: ['owner'] })
  sales = await givenStaff(desk, { roles: ['sales'] })
  return given.close
})

const rows = async (sql: string, values: unknown[] = []) => (await desk.owner.query(sql, values)).rows
const turn = (state: 'on' | 'off') => desk.as({ ...owner, freshAt: new Date() }).call(turnEnrichment, { state })
const add = (member: MemberActor, more: object = {}) =>
  desk.as(sales).call(addFact, {
    accountId: member.accountId,
    personId: member.personId,
    field: 'website',
    value: 'https://client.test',
    source: 'Registrul comerțului',
    sourceOn: '2026-11-01',
    ...more,
  } as never)
const factsOf = async (member: MemberActor) =>
  (await desk.as(sales).call(listFacts, { accountId: member.accountId })).facts
const look = (changed: object = {}) => checks.look('P12', 'switch', changed)

describe('the switch', () => {
  it('is off until the owner turns it on, who has just shown who they are', async () => {
    const member = await givenMember(desk)
    expect(await desk.as(sales).call(showEnrichment, {})).toEqual({ state: 'off', at: null })
    await expect(add(member)).rejects.toMatchObject({ code: 'off' })
    await expect(desk.as(sales).call(turnEnrichment, { state: 'on' })).rejects.toMatchObject({ code: 'role' })
    await expect(desk.as({ ...owner, freshAt: null }).call(turnEnrichment, { state: 'on' })).rejects.toMatchObject({
      code: 'fresh_sign_in',
    })
    expect(await look()).toMatchObject({ holds: true, figure: { en: expect.stringContaining('off; added: 0') } })
    await Promise.all([turn('on'), turn('on'), turn('on')])
    expect(await rows('select state from base.enrichment_switch')).toEqual([{ state: 'on' }])
    await add(member)
    expect(await factsOf(member)).toHaveLength(1)
    await turn('off')
    expect(await factsOf(member)).toEqual([])
    await expect(add(member)).rejects.toMatchObject({ code: 'off' })
    await turn('on')
    expect(await factsOf(member)).toHaveLength(1)
  })
})

describe('a fact', () => {
  it('has its source and day, is written by hand, and names its faults', async () => {
    const member = await givenMember(desk)
    for (const [field, value] of [
      ['source', ' '],
      ['sourceOn', '2999-01-01'],
      ['sourceOn', 'ieri'],
      ['value', ''],
      ['value', 'plata în RO49 AAAA 1B31 0075 9384 0000'],
      ['field', 'shoe_size'],
    ] as const) {
      await expect(add(member, { [field]: value }), field).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      })
    }
    for (const wrong of [
      { accountId: newId() },
      { personId: newId() },
      { personId: (await givenMember(desk)).personId },
    ]) {
      await expect(add(member, wrong)).rejects.toMatchObject({ code: 'not_found' })
    }
    for (const other of [member, await givenStaff(desk, { roles: ['billing', 'privacy'] })]) {
      await expect(desk.as(other).call(listFacts, { accountId: member.accountId })).rejects.toMatchObject({
        code: 'role',
      })
    }
    expect(await factsOf(member)).toEqual([])
  })

  it('overwrites nothing that the person gave, and the database lets the purpose write nowhere else', async () => {
    const member = await givenMember(desk)
    const before = await rows('select * from base.person where id = $1', [member.personId])
    await add(member, { field: 'address', value: 'Altă adresă 5' })
    expect(await rows('select * from base.person where id = $1', [member.personId])).toEqual(before)
    const past = desk.handles.of('enrichment') as unknown as ReturnType<TestDesk['handles']['of']>
    const rename = past
      .updateTable('person' as never)
      .set({ name: 'Altcineva' } as never)
      .execute()
    await expect(rename).rejects.toMatchObject({ code: expect.stringMatching(/42501|42P01/) })
  })

  it('is in what the person sees and takes along, with where it came from', async () => {
    const member = await givenMember(desk)
    await add(member)
    const held = await desk.as(member).call(heldTable, { table: 'enrichment_fact' })
    expect(JSON.stringify(held.rows)).toContain('Registrul comerțului')
    expect(JSON.stringify(held)).toContain('from public sources')
  })

  it('is gone for who objects, at once, and no other can be added', async () => {
    const member = await givenMember(desk)
    await add(member)
    await desk.as(member).call(setChoice, { purpose: 'enrichment', choice: 'off' })
    expect(await factsOf(member)).toEqual([])
    await expect(add(member)).rejects.toMatchObject({ code: 'objected' })
    await desk.as(member).call(setChoice, { purpose: 'enrichment', choice: 'on' })
    const [fact] = await factsOf(member)
    const remove = () => desk.as(sales).call(removeFact, { accountId: member.accountId, factId: fact?.id ?? '' })
    const done = await Promise.allSettled([remove(), remove()])
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await factsOf(member)).toEqual([])
  })
})

describe('P12 switch', () => {
  it('fails when something was added while it was off', async () => {
    expect(await look()).toMatchObject({ holds: true })
    const member = await givenMember(desk)
    await add(member)
    await desk.owner.query(
      `update base.enrichment_fact set added_at = now() - interval '1 year', source_on = '2020-01-01' where person_id = $1`,
      [member.personId],
    )
    expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('while off: 1') } })
    await desk.owner.query('delete from base.enrichment_fact where person_id = $1', [member.personId])
    expect(await look()).toMatchObject({ holds: true })
  })

  it('fails when the purpose may write what people gave', async () => {
    await desk.owner.query('grant update (name) on base.person to zavor_enrichment')
    expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('may write: 1') } })
    await desk.owner.query('revoke update (name) on base.person from zavor_enrichment')
    expect(await look()).toMatchObject({ holds: true })
  })

  it('fails when others turn it, a program adds, or nobody may object', async () => {
    const { ground } = checks
    for (const operations of [
      operationsBut(ground, 'enrichment.turn', { who: { staff: 'any' } }),
      operationsBut(ground, 'enrichment.add', { who: { staff: ['sales'], system: true } }),
      operationsBut(ground, 'enrichment.add', null),
    ]) {
      expect(await look({ operations })).toMatchObject({ holds: false })
    }
    const { policy } = ground
    const purposes = { ...policy.purposes, enrichment: { ...policy.purposes.enrichment!, objection: 'none' as const } }
    expect(await look({ policy: { ...policy, purposes } })).toMatchObject({ holds: false })
  })
})
