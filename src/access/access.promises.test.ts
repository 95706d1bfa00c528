/** Each promise that access keeps is broken on a real database, and its check must say so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedLease, askedServer, deposited, givenTicket, revealed } from '../../test/support/access.ts'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../test/support/given.ts'
import { type Looking, looking, operationsBut } from '../../test/support/promises.ts'

let desk: TestDesk
let checks: Looking
const given = { depositId: '', leaseId: '' }

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  checks = await looking(desk)
  const technician = await givenStaff(desk, { roles: ['technician'] })
  const member = await givenMember(desk)
  const asked = await askedServer(desk, technician, member.accountId, 3)
  const { targetId, depositId } = await deposited(desk, member, asked)
  const ticketId = await givenTicket(desk.owner, member.accountId, technician.staffId)
  given.leaseId = await approvedLease(desk, technician, member, { targetId, ticketId })
  given.depositId = depositId
  await revealed(desk, technician, given.leaseId)
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

/** What is done by the owner of the database, past every rule, and taken back afterwards. */
async function broken(promise: string, need: string, ...statements: string[]) {
  expect(await checks.look(promise, need), need).toMatchObject({ holds: true })
  const { rows } = await desk.owner.query('select * from base.deposit')
  for (const statement of statements) await desk.owner.query(statement)
  const found = await checks.look(promise, need)
  await desk.owner.query('update base.deposit set sealed = $1', [rows[0].sealed])
  return found
}

describe('a broken promise of access is seen', () => {
  it('P8: a deposit in clear', async () => {
    const found = await broken(
      'P8',
      'envelopes',
      `update base.deposit set sealed = convert_to('{"password":"S3cret-parolă"}', 'UTF8')`,
    )
    expect(found).toMatchObject({ holds: false, figure: { en: expect.stringContaining('not encrypted: 1') } })
  })

  it('P8: a ciphertext that outlived its deposit', async () => {
    const { rows } = await desk.owner.query<{ name: string }>(
      `select conname as name from pg_constraint where conrelid = 'base.deposit'::regclass and contype = 'c'
         and pg_get_constraintdef(oid) like '%sealed%'`,
    )
    await desk.owner.query(`alter table base.deposit drop constraint "${rows[0]?.name}"`)
    const found = await broken('P8', 'envelopes', 'update base.deposit set ended_at = now()')
    expect(found).toMatchObject({ holds: false, figure: { en: expect.stringContaining('kept after they ended: 1') } })
    await desk.owner.query('update base.deposit set ended_at = null')
  })

  it.each([
    ['P9', 'database'],
    ['P11', 'ticketing'],
  ] as const)('%s: a deposit in clear of its own kind', async (promise, kind) => {
    const bytes = (await desk.owner.query('select sealed from base.deposit')).rows[0].sealed
    await desk.owner.query('update base.deposit set kind = $1', [kind])
    expect(await checks.look(promise, 'envelopes')).toMatchObject({ holds: true })
    await desk.owner.query(`update base.deposit set sealed = convert_to('parola', 'UTF8')`)
    expect(await checks.look(promise, 'envelopes')).toMatchObject({ holds: false })
    await desk.owner.query(`update base.deposit set kind = 'server', sealed = $1`, [bytes])
  })

  it('P8: a use, or a lease, that the client does not see', async () => {
    expect(await checks.look('P8', 'uses_shown')).toMatchObject({
      holds: true,
      figure: { en: expect.stringContaining('uses: 2;') },
    })
    for (const view of ['reveal', 'lease']) {
      const { rows } = await desk.owner.query(`select pg_get_viewdef('access.${view}'::regclass) as sql`)
      await desk.owner.query(
        `create or replace view access.${view} as select * from (${rows[0].sql.replace(/;\s*$/, '')}) v where false`,
      )
      expect(await checks.look('P8', 'uses_shown'), view).toMatchObject({ holds: false })
      await desk.owner.query(`create or replace view access.${view} as ${rows[0].sql}`)
    }
    const operations = operationsBut(checks.ground, 'reveal.list', { who: { staff: 'any' } })
    expect(await checks.look('P8', 'uses_shown', { operations })).toMatchObject({ holds: false })
  })

  it('P15: a request that does not say why, what or until when', async () => {
    expect(await checks.look('P15', 'named_requests')).toMatchObject({ holds: true })
    for (const [breaks, mends] of [
      [`update base.secret_request set reason = ' '`, `update base.secret_request set reason = 'Mutăm site-ul'`],
      [`update base.secret_request_item set name = ''`, `update base.secret_request_item set name = 'Server web'`],
      [
        'update base.secret_request set expires_at = created_at',
        `update base.secret_request set expires_at = created_at + interval '7 days'`,
      ],
    ] as const) {
      await desk.owner.query(breaks)
      expect(await checks.look('P15', 'named_requests'), breaks).toMatchObject({ holds: false })
      await desk.owner.query(mends)
    }
    expect(await checks.look('P15', 'named_requests')).toMatchObject({ holds: true })
  })

  it('P15: a lease used after its end, or without a reason', async () => {
    expect(await checks.look('P15', 'time_boxed')).toMatchObject({ holds: true })
    await desk.owner.query(`update base.reveal set at = now() + interval '2 days'`)
    expect(await checks.look('P15', 'time_boxed')).toMatchObject({ holds: false })
    await desk.owner.query(`update base.reveal set at = now(); update base.lease set reason = ''`)
    expect(await checks.look('P15', 'time_boxed')).toMatchObject({ holds: false })
  })
})
