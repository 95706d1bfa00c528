import { expect, it } from 'vitest'
import { testDesk } from '../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../test/support/given.ts'
import { givenService, placedOrder } from '../../test/support/orders.ts'
import { heldOverview } from '../rights/held/held-overview.ts'
import { heldTable } from '../rights/held/held-table.ts'

it('shows a person what they chose and what it costs as it was written, and what they wrote as they wrote it', async () => {
  const desk = await testDesk()
  const service = await givenService(desk, await givenStaff(desk))
  const member = await givenMember(desk)
  await placedOrder(desk, member, service)
  const { columns, rows } = await desk.as(member).call(heldTable, { table: 'order_answer' })
  const at = columns.findIndex(({ name }) => name === 'support_detail')
  expect(rows.map((row) => row[at]).filter((value) => value !== null)).toEqual([{ ro: 'Noaptea', en: 'By night' }])
  expect(JSON.stringify(rows)).toContain('admin@client.test')

  const { tables } = await desk.as(member).call(heldOverview, {})
  const orders = tables.find(({ name }) => name === 'order')
  const price = orders?.columns.findIndex(({ name }) => name === 'price_minor') ?? -1
  expect(orders?.rows[0]?.[price]).toEqual({ ro: '1.450,00\u00a0RON', en: 'RON\u00a01,450.00' })
})
