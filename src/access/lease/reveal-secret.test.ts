import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedLease, askedServer, deposited, givenTicket, revealed } from '../../../test/support/access.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenAccount, givenMember, givenStaff } from '../../../test/support/given.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { expireDeposits } from '../deposit/expire-deposits.ts'
import { withdrawDeposit } from '../deposit/withdraw-deposit.ts'
import { oneTimeKey } from '../sealed/seal-for-technician.ts'
import { endLease } from './end-lease.ts'
import { listUses } from './list-uses.ts'
import { revealSecret } from './reveal-secret.ts'
import { showLease } from './show-lease.ts'

let desk: TestDesk
let client: MemberActor
let technician: StaffActor
let ticketId: string

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  const accountId = await givenAccount(desk, 'Client Unu')
  client = await givenMember(desk, { accountId: accountId, roles: ['technical'] })
  technician = await givenStaff(desk, { roles: ['technician'], name: 'Radu' })
  ticketId = await givenTicket(desk.owner, accountId, technician.staffId)
})
afterAll(() => desk.close())

async function lived(lease: { uses?: number; views?: number } = {}) {
  const ids = await askedServer(desk, technician, client.accountId, lease.views)
  const deposit = await deposited(desk, client, ids)
  const leaseId = await approvedLease(desk, technician, client, {
    targetId: deposit.targetId,
    ticketId,
    uses: lease.uses ?? 1,
  })
  return { ...ids, ...deposit, leaseId }
}
const refusedWith = (code: string) => expect.objectContaining({ code })

describe('showing a secret', () => {
  it('works from one browser to the other, once for each use, and the client sees it at once', async () => {
    const { leaseId } = await lived({ uses: 2 })
    expect(await revealed(desk, technician, leaseId)).toEqual({ password: 'S3cret-parolă' })
    expect(await revealed(desk, technician, leaseId)).toEqual({ password: 'S3cret-parolă' })
    await expect(revealed(desk, technician, leaseId)).rejects.toEqual(refusedWith('lease_not_live'))
    const { uses } = await desk.as(client).call(listUses, {})
    expect(uses.filter((use) => use.leaseId === leaseId)).toHaveLength(2)
    expect(uses[0]).toMatchObject({ by: 'Radu', targetName: 'Server web', reason: 'Verific spațiul pe disc', ticketId })
    const { lease } = await desk.as(client).call(showLease, { leaseId })
    expect(lease).toMatchObject({ state: 'used_up', usesLeft: 0 })
    expect(lease.reveals).toHaveLength(2)
  })

  it('is won by one of fifty at once', async () => {
    const { leaseId } = await lived()
    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => revealed(desk, technician, leaseId)))
    const won = tries.filter((one) => one.status === 'fulfilled')
    expect(won.map((one) => one.value)).toEqual([{ password: 'S3cret-parolă' }])
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toEqual(refusedWith('lease_not_live'))
    const { rows } = await desk.owner.query('select count(*)::int as count from base.reveal where lease_id = $1', [
      leaseId,
    ])
    expect(rows[0].count).toBe(1)
  })

  it('stops at the views of the deposit, whatever leases there are', async () => {
    const { leaseId, targetId } = await lived({ uses: 5, views: 2 })
    const second = await approvedLease(desk, technician, client, { targetId, ticketId, uses: 5 })
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, (_, at) => revealed(desk, technician, at % 2 ? leaseId : second)),
    )
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(2)
    const { rows } = await desk.owner.query(
      'select sum(uses - uses_left)::int as used from base.lease where id = any ($1)',
      [[leaseId, second]],
    )
    expect(rows[0].used).toBe(2)
  })

  it.each([
    ['the lease was ended by the client', (one: Lived) => desk.as(client).call(endLease, { leaseId: one.leaseId })],
    ['the lease was ended by its holder', (one: Lived) => desk.as(technician).call(endLease, { leaseId: one.leaseId })],
    ['the deposit was withdrawn', (one: Lived) => desk.as(client).call(withdrawDeposit, { depositId: one.depositId })],
    [
      'another deposit took its place',
      ({ requestId, itemId }: Lived) => deposited(desk, client, { requestId, itemId }, { password: 'alta' }),
    ],
    [
      'the lease has run out',
      (one: Lived) => sql(`update base.lease set expires_at = now() where id = '${one.leaseId}'`),
    ],
    [
      'the deposit has run out',
      async (one: Lived) => {
        await sql(`update base.deposit set expires_at = now() where id = '${one.depositId}'`)
      },
    ],
    ['it was not approved', (one: Lived) => sql(`update base.lease set status = 'asked' where id = '${one.leaseId}'`)],
    ['the account is closed', (one: Lived) => closed(one)],
  ])('is refused when %s', async (_what, act) => {
    const one = await lived()
    await act(one)
    await expect(revealed(desk, technician, one.leaseId)).rejects.toEqual(refusedWith('lease_not_live'))
    await sql(`update base.account set closed_at = null`)
    const { rows } = await desk.owner.query('select 1 from base.reveal where lease_id = $1', [one.leaseId])
    expect(rows).toEqual([])
  })

  it('is refused by the broker itself to who left the staff, changed role, or is another', async () => {
    const { leaseId, sealed } = await lived()
    const { publicKey } = await oneTimeKey()
    const order = { accountId: client.accountId, leaseId, staffId: technician.staffId, publicKey, sealed }
    const ask = (change: Partial<typeof order> = {}) => desk.tools.broker.reveal({ ...order, ...change })
    const other = await givenStaff(desk, { roles: ['technician', 'owner'], name: 'Radu' })
    await expect(ask({ staffId: other.staffId })).rejects.toEqual(refusedWith('lease_not_live'))
    for (const gone of [`ended_at = now()`, `roles = array['sales']`, `joined_at = null`]) {
      await sql(`update base.staff set ${gone} where id = '${technician.staffId}'`)
      await expect(ask()).rejects.toEqual(refusedWith('lease_not_live'))
      await sql(
        `update base.staff set ended_at = null, roles = array['technician'], joined_at = now() where id = '${technician.staffId}'`,
      )
    }
    expect((await ask()).depositId).toBeTruthy()
  })

  it('is refused while the depositor is limited for the purpose', async () => {
    const { leaseId, depositId } = await lived()
    await sql(`update base.deposit set marker = 4 where id = '${depositId}'`)
    await expect(revealed(desk, technician, leaseId)).rejects.toEqual(refusedWith('not_found'))
    const { rows } = await desk.owner.query('select uses_left from base.lease where id = $1', [leaseId])
    expect(rows[0].uses_left).toBe(1)
  })

  it('opens no ciphertext of another deposit, and consumes nothing for trying', async () => {
    const [one, two] = [await lived(), await lived()]
    const { publicKey } = await oneTimeKey()
    const order = { accountId: client.accountId, staffId: technician.staffId, publicKey }
    const swapped = desk.tools.broker.reveal({ ...order, leaseId: one.leaseId, sealed: two.sealed })
    await expect(swapped).rejects.toEqual(refusedWith('deposit_unreadable'))
    await sql(`
      update base.deposit d set sealed = o.sealed from base.deposit o
      where d.id = '${one.depositId}' and o.id = '${two.depositId}'`)
    await expect(revealed(desk, technician, one.leaseId)).rejects.toThrow()
    expect(await revealed(desk, technician, two.leaseId)).toEqual({ password: 'S3cret-parolă' })
    const { rows } = await desk.owner.query('select uses_left from base.lease where id = $1', [one.leaseId])
    expect(rows[0].uses_left).toBe(1)
  })

  it('is refused to other staff, to the client, and for a malformed key', async () => {
    const { leaseId } = await lived()
    const other = await givenStaff(desk, { roles: ['technician', 'owner'], name: 'Radu' })
    await expect(revealed(desk, other, leaseId)).rejects.toEqual(refusedWith('not_found'))
    const { publicKey } = await oneTimeKey()
    // biome-ignore lint/suspicious/noExplicitAny: a caller that the types forbid
    await expect(desk.as(client as any).call(revealSecret, { leaseId, publicKey })).rejects.toEqual(refusedWith('role'))
    const sales = await givenStaff(desk, { roles: ['sales'], name: 'Radu' })
    await expect(revealed(desk, sales, leaseId)).rejects.toEqual(refusedWith('role'))
    for (const key of ['', 'x', publicKey.slice(1), `${publicKey}A`, 'A'.repeat(1_000_000)]) {
      const malformed = desk.as(technician).call(revealSecret, { leaseId, publicKey: key })
      await expect(malformed).rejects.toEqual(refusedWith('invalid'))
    }
    const zero = `${'0'.repeat(16)}.${'A'.repeat(43)}`
    await expect(desk.as(technician).call(revealSecret, { leaseId, publicKey: zero })).rejects.toEqual(
      refusedWith('invalid'),
    )
    expect(await revealed(desk, technician, leaseId)).toEqual({ password: 'S3cret-parolă' })
  })

  it('writes to the client, and stands in the access log by the broker’s own hand', async () => {
    const { leaseId } = await lived()
    await desk.runJobs()
    await desk.audit.sweep(0)
    const before = await lettersOf('secret_shown')
    await revealed(desk, technician, leaseId)
    await desk.runJobs()
    expect((await lettersOf('secret_shown')) - before).toBe(1)
    await desk.audit.sweep(0)
    const { rows } = await desk.owner.query(
      `select operation, actor_id, subjects from base.audit_entry where operation in ('broker.use', 'lease.reveal') order by seq desc limit 2`,
    )
    expect(rows.map((row) => row.operation).sort()).toEqual(['broker.use', 'lease.reveal'])
    for (const row of rows) expect(row).toMatchObject({ actor_id: technician.staffId, subjects: [client.personId] })
  })
})

describe('what has run out', () => {
  it('loses its ciphertext and ends its leases', async () => {
    const { leaseId, depositId } = await lived()
    await sql(`update base.deposit set expires_at = now() - interval '1 second' where id = '${depositId}'`)
    const ran = await desk.as({ kind: 'system', job: 'test' }, 'job').call(expireDeposits, {})
    expect(ran.ended).toBeGreaterThan(0)
    const { rows } = await desk.owner.query('select sealed, ending from base.deposit where id = $1', [depositId])
    expect(rows).toEqual([{ sealed: null, ending: 'expired' }])
    const { lease } = await desk.as(client).call(showLease, { leaseId })
    expect(lease).toMatchObject({ state: 'ended', ending: 'deposit_expired' })
  })
})

type Lived = Awaited<ReturnType<typeof lived>>
const sql = (text: string) => desk.owner.query(text)
const closed = (_one: Lived) => sql(`update base.account set closed_at = now() where id = '${client.accountId}'`)
async function lettersOf(kind: string): Promise<number> {
  const { rows } = await desk.owner.query('select count(*)::int as count from base.letter where kind = $1', [kind])
  return rows[0].count
}
