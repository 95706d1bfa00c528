import type { ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import { type Column, Table } from '../../ui/list/table.tsx'
import { When } from '../../ui/text/when.tsx'
import type { OrderLine } from '../order/order.view.ts'
import { PriceWords } from './price-words.tsx'
import { said } from './said.ts'
import { OrderState } from './status-words.tsx'

interface OrderTableProps {
  orders: readonly OrderLine[]
  /** Staff see whose order it is. */
  reader: 'client' | 'provider'
  /** Where the heading above says how things stand. */
  withoutState?: boolean
  empty?: ReactNode
}

export function OrderTable({ orders, reader, withoutState = false, empty }: OrderTableProps) {
  const staff = reader === 'provider'
  const client: Column<OrderLine> = { key: 'client', head: m.orders_client(), cell: nameOf }
  const state: Column<OrderLine> = {
    key: 'state',
    head: m.orders_state(),
    cell: (order) => <OrderState order={order} reader={reader} />,
  }
  return (
    <Table
      label={m.orders_title()}
      rows={orders}
      rowKey={(order) => order.id}
      rowTo={(order) => `${staff ? '/staff' : '/desk'}/orders/${order.id}`}
      columns={[
        { key: 'name', head: m.orders_service(), cell: (order) => said(order.name), wide: true, phone: 'title' },
        ...(staff ? [client] : []),
        ...(withoutState ? [] : [state]),
        { key: 'since', head: m.orders_since(), cell: (order) => <When at={order.statusAt} />, end: true },
        { key: 'price', head: m.orders_price(), cell: (order) => <PriceWords price={order.price} />, end: true },
      ]}
      empty={empty}
    />
  )
}

function nameOf({ client }: OrderLine) {
  return <span className="inline-block md:min-w-36">{client ?? '—'}</span>
}
