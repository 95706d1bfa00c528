/** P1: whoever is held for a client, as its processor, is in no purpose of the provider's own (Art. 28(3)(a), 28(10)). */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import { givenTicket } from '../../../test/support/access.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenAccount, givenMember, givenStaff } from '../../../test/support/given.ts'
import { type Looking, looking } from '../../../test/support/promises.ts'
import { maps } from '../../app/maps.ts'
import { newId } from '../../platform/database/id.ts'
import { applyPolicy } from '../compiler/apply.ts'
import { ownEnds } from '../compiler/markers.ts'
import { markerFaults } from './marker-faults.ts'
import { recordConsent } from './record-consent.ts'

let desk: TestDesk
let checks: Looking
let staffId: string
let accountId: string
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  checks = await looking(desk)
  staffId = (await givenStaff(desk)).staffId
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})
beforeEach(async () => {
  accountId = await givenAccount(desk)
})

const rows = async (sql: string, values: unknown[] = []) => (await desk.owner.query(sql, values)).rows
async function customer(kind: 'client' | 'prospect' = 'client') {
  const personId = newId()
  if (kind === 'prospect') await rows(`update base.account set kind = 'prospect' where id = $1`, [accountId])
  await rows(`insert into base.person (account_id, id, name, email, language) values ($1, $2, 'Dan Ene', $3, 'ro')`, [
    accountId,
    personId,
    `${personId}@cumparator.test`,
  ])
  const ticketId = await givenTicket(desk.owner, accountId, staffId)
  await rows('update base.ticket set opened_by = $2, opened_by_staff = null where id = $1', [ticketId, personId])
  return { accountId, personId, ticketId }
}
type Customer = Awaited<ReturnType<typeof customer>>

/** Purposes in whose view the person is. */
async function seers({ personId }: Customer): Promise<string[]> {
  const found: string[] = []
  for (const purpose of Object.keys(policy.purposes)) {
    const [view] = await rows(`select to_regclass($1) is not null as there`, [`${purpose}.person`])
    if (view.there && (await rows(`select from "${purpose}".person where id = $1`, [personId])).length > 0)
      found.push(purpose)
  }
  return found
}
const ticketSeen = async ({ ticketId }: Customer, purpose: string) =>
  (await rows(`select from "${purpose}".ticket where id = $1`, [ticketId])).length
const join = ({ accountId, personId }: Customer) =>
  rows(`insert into base.member (account_id, person_id, roles, joined_at) values ($1, $2, '{technical}', now())`, [
    accountId,
    personId,
  ])
const faults = () => markerFaults(desk.owner, maps)
const holds = async () => (await checks.look('P1', 'own_ends')).holds

it('shows a client’s customer to what is done for the client, and to no purpose of the provider’s own', async () => {
  expect(ownEnds(policy).sort()).toEqual([
    'case_studies',
    'enrichment',
    'improvement',
    'openings',
    'succession',
    'updates',
    'visits',
  ])
  const one = await customer()
  const seen = await seers(one)
  expect(seen).toEqual(expect.arrayContaining(['support', 'access', 'rights', 'identity', 'security', 'legal']))
  expect(seen.filter((purpose) => ownEnds(policy).includes(purpose))).toEqual([])
  expect([await ticketSeen(one, 'support'), await ticketSeen(one, 'improvement')]).toEqual([1, 0])
  // Not with their consent either: a processor has nothing to ask them for.
  await desk.handles
    .of('rights')
    .transaction()
    .execute((trx) =>
      recordConsent(
        trx as never,
        one,
        { purpose: 'updates', decision: 'given', method: 'accept', language: 'ro', surface: 'request 1' },
        { kind: 'system', job: 'test' },
      ),
    )
  expect(await seers(one)).not.toContain('updates')
  expect(await faults()).toEqual([])
  expect(await holds()).toBe(true)
})

it('ends when the client gives them a place, or they sign in: from then on they are held for ourselves', async () => {
  const one = await customer()
  await join(one)
  expect(await seers(one)).toContain('improvement')
  expect(await ticketSeen(one, 'improvement')).toBe(1)
  const two = await customer()
  const loginId = newId()
  await rows(`insert into base.login (id, name, email, email_verified) values ($1, 'Dan', $2, true)`, [
    loginId,
    `${loginId}@cumparator.test`,
  ])
  await rows('update base.person set login_id = $2 where id = $1', [two.personId, loginId])
  expect(await ticketSeen(two, 'improvement')).toBe(1)
  // Their login goes, and they had no place: again only the client's.
  await rows('delete from base.login where id = $1', [loginId])
  expect(await ticketSeen(two, 'improvement')).toBe(0)
  expect(await faults()).toEqual([])
})

it('holds at once for whoever wrote for a prospect that becomes a client', async () => {
  const one = await customer('prospect')
  expect(await ticketSeen(one, 'improvement')).toBe(1)
  await rows(`update base.account set kind = 'client' where id = $1`, [accountId])
  expect([await ticketSeen(one, 'improvement'), await ticketSeen(one, 'support')]).toEqual([0, 1])
  expect(await faults()).toEqual([])
})

it('a place that is given twice at once is given once, and nobody waits for anybody', async () => {
  const one = await customer()
  const given = await Promise.allSettled([join(one), join(one), join(one)])
  expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const lost of given) if (lost.status === 'rejected') expect(lost.reason.code).toBe('23505')
  expect(await faults()).toEqual([])
})

it('is set on people who were held before this was known, when the policy is applied', async () => {
  const one = await customer()
  const member = await givenMember(desk, { accountId })
  const [{ marker }] = await rows('select marker from base.person where id = $1', [member.personId])
  for (const [table, about] of [
    ['person', 'id'],
    ['ticket', 'opened_by'],
  ])
    await rows(`update base.${table} set marker = $2 where ${about} = $1`, [one.personId, marker])
  expect(await ticketSeen(one, 'improvement')).toBe(1)
  expect(await faults()).toHaveLength(2)
  expect(await holds()).toBe(false)
  await rows(`delete from zavor.policy_state where name = 'base.marker_of'`)
  await applyPolicy(desk.owner, { policy, maps }, desk.database.passwordOf)
  expect(await ticketSeen(one, 'improvement')).toBe(0)
  expect(await faults()).toEqual([])
  expect(await holds()).toBe(true)
})
