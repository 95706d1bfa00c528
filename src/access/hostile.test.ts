import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedLease, askedServer, deposited, givenTicket, revealed, serverFacts } from '../../test/support/access.ts'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenAccount, givenMember, givenStaff } from '../../test/support/given.ts'
import type { MemberActor, StaffActor } from '../privacy/operation/actor.ts'
import { giveDeposit } from './deposit/give-deposit.ts'
import { prepareDeposit } from './deposit/prepare-deposit.ts'
import { withdrawDeposit } from './deposit/withdraw-deposit.ts'
import { approveLease } from './lease/approve-lease.ts'
import { askForLease } from './lease/ask-for-lease.ts'
import { denyLease } from './lease/deny-lease.ts'
import { endLease } from './lease/end-lease.ts'
import { listLeases } from './lease/list-leases.ts'
import { listUses } from './lease/list-uses.ts'
import { setAccessRule } from './lease/set-rule.ts'
import { showLease } from './lease/show-lease.ts'
import { askForAccess } from './request/ask-for-access.ts'
import { listSecretRequests } from './request/list-requests.ts'
import { offerAccess } from './request/offer-access.ts'
import { refuseItem } from './request/refuse-item.ts'
import { showSecretRequest } from './request/show-request.ts'
import { withdrawSecretRequest } from './request/withdraw-request.ts'
import { LONGEST_SEALED_TEXT } from './sealed/hpke.ts'
import { sealForBroker } from './sealed/seal-for-broker.ts'
import { addTarget } from './target/add-target.ts'
import { listTargets } from './target/list-targets.ts'

let desk: TestDesk
let client: MemberActor
let stranger: MemberActor
let technician: StaffActor
let boss: StaffActor
let ticketId: string

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  client = await givenMember(desk, { accountId: await givenAccount(desk, 'Client Unu'), roles: ['owner'] })
  stranger = await givenMember(desk, {
    accountId: await givenAccount(desk, 'Client Doi'),
    roles: ['owner', 'technical', 'billing'],
  })
  technician = await givenStaff(desk, { roles: ['technician', 'owner'], name: 'Radu' })
  boss = await givenStaff(desk, { roles: ['owner'], name: 'Ana' })
  ticketId = await givenTicket(desk.owner, client.accountId, technician.staffId)
})
afterAll(() => desk.close())

const code = (code: string) => expect.objectContaining({ code })
const asked = () => askedServer(desk, technician, client.accountId)
async function waitingLease(by = technician) {
  const { targetId } = await deposited(desk, client, await asked())
  const lease = { accountId: client.accountId, targetId, ticketId, reason: 'Verific', minutes: 10 }
  return { targetId, ...(await desk.as(by).call(askForLease, lease)) }
}

describe('another client', () => {
  it('finds nothing: every answer is the same as for what does not exist', async () => {
    const ids = await asked()
    const { depositId, targetId, sealed, place } = await deposited(desk, client, ids)
    const leaseId = await approvedLease(desk, technician, client, { targetId, ticketId })
    await revealed(desk, technician, leaseId)
    const as = desk.as(stranger)
    const notFound = code('not_found')
    await expect(as.call(showSecretRequest, ids)).rejects.toThrow()
    await expect(as.call(showSecretRequest, { requestId: ids.requestId })).rejects.toEqual(notFound)
    await expect(as.call(prepareDeposit, ids)).rejects.toEqual(notFound)
    await expect(as.call(refuseItem, ids)).rejects.toEqual(notFound)
    const theirs = { ...ids, depositId: place.depositId, version: 2, facts: serverFacts, sealed }
    await expect(as.call(giveDeposit, theirs)).rejects.toEqual(notFound)
    await expect(as.call(withdrawDeposit, { depositId })).rejects.toEqual(notFound)
    for (const operation of [approveLease, denyLease, endLease]) {
      await expect(as.call(operation, { leaseId })).rejects.toEqual(notFound)
    }
    await expect(as.call(showLease, { leaseId })).rejects.toEqual(notFound)
    // The account named by a member is not listened to: they see their own.
    const lists = { accountId: client.accountId }
    expect((await as.call(listSecretRequests, lists)).requests).toEqual([])
    expect((await as.call(listLeases, lists)).leases).toEqual([])
    expect((await as.call(listUses, lists)).uses).toEqual([])
    expect((await as.call(listTargets, lists)).targets).toEqual([])
    const item = { kind: 'server', name: 'x', targetId } as const
    await expect(as.call(offerAccess, { reason: 'x', item })).rejects.toEqual(code('invalid'))
    expect(await desk.as(client).call(showLease, { leaseId })).toMatchObject({ lease: { state: 'used_up' } })
  })

  it('cannot have the work or the target of one client used for another', async () => {
    const { targetId } = await deposited(desk, client, await asked())
    const lease = { targetId, reason: 'x', minutes: 10 }
    const crossed = { ...lease, accountId: stranger.accountId, ticketId }
    await expect(desk.as(technician).call(askForLease, crossed)).rejects.toEqual(code('invalid'))
    const theirTicket = await givenTicket(desk.owner, stranger.accountId, technician.staffId)
    const elsewhere = { ...lease, accountId: stranger.accountId, ticketId: theirTicket }
    await expect(desk.as(technician).call(askForLease, elsewhere)).rejects.toEqual(code('not_found'))
    const foreign = { ...lease, accountId: client.accountId, ticketId: theirTicket }
    await expect(desk.as(technician).call(askForLease, foreign)).rejects.toEqual(code('invalid'))
    // What lacks its work and more is told of all of it at once.
    const empty = { ...foreign, reason: '', ticketId: undefined, orderId: undefined }
    await expect(desk.as(technician).call(askForLease, empty)).rejects.toMatchObject({
      fields: { reason: expect.any(String), orderId: expect.any(String) },
    })
    const none = { ...lease, accountId: client.accountId }
    await expect(desk.as(technician).call(askForLease, none)).rejects.toEqual(code('invalid'))
  })
})

describe('approving', () => {
  it('is never done by its author, who is an owner too', async () => {
    const { leaseId } = await waitingLease()
    await expect(desk.as(technician).call(approveLease, { leaseId })).rejects.toEqual(code('own_lease'))
    await expect(desk.as(technician).call(denyLease, { leaseId })).rejects.toEqual(code('own_lease'))
    const own = desk.owner.query(
      `update base.lease set status = 'approved', decided_at = now(), expires_at = now(), decided_by_staff = asked_by where id = $1`,
      [leaseId],
    )
    await expect(own).rejects.toThrow(/check constraint/)
    await desk.as(boss).call(approveLease, { leaseId })
    expect(await revealed(desk, technician, leaseId)).toEqual({ password: 'S3cret-parolă' })
  })

  it('is the client’s alone where the client says so', async () => {
    const { leaseId } = await waitingLease()
    await desk.as(client).call(setAccessRule, { approval: 'client' })
    await expect(desk.as(boss).call(approveLease, { leaseId })).rejects.toEqual(code('client_approves'))
    await desk.as(client).call(approveLease, { leaseId })
    await desk.as(client).call(setAccessRule, { approval: 'client_or_staff' })
  })

  it('happens once, and starts the clock then', async () => {
    const { leaseId } = await waitingLease()
    await desk.owner.query(`update base.lease set created_at = now() - interval '1 day' where id = $1`, [leaseId])
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, (_, at) =>
        desk.as(at % 2 ? client : boss).call(at < 5 ? approveLease : denyLease, { leaseId }),
      ),
    )
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const { rows } = await desk.owner.query(
      `select status, extract(epoch from expires_at - decided_at) / 60 as minutes from base.lease where id = $1`,
      [leaseId],
    )
    if (rows[0].status === 'approved') expect(Number(rows[0].minutes)).toBe(10)
  })

  it('is not for technicians, billing people, or after the end', async () => {
    const { leaseId } = await waitingLease()
    const colleague = await givenStaff(desk, { roles: ['technician'], name: 'Radu' })
    const billing = await givenMember(desk, { accountId: client.accountId, roles: ['billing'], name: 'Maria' })
    await expect(desk.as(colleague).call(approveLease, { leaseId } as never)).rejects.toEqual(code('role'))
    await expect(desk.as(billing).call(approveLease, { leaseId })).rejects.toEqual(code('role'))
    await expect(desk.as(colleague).call(endLease, { leaseId })).rejects.toEqual(code('not_your_lease'))
    await desk.as(technician).call(endLease, { leaseId })
    await expect(desk.as(client).call(approveLease, { leaseId })).rejects.toEqual(code('lease_decided'))
  })
})

describe('handing over', () => {
  it('refuses what is malformed, huge, for another key, or of another kind, and keeps nothing of it', async () => {
    const ids = await asked()
    const { brokerKey, place } = await desk.as(client).call(prepareDeposit, ids)
    const sealed = await sealForBroker(brokerKey, place, { password: 'x' })
    const deposit = { ...ids, depositId: place.depositId, version: place.version, facts: serverFacts, sealed }
    const give = (change: object) => desk.as(client).call(giveDeposit, { ...deposit, ...change })
    const wrong: object[] = [
      { sealed: 'parola mea' },
      { sealed: '' },
      { sealed: `${sealed}=` },
      { sealed: `${sealed.slice(0, 100)}${'A'.repeat(LONGEST_SEALED_TEXT)}` },
      { sealed: 'A'.repeat(10_000_000) },
      { sealed: sealed.replace(/^zs1\.[0-9a-f]{16}/, `zs1.${'0'.repeat(16)}`) },
      { facts: { kind: 'ticketing', url: 'https://tickets.client.test', username: 'x' } },
      { facts: { ...serverFacts, password: 'x' } },
      { facts: { ...serverFacts, host: 'bad host' } },
      { facts: { ...serverFacts, port: 0 } },
      { facts: { ...serverFacts, username: '4111 1111 1111 1111' } },
      { version: 0 },
      { password: 'in clear' },
    ]
    for (const change of wrong) await expect(give(change)).rejects.toEqual(code('invalid'))
    await expect(give({ version: 2 })).rejects.toEqual(code('deposit_version'))
    const { rows } = await desk.owner.query('select 1 from base.deposit where item_id = $1', [ids.itemId])
    expect(rows).toEqual([])
    await give({})
    await expect(give({})).rejects.toEqual(code('deposit_version'))
  })

  it('lets one of two at the same time stand', async () => {
    const ids = await asked()
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => deposited(desk, client, ids)))
    expect(tries.filter((one) => one.status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
    const { rows } = await desk.owner.query(
      'select count(*) filter (where ended_at is null)::int as live, count(sealed)::int as kept from base.deposit where item_id = $1',
      [ids.itemId],
    )
    expect(rows).toEqual([{ live: 1, kept: 1 }])
  })

  it('is over with the request, and is not for billing people or staff', async () => {
    const ids = await asked()
    const billing = await givenMember(desk, { accountId: client.accountId, roles: ['billing'], name: 'Maria' })
    await expect(deposited(desk, billing, ids)).rejects.toEqual(code('role'))
    await expect(deposited(desk, technician as never, ids)).rejects.toEqual(code('role'))
    await desk.as(technician).call(withdrawSecretRequest, { requestId: ids.requestId })
    await expect(deposited(desk, client, ids)).rejects.toEqual(code('request_over'))
    const second = await asked()
    await desk.owner.query('update base.secret_request set expires_at = now() where id = $1', [second.requestId])
    await expect(deposited(desk, client, second)).rejects.toEqual(code('request_over'))
  })

  it('ends the leases of a target that is put elsewhere', async () => {
    const { targetId } = await deposited(desk, client, await asked())
    const leaseId = await approvedLease(desk, technician, client, { targetId, ticketId })
    const item = { kind: 'server', name: 'Același server', targetId } as const
    const offer = await desk.as(client).call(offerAccess, { reason: 'S-a mutat', item })
    const { brokerKey, place } = await desk.as(client).call(prepareDeposit, offer)
    const sealed = await sealForBroker(brokerKey, place, { password: 'y' })
    const facts = { ...serverFacts, host: 'elsewhere.client.test' }
    const { depositId, version } = place
    await desk.as(client).call(giveDeposit, { ...offer, depositId, version, facts, sealed })
    expect(await desk.as(client).call(showLease, { leaseId })).toMatchObject({
      lease: { state: 'ended', ending: 'target_changed' },
      target: { host: 'elsewhere.client.test' },
    })
  })
})

describe('asking', () => {
  it('refuses card numbers and IBANs in every text', async () => {
    const card = 'plătiți cu 4111 1111 1111 1111'
    const request = { accountId: client.accountId, reason: 'x', items: [{ kind: 'server', name: 'x' } as const] }
    const ask = (change: object) => desk.as(technician).call(askForAccess, { ...request, ...change })
    await expect(ask({ reason: card })).rejects.toEqual(code('invalid'))
    await expect(ask({ items: [{ kind: 'server', name: card }] })).rejects.toEqual(code('invalid'))
    await expect(ask({ items: [{ kind: 'server', name: 'x', detail: card }] })).rejects.toEqual(code('invalid'))
    await expect(ask({ items: [] })).rejects.toEqual(code('invalid'))
    await expect(ask({ items: Array.from({ length: 21 }, () => request.items[0]) })).rejects.toEqual(code('invalid'))
    await expect(ask({ accountId: ticketId })).rejects.toEqual(code('not_found'))
    const target = { name: 'x', facts: serverFacts }
    await expect(desk.as(technician).call(addTarget, target)).rejects.toEqual(code('invalid'))
    await expect(desk.as(client).call(askForAccess as never, request as never)).rejects.toEqual(code('role'))
  })
})

describe('a secret', () => {
  it('is in clear nowhere: not in any table, log, job, letter or file', async () => {
    const secret = { password: 'Zx9-neverInClear', privateKey: '-----BEGIN NEVER IN CLEAR-----' }
    const ids = await asked()
    const { targetId, sealed } = await deposited(desk, client, ids, secret)
    const leaseId = await approvedLease(desk, technician, client, { targetId, ticketId })
    expect(await revealed(desk, technician, leaseId)).toEqual(secret)
    const tables = await desk.owner.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    let rows = 0
    for (const { name } of tables.rows) {
      const found = await desk.owner.query<{ row: string }>(`select t::text as row from ${name} t`)
      for (const { row } of found.rows) {
        rows += 1
        for (const plain of Object.values(secret)) {
          expect(row).not.toContain(plain)
          expect(row).not.toContain(Buffer.from(plain).toString('hex'))
          expect(row).not.toContain(Buffer.from(plain).toString('base64'))
        }
        // Even the browser's ciphertext stands only inside the account's envelope, and ends with its key.
        expect(row).not.toContain(sealed)
        expect(row).not.toContain(Buffer.from(sealed).toString('hex'))
      }
    }
    expect(rows).toBeGreaterThan(20)
  })

  it('is not given out by the role of the broker: it sees no table at all', async () => {
    const { rows } = await desk.owner.query(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'v', 'p', 'm')
         and has_schema_privilege('zavor_broker', n.oid, 'usage')
         and (has_table_privilege('zavor_broker', c.oid, 'select, insert, update, delete')
           or has_any_column_privilege('zavor_broker', c.oid, 'select, insert, update'))`,
    )
    expect(rows).toEqual([])
    const callable = await desk.owner.query(
      `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'base' and p.prosecdef and has_function_privilege('zavor_broker', p.oid, 'execute') order by 1`,
    )
    expect(callable.rows.map((row) => row.proname)).toEqual(['broker_look', 'broker_use'])
  })
})
