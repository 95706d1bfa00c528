import { beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { answers, giveAccess, givenService, orderAt, placedOrder, terms } from '../../../test/support/orders.ts'
import { withdrawDeposit } from '../../access/deposit/withdraw-deposit.ts'
import { refuseItem } from '../../access/request/refuse-item.ts'
import { showSecretRequest } from '../../access/request/show-request.ts'
import { newId } from '../../platform/database/id.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { saveService } from '../service/save-service.ts'
import { showService } from '../service/show-service.ts'
import { acceptOrder } from './accept-order.ts'
import { askAgain } from './ask-again.ts'
import { cancelOrder } from './cancel-order.ts'
import { confirmOrder } from './confirm-order.ts'
import { declineOrder } from './decline-order.ts'
import { deliverOrder } from './deliver-order.ts'
import { giveFeedback } from './give-feedback.ts'
import { noteAccess } from './note-access.ts'
import { placeOrder } from './place-order.ts'
import { showOrder } from './show-order.ts'
import { startWork } from './start-work.ts'

let desk: TestDesk
let owner: StaffActor
let technician: StaffActor
let member: MemberActor
let other: MemberActor
let service: { id: string; revision: number }
let plain: { id: string; revision: number }

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  owner = await givenStaff(desk, { name: 'Ana Patron' })
  technician = await givenStaff(desk, { roles: ['technician'], name: 'Radu Tehnic' })
  member = await givenMember(desk)
  other = await givenMember(desk, { name: 'Mihai Rus' })
  service = await givenService(desk, owner)
  plain = await givenService(desk, owner, { access: [] })
  return () => desk.close()
})

const at = (to: Parameters<typeof orderAt>[2], given = service) => orderAt(desk, { member, owner, service: given }, to)
const show = (orderId: string, actor: MemberActor | StaffActor = member) => desk.as(actor).call(showOrder, { orderId })
const rowsOf = async (table: string) =>
  Number((await desk.owner.query(`select count(*) as n from base.${table}`)).rows[0].n)

describe('an order from end to end', () => {
  test('goes from ordered to confirmed, each step with its time and who took it', async () => {
    const orderId = await placedOrder(desk, member, service)
    expect(await show(orderId)).toMatchObject({ status: 'ordered', duty: { who: 'provider', what: 'accept' } })
    await desk.as(owner).call(acceptOrder, { orderId })
    const accepted = await show(orderId)
    expect(accepted).toMatchObject({ status: 'accepted', duty: { who: 'client', what: 'give_access' } })
    expect(accepted.checklist).toEqual([{ item: 'server', state: 'asked', at: null, by: null, targetId: null }])
    await giveAccess(desk, member, orderId)
    await desk.runJobs()
    expect(await show(orderId, owner)).toMatchObject({
      status: 'access_given',
      duty: { who: 'provider', what: 'start' },
      checklist: [{ item: 'server', state: 'given', by: 'Ioana Popa' }],
    })
    await desk.as(technician).call(startWork, { orderId })
    await desk.as(technician).call(deliverOrder, { orderId, words: 'Gata.' })
    await desk.as(member).call(confirmOrder, { orderId })
    expect((await show(orderId)).duty).toEqual({ who: 'client', what: 'feedback' })
    await desk.as(member).call(giveFeedback, { orderId, rating: 5, words: 'Bun.' })
    const done = await show(orderId)
    expect(done.steps.map(({ kind, by, name }) => [kind, by, name])).toEqual([
      ['ordered', 'client', 'Ioana Popa'],
      ['accepted', 'provider', 'Ana Patron'],
      ['access_given', 'desk', null],
      ['in_work', 'provider', 'Radu Tehnic'],
      ['delivered', 'provider', 'Radu Tehnic'],
      ['confirmed', 'client', 'Ioana Popa'],
    ])
    expect(done).toMatchObject({
      delivery: { words: 'Gata.', by: 'Radu Tehnic' },
      feedback: { rating: 5, words: 'Bun.' },
      duty: null,
      may: [],
      answers: [
        { field: 'email', value: answers.email },
        { field: 'address', value: answers.address },
        { field: 'when', value: 'night' },
      ],
    })
  })

  test('an order that needs no access is ready for work when it is accepted, and skips no step', async () => {
    const orderId = await placedOrder(desk, member, plain)
    expect(await desk.as(owner).call(acceptOrder, { orderId })).toEqual({ status: 'access_given' })
    const { steps, requestId } = await show(orderId)
    expect(steps.map((step) => step.kind)).toEqual(['ordered', 'accepted', 'access_given'])
    expect(requestId).toBeNull()
  })

  test('keeps the terms it was placed under when the service changes', async () => {
    const changing = await givenService(desk, owner)
    const orderId = await placedOrder(desk, member, changing)
    const { slug } = await desk.as(owner).call(showService, { service: changing.id })
    const dearer = { ...terms, price: { ...terms.price, minor: '999900' }, access: [] }
    await desk.as(owner).call(saveService, { id: changing.id, revision: 1, slug, terms: dearer })
    const order = await show(orderId)
    expect(order).toMatchObject({ price: terms.price, terms })
    expect(order.checklist).toHaveLength(1)
    const stale = { serviceId: changing.id, revision: 1, placementId: newId(), answers }
    await expect(desk.as(member).call(placeOrder, stale)).rejects.toMatchObject({ code: 'service_changed' })
  })
})

describe('work does not begin before access is given', () => {
  test('asked, refused, withdrawn and expired are all not given', async () => {
    const orderId = await at('accepted')
    const start = () => desk.as(technician).call(startWork, { orderId })
    await expect(start()).rejects.toMatchObject({ code: 'order_status' })
    const { requestId } = await show(orderId)
    const { items } = await desk.as(member).call(showSecretRequest, { requestId: requestId! })
    await desk.as(member).call(refuseItem, { requestId: requestId!, itemId: items[0]!.id })
    expect((await show(orderId)).checklist[0]?.state).toBe('refused')
    await expect(start()).rejects.toMatchObject({ code: 'order_status' })
    await giveAccess(desk, member, orderId)
    await desk.runJobs()
    const { rows } = await desk.owner.query('select id from base.deposit where request_id = $1', [requestId])
    await desk.as(member).call(withdrawDeposit, { depositId: rows[0].id })
    expect(await show(orderId)).toMatchObject({ status: 'access_given', duty: { who: 'client', what: 'give_access' } })
    await expect(start()).rejects.toMatchObject({ code: 'access_missing' })
    await giveAccess(desk, member, orderId)
    await desk.owner.query('update base.deposit set expires_at = now() where request_id = $1', [requestId])
    await expect(start()).rejects.toMatchObject({ code: 'access_missing' })
    expect((await show(orderId, owner)).may).toEqual(['ask_again', 'decline'])
  })

  test('what was refused can be asked again, in a new request, and only that', async () => {
    const orderId = await at('accepted')
    await expect(desk.as(owner).call(askAgain, { orderId })).rejects.toMatchObject({ code: 'nothing_to_ask' })
    const first = (await show(orderId)).requestId!
    const { items } = await desk.as(member).call(showSecretRequest, { requestId: first })
    await desk.as(member).call(refuseItem, { requestId: first, itemId: items[0]!.id })
    expect(await desk.as(owner).call(askAgain, { orderId })).toEqual({ asked: 1 })
    const again = await show(orderId)
    expect(again.requestId).not.toBe(first)
    expect(again.checklist[0]?.state).toBe('asked')
    await giveAccess(desk, member, orderId)
    await desk.runJobs()
    expect((await show(orderId)).status).toBe('access_given')
  })

  test('work may begin before the job has noted that access is complete; no step is left out', async () => {
    const orderId = await at('accepted')
    await giveAccess(desk, member, orderId)
    await desk.as(technician).call(startWork, { orderId })
    await desk.runJobs()
    const kinds = (await show(orderId)).steps.map((step) => step.kind)
    expect(kinds).toEqual(['ordered', 'accepted', 'access_given', 'in_work'])
  })

  test('the job notes nothing twice', async () => {
    const orderId = await at('access_given')
    const system = { kind: 'system', job: 'order.note_access' } as const
    expect(await desk.as(system).call(noteAccess, { orderId })).toEqual({ noted: 'not_yet' })
  })
})

describe('access ends with the order', () => {
  const live = async (orderId: string) => {
    const { rows } = await desk.owner.query(
      `select count(*) as n from base.deposit d join base.secret_request r on r.id = d.request_id
       where r.order_id = $1 and d.ended_at is null`,
      [orderId],
    )
    return Number(rows[0].n)
  }

  test('when work done once is confirmed, and when an order is cancelled or declined', async () => {
    const confirmed = await at('delivered')
    const cancelled = await at('access_given')
    const declined = await at('access_given')
    for (const orderId of [confirmed, cancelled, declined]) expect(await live(orderId)).toBe(1)
    await desk.as(member).call(confirmOrder, { orderId: confirmed })
    await desk.as(member).call(cancelOrder, { orderId: cancelled })
    await desk.as(owner).call(declineOrder, { orderId: declined, reason: 'Sistemul este prea vechi.' })
    await desk.runJobs()
    for (const orderId of [confirmed, cancelled, declined]) expect(await live(orderId)).toBe(0)
  })

  test('but not when work goes on by the month', async () => {
    const monthly = await givenService(desk, owner, { price: { ...terms.price, unit: 'monthly' } })
    const orderId = await at('delivered', monthly)
    await desk.as(member).call(confirmOrder, { orderId })
    await desk.runJobs()
    expect(await live(orderId)).toBe(1)
  })
})

describe('twice and at once', () => {
  test('the same placement is one order, also when sent twenty times at once', async () => {
    const placement = { serviceId: service.id, revision: 1, placementId: newId(), answers }
    const before = await rowsOf('"order"')
    const all = await Promise.all(Array.from({ length: 20 }, () => desk.as(member).call(placeOrder, placement)))
    expect(new Set(all.map((one) => one.orderId)).size).toBe(1)
    expect(await rowsOf('"order"')).toBe(before + 1)
    const elsewhere = await desk.as(other).call(placeOrder, placement)
    expect(elsewhere.orderId).not.toBe(all[0]?.orderId)
  })

  const oneWins = async (calls: Promise<unknown>[]) => {
    const settled = await Promise.allSettled(calls)
    expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of settled) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'order_status' })
  }

  test('of ten who accept at once one does', async () => {
    const orderId = await at('ordered')
    const before = await rowsOf('secret_request')
    await oneWins(Array.from({ length: 10 }, () => desk.as(owner).call(acceptOrder, { orderId })))
    expect(await rowsOf('secret_request')).toBe(before + 1)
  })

  test('accept against cancel: whichever is first, the order holds together', async () => {
    for (let round = 0; round < 5; round++) {
      const orderId = await at('ordered')
      await Promise.allSettled([
        desk.as(owner).call(acceptOrder, { orderId }),
        desk.as(member).call(cancelOrder, { orderId }),
      ])
      const { status, steps } = await show(orderId)
      expect(status).toBe('cancelled')
      expect(steps.at(-1)?.kind).toBe('cancelled')
    }
  })

  test('of ten who confirm at once one does, and so with delivery, feedback and start', async () => {
    const orderId = await at('access_given')
    await oneWins(Array.from({ length: 10 }, () => desk.as(technician).call(startWork, { orderId })))
    await oneWins(Array.from({ length: 10 }, () => desk.as(technician).call(deliverOrder, { orderId, words: 'Gata.' })))
    await oneWins(Array.from({ length: 10 }, () => desk.as(member).call(confirmOrder, { orderId })))
    const said = await Promise.allSettled(
      Array.from({ length: 10 }, () => desk.as(member).call(giveFeedback, { orderId, rating: 4 })),
    )
    expect(said.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  })
})
