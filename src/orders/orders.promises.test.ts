/** Each promise that orders keep is broken on a real database, and its check must say so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../test/support/given.ts'
import { givenService, orderAt } from '../../test/support/orders.ts'
import { type Looking, looking, operationsBut } from '../../test/support/promises.ts'

let desk: TestDesk
let checks: Looking

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  checks = await looking(desk)
  const owner = await givenStaff(desk)
  const member = await givenMember(desk)
  const service = await givenService(desk, owner)
  await orderAt(desk, { member, owner, service }, 'delivered')
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

const holds = (promise: string, need: string) => async () =>
  expect(await checks.look(promise, need)).toMatchObject({ holds: true })

/** A need of P43 that holds, fails without some rows, and holds with them again. */
async function without(table: string, which: string, need: string): Promise<void> {
  await holds('P43', need)()
  const { rows } = await desk.owner.query(`delete from base.${table} t where ${which} returning to_jsonb(t) as row`)
  expect(rows.length).toBeGreaterThan(0)
  expect(await checks.look('P43', need)).toMatchObject({ holds: false })
  const back = `insert into base.${table} select * from jsonb_populate_recordset(null::base.${table}, $1)`
  await desk.owner.query(back, [JSON.stringify(rows.map(({ row }) => row))])
  await holds('P43', need)()
}

describe('a broken promise of orders is seen', () => {
  it('P14: a form that asks for what is not declared, and a service without a form', async () => {
    await holds('P14', 'declared_fields')()
    await holds('P14', 'per_service')()
    const { rows } = await desk.owner.query('select asks from base.service')
    const asks = rows[0].asks as { fields: { kind: string }[] }
    const set = (value: unknown) => desk.owner.query('update base.service set asks = $1', [JSON.stringify(value)])
    await set({ ...asks, fields: [{ ...asks.fields[0], kind: 'mothers_name' }] })
    expect(await checks.look('P14', 'declared_fields')).toMatchObject({ holds: false })
    await set({ ...asks, fields: [{ ...asks.fields[0], kind: 'created_at' }] })
    expect(await checks.look('P14', 'declared_fields')).toMatchObject({ holds: false })
    await set({ ...asks, fields: [] })
    expect(await checks.look('P14', 'per_service')).toMatchObject({ holds: false })
    await set(asks)
  })

  it('P19: feedback that the client cannot give', async () => {
    await holds('P19', 'feedback')()
    const operations = operationsBut(checks.ground, 'order.feedback', { who: { staff: 'any' } })
    expect(await checks.look('P19', 'feedback', { operations })).toMatchObject({ holds: false })
  })

  it('P20: an order that no person accepted, and a program that may', async () => {
    await holds('P20', 'no_automatic_decision')()
    const operations = operationsBut(checks.ground, 'order.decline', { who: { system: true } })
    expect(await checks.look('P20', 'no_automatic_decision', { operations })).toMatchObject({ holds: false })
    const { rows } = await desk.owner.query(`select by_staff from base.order_event where kind = 'accepted'`)
    await desk.owner.query(`update base.order_event set by_staff = null where kind = 'accepted'`)
    expect(await checks.look('P20', 'no_automatic_decision')).toMatchObject({ holds: false })
    await desk.owner.query(`update base.order_event set by_staff = $1 where kind = 'accepted'`, [rows[0].by_staff])
  })

  it('P43: work that began without its access, whatever came later', async () => {
    await holds('P43', 'access_first')()
    await desk.owner.query(`update base.deposit set sealed = null, ended_at = now(), ending = 'withdrawn'`)
    await holds('P43', 'access_first')()
    await desk.owner.query(`update base.deposit set created_at = now() + interval '1 minute'`)
    expect(await checks.look('P43', 'access_first')).toMatchObject({ holds: false })
    await desk.owner.query(
      `update base.deposit d set created_at = now() - interval '1 hour', ended_at = e.at - interval '1 second'
       from base.order_event e where e.kind = 'in_work'`,
    )
    expect(await checks.look('P43', 'access_first')).toMatchObject({ holds: false })
    await desk.owner.query('update base.deposit set ended_at = now()')
    await without('checklist_item', 'true', 'access_first')
    await desk.owner.query('update base.checklist_item set request_item_id = null')
    expect(await checks.look('P43', 'access_first')).toMatchObject({ holds: false })
  })

  it.each(['ordered', 'accepted', 'access_given', 'in_work', 'delivered'])(
    'P43: no step %s on the way',
    async (kind) => {
      await without('order_event', `kind = '${kind}'`, 'steps')
    },
  )

  it('P43: a delivery that says nothing, and steps in another order', async () => {
    await without('delivery', 'true', 'steps')
    await desk.owner.query(`update base.order_event set at = at - interval '1 day' where kind = 'in_work'`)
    expect(await checks.look('P43', 'steps')).toMatchObject({ holds: false })
    await desk.owner.query(`update base.order_event set at = at + interval '1 day' where kind = 'in_work'`)
    await holds('P43', 'steps')()
  })
})
