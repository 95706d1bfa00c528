import { beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import { answers, givenService, orderAt, placedOrder } from '../../../test/support/orders.ts'
import { newId } from '../../platform/database/id.ts'
import { setLimit } from '../../privacy/limits/set-limit.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { acceptOrder } from './accept-order.ts'
import { askAgain } from './ask-again.ts'
import { cancelOrder } from './cancel-order.ts'
import { confirmOrder } from './confirm-order.ts'
import { declineOrder } from './decline-order.ts'
import { deliverOrder } from './deliver-order.ts'
import { giveFeedback } from './give-feedback.ts'
import { listOrders } from './list-orders.ts'
import { noteAccess } from './note-access.ts'
import { placeOrder } from './place-order.ts'
import { queueOrders } from './queue-orders.ts'
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

describe('hostile callers', () => {
  const reason = 'Nu'
  test('another account finds nothing of an order, by any operation', async () => {
    const orderId = await at('delivered')
    const on = desk.as(other)
    const tries = [
      () => on.call(showOrder, { orderId }),
      () => on.call(confirmOrder, { orderId }),
      () => on.call(cancelOrder, { orderId }),
      () => on.call(giveFeedback, { orderId, rating: 1 }),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'not_found' })
    const { orders } = await on.call(listOrders, { count: 100 })
    expect(orders.some((order) => order.id === orderId)).toBe(false)
    await expect(on.call(listOrders, { accountId: member.accountId })).rejects.toMatchObject({ code: 'role' })
    expect((await show(orderId)).status).toBe('delivered')
  })

  test('a member who only sees bills reads, and neither places nor cancels nor confirms', async () => {
    const billing = await givenMember(desk, { accountId: member.accountId, roles: ['billing'] })
    const orderId = await at('delivered')
    const on = desk.as(billing)
    expect((await show(orderId, billing)).may).toEqual([])
    const placement = { serviceId: service.id, revision: 1, placementId: newId(), answers }
    await expect(on.call(placeOrder, placement)).rejects.toMatchObject({ code: 'role' })
    await expect(on.call(cancelOrder, { orderId })).rejects.toMatchObject({ code: 'role' })
    await expect(on.call(confirmOrder, { orderId })).rejects.toMatchObject({ code: 'role' })
  })

  test('members do not take the provider’s steps, staff do not take the client’s, sales do not work', async () => {
    const orderId = await at('access_given')
    const sales = await givenStaff(desk, { roles: ['sales'] })
    const privacy = await givenStaff(desk, { roles: ['privacy'] })
    for (const actor of [member, privacy]) {
      const on = desk.as(actor)
      await expect(on.call(acceptOrder, { orderId })).rejects.toMatchObject({ code: 'role' })
      await expect(on.call(declineOrder, { orderId, reason })).rejects.toMatchObject({ code: 'role' })
      await expect(on.call(askAgain, { orderId })).rejects.toMatchObject({ code: 'role' })
      await expect(on.call(queueOrders, {})).rejects.toMatchObject({ code: 'role' })
    }
    for (const actor of [member, privacy, sales]) {
      await expect(desk.as(actor).call(startWork, { orderId })).rejects.toMatchObject({ code: 'role' })
      await expect(desk.as(actor).call(deliverOrder, { orderId, words: 'x' })).rejects.toMatchObject({ code: 'role' })
    }
    for (const operation of [confirmOrder, cancelOrder]) {
      await expect(desk.as(owner).call(operation, { orderId })).rejects.toMatchObject({ code: 'role' })
    }
    await expect(desk.as(privacy).call(showOrder, { orderId })).rejects.toMatchObject({ code: 'role' })
    await expect(desk.as(owner).call(noteAccess, { orderId })).rejects.toMatchObject({ code: 'role' })
  })

  test('no step is taken from a state in which it does not start', async () => {
    const orderId = await at('ordered')
    const wrong = { code: 'order_status' }
    await expect(desk.as(technician).call(startWork, { orderId })).rejects.toMatchObject(wrong)
    await expect(desk.as(technician).call(deliverOrder, { orderId, words: 'x' })).rejects.toMatchObject(wrong)
    await expect(desk.as(member).call(confirmOrder, { orderId })).rejects.toMatchObject(wrong)
    await expect(desk.as(member).call(giveFeedback, { orderId, rating: 3 })).rejects.toMatchObject(wrong)
    await desk.as(owner).call(declineOrder, { orderId, reason })
    await expect(desk.as(owner).call(acceptOrder, { orderId })).rejects.toMatchObject(wrong)
    await expect(desk.as(member).call(cancelOrder, { orderId })).rejects.toMatchObject(wrong)
    expect((await show(orderId)).steps.at(-1)).toMatchObject({ kind: 'declined', words: reason })
  })

  test.each<[string, string, Record<string, string>]>([
    ['nothing where something is required', 'answers.email', {}],
    ['no address', 'answers.email', { email: 'nobody' }],
    ['a field that the form does not have', 'answers.password', { email: 'a@b.test', password: 'x' }],
    ['a prototype’s name', 'answers.constructor', { email: 'a@b.test', constructor: 'x' }],
    ['a choice that is none', 'answers.when', { email: 'a@b.test', when: 'never' }],
    ['a huge answer', 'answers.address', { email: 'a@b.test', address: 'x'.repeat(8001) }],
    ['a huge answer beside another fault', 'answers.email', { email: 'nobody', address: 'x'.repeat(30_000) }],
    ['a card number', 'answers.address', { email: 'a@b.test', address: 'card 4111 1111 1111 1111' }],
    ['an IBAN', 'answers.address', { email: 'a@b.test', address: 'RO49 AAAA 1B31 0075 9384 0000' }],
  ])('an order form with %s is refused at its field, and nothing is written', async (_, field, given) => {
    const before = await rowsOf('"order"')
    const placement = { serviceId: service.id, revision: 1, placementId: newId(), answers: given }
    const refusal = expect.objectContaining({ [field]: expect.any(String) })
    await expect(desk.as(member).call(placeOrder, placement)).rejects.toMatchObject({
      code: 'invalid',
      fields: refusal,
    })
    expect(await rowsOf('"order"')).toBe(before)
  })

  test('payment details are refused in every free text', async () => {
    const card = 'Cardul 4111111111111111'
    const orderId = await at('in_work')
    const invalid = { code: 'invalid' }
    await expect(desk.as(owner).call(declineOrder, { orderId, reason: card })).rejects.toMatchObject(invalid)
    await expect(desk.as(member).call(cancelOrder, { orderId, reason: card })).rejects.toMatchObject(invalid)
    await expect(desk.as(owner).call(deliverOrder, { orderId, words: card })).rejects.toMatchObject(invalid)
    const feedback = { orderId, rating: 5, words: card }
    await expect(desk.as(member).call(giveFeedback, feedback)).rejects.toMatchObject(invalid)
  })

  test('a service that is not offered cannot be ordered', async () => {
    const placement = { serviceId: newId(), revision: 1, placementId: newId(), answers }
    await expect(desk.as(member).call(placeOrder, placement)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('lists', () => {
  test('page by key, newest first, each order once', async () => {
    const lister = await givenMember(desk)
    const placed: string[] = []
    for (let n = 0; n < 7; n++) placed.unshift(await placedOrder(desk, lister, plain))
    const seen: string[] = []
    let before: string | undefined
    do {
      const page = await desk.as(lister).call(listOrders, { count: 3, before })
      seen.push(...page.orders.map((order) => order.id))
      before = page.next ?? undefined
    } while (before)
    expect(seen).toEqual(placed)
    await desk.as(lister).call(cancelOrder, { orderId: placed[0]! })
    const over = await desk.as(lister).call(listOrders, { which: 'over' })
    expect(over.orders.map((order) => [order.id, order.client])).toEqual([[placed[0], null]])
    const ofClient = await desk.as(owner).call(listOrders, { accountId: lister.accountId, which: 'open' })
    expect(ofClient.orders).toHaveLength(6)
    expect(ofClient.orders[0]).toMatchObject({ client: 'Client Unu SRL', duty: { who: 'provider', what: 'accept' } })
  })

  test('the queue says where every open order stands, longest waiting first', async () => {
    const { steps } = await desk.as(technician).call(queueOrders, {})
    expect(steps.map((step) => step.status)).toEqual(['ordered', 'accepted', 'access_given', 'in_work', 'delivered'])
    for (const { total, orders } of steps) {
      expect(orders.length).toBe(Math.min(total, 25))
      const times = orders.map((order) => order.statusAt.getTime())
      expect(times).toEqual([...times].sort((a, b) => a - b))
    }
  })
})

describe('a person who restricted the use of their data', () => {
  test('takes their orders out of the daily work, until the restriction is lifted', async () => {
    const restricted = await givenMember(desk)
    const given = { member: restricted, owner, service: plain }
    const orderId = await orderAt(desk, given, 'ordered')
    const limit = (kind: 'restricted' | 'lifted') =>
      desk.handles
        .of('rights')
        .transaction()
        .execute((trx) => setLimit(trx, restricted, { kind }, { kind: 'system', job: 'test' }))
    await limit('restricted')
    await expect(show(orderId, owner)).rejects.toMatchObject({ code: 'not_found' })
    await expect(desk.as(owner).call(acceptOrder, { orderId })).rejects.toMatchObject({ code: 'not_found' })
    const { orders } = await desk.as(owner).call(listOrders, { accountId: restricted.accountId })
    expect(orders).toEqual([])
    await limit('lifted')
    expect((await show(orderId, owner)).answers).toHaveLength(3)
  })
})

describe('what is written about an order', () => {
  test('letters go to who ordered and to who takes orders on, once a step', async () => {
    const orderId = await at('delivered')
    const kinds = async (to: string) =>
      (await lettersTo(desk, to)).map(({ kind }) => kind).filter((kind) => kind.startsWith('order_'))
    const { rows } = await desk.owner.query('select email from base.person where id = $1', [member.personId])
    expect((await kinds(rows[0].email)).slice(-2)).toEqual(['order_in_work', 'order_delivered'])
    const staff = `${technician.staffId}@provider.test`
    expect((await kinds(staff)).slice(-2)).toEqual(['order_ordered', 'order_access_given'])
    await desk.as(member).call(confirmOrder, { orderId })
    expect((await kinds(staff)).at(-1)).toBe('order_confirmed')
  })

  test('the access log says whose order it was', async () => {
    const orderId = await at('ordered')
    await show(orderId, technician)
    const { rows } = await desk.owner.query(
      `select account_id, subjects from base.audit_entry where operation = 'order.show' and actor_id = $1 order by seq desc limit 1`,
      [technician.staffId],
    )
    expect(rows[0]).toEqual({ account_id: member.accountId, subjects: [member.personId] })
  })

  test('a purpose sees no more of the answers than the map says', async () => {
    const orderId = await at('ordered')
    const billing = await desk.handles
      .of('billing')
      .selectFrom('order_answer')
      .selectAll()
      .where('order_id', '=', orderId)
      .execute()
    expect(billing.map((row) => row.billing_address).filter(Boolean)).toEqual([answers.address])
    expect(billing[0]).not.toHaveProperty('authorised_email')
    const improvement = desk.handles.of('improvement').selectFrom('order_answer').selectAll()
    for (const row of await improvement.execute()) {
      expect([row.authorised_email, row.billing_address, row.chat_account, row.server_detail]).toEqual(
        Array(4).fill(null),
      )
    }
  })
})
