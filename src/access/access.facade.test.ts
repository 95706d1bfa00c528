import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedLease, askedServer, deposited, givenTicket, revealed } from '../../test/support/access.ts'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenAccount, givenMember, givenStaff } from '../../test/support/given.ts'
import type { MemberActor, StaffActor } from '../privacy/operation/actor.ts'
import {
  accessChecklistState,
  destroySecretsOf,
  leasesBesideTicket,
  openRequestForOrder,
  secretsHeld,
} from './access.facade.ts'
import { withdrawDeposit } from './deposit/withdraw-deposit.ts'
import { refuseItem } from './request/refuse-item.ts'
import { showSecretRequest } from './request/show-request.ts'

let desk: TestDesk
let client: MemberActor
let technician: StaffActor
let accountId: string

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  accountId = await givenAccount(desk, 'Client Unu')
  client = await givenMember(desk, { accountId: accountId, roles: ['owner'] })
  technician = await givenStaff(desk, { roles: ['technician'], name: 'Radu' })
})
afterAll(() => desk.close())

const orderId = '0190f000-0000-7000-8000-00000000000a'
const opened = () =>
  desk.handles
    .of('orders')
    .transaction()
    .execute((trx) =>
      openRequestForOrder(
        { trx, now: new Date(), enqueue: async () => {} },
        {
          accountId,
          orderId,
          staffId: technician.staffId,
          reason: 'Pentru comanda dumneavoastră',
          items: [
            { kind: 'server', name: 'Serverul vechi' },
            { kind: 'server', name: 'Serverul nou', detail: 'cu drept de sudo' },
          ],
        },
      ),
    )

describe('access for an order', () => {
  it('is asked for under the purpose of orders, and its state follows what the client does', async () => {
    const { requestId, itemIds } = await opened()
    const state = async () => {
      const states = await accessChecklistState(desk.handles.of('orders'), accountId, itemIds)
      return itemIds.map((id) => states.get(id)?.state)
    }
    expect(await state()).toEqual(['asked', 'asked'])
    const request = await desk.as(client).call(showSecretRequest, { requestId })
    expect(request).toMatchObject({ orderId, askedBy: 'Radu', state: 'open' })
    const { depositId } = await deposited(desk, client, { requestId, itemId: itemIds[0]! })
    await desk.as(client).call(refuseItem, { requestId, itemId: itemIds[1]! })
    expect(await state()).toEqual(['given', 'refused'])
    await deposited(desk, client, { requestId, itemId: itemIds[1]! })
    expect(await state()).toEqual(['given', 'given'])
    await desk.as(client).call(withdrawDeposit, { depositId })
    expect(await state()).toEqual(['withdrawn', 'given'])
    await desk.owner.query('update base.deposit set expires_at = now() where request_id = $1', [requestId])
    expect(await state()).toEqual(['withdrawn', 'expired'])
    await desk.owner.query('update base.secret_request set expires_at = now() where id = $1', [requestId])
    expect(await state()).toEqual(['withdrawn', 'expired'])
  })

  it('says nothing about another account', async () => {
    const { itemIds } = await opened()
    const other = await givenAccount(desk, 'Client Doi')
    expect((await accessChecklistState(desk.handles.of('orders'), other, itemIds)).size).toBe(0)
    expect((await accessChecklistState(desk.handles.of('orders'), accountId, [])).size).toBe(0)
  })
})

describe('leases beside a ticket', () => {
  it('are shown under the purpose of support, to no other account', async () => {
    const ticketId = await givenTicket(desk.owner, accountId, technician.staffId)
    const { targetId } = await deposited(desk, client, await askedServer(desk, technician, accountId))
    const leaseId = await approvedLease(desk, technician, client, { targetId, ticketId })
    await revealed(desk, technician, leaseId)
    const beside = await leasesBesideTicket(desk.handles.of('support'), accountId, ticketId)
    expect(beside).toMatchObject([{ id: leaseId, holder: 'Radu', state: 'used_up', shown: 1, minutes: 30 }])
    const other = await givenAccount(desk, 'Client Trei')
    expect(await leasesBesideTicket(desk.handles.of('support'), other, ticketId)).toEqual([])
  })
})

describe('the end of an account’s secrets', () => {
  it('destroys every ciphertext and ends every lease of that account alone', async () => {
    const mine = await givenAccount(desk, 'Client Patru')
    const member = await givenMember(desk, { accountId: mine, roles: ['technical'] })
    const ticketId = await givenTicket(desk.owner, mine, technician.staffId)
    const { targetId } = await deposited(desk, member, await askedServer(desk, technician, mine))
    const leaseId = await approvedLease(desk, technician, member, { targetId, ticketId })
    await deposited(desk, client, await askedServer(desk, technician, accountId))
    const rights = desk.handles.of('rights')
    const others = (await secretsHeld(rights, accountId)).length
    expect(await secretsHeld(rights, mine)).toMatchObject([{ targetName: 'Server web', personId: member.personId }])
    expect(await rights.transaction().execute((trx) => destroySecretsOf(trx, mine))).toBe(1)
    expect(await secretsHeld(rights, mine)).toEqual([])
    expect(await secretsHeld(rights, accountId)).toHaveLength(others)
    await expect(revealed(desk, technician, leaseId)).rejects.toMatchObject({ code: 'lease_not_live' })
    const { rows } = await desk.owner.query('select sealed, ending from base.deposit where account_id = $1', [mine])
    expect(rows).toEqual([{ sealed: null, ending: 'erased' }])
  })
})
