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
  empty?: ReactNode
}

export function OrderTable({ orders, reader, empty }: OrderTableProps) {
  const staff = reader === 'provider'
  const client: Column<OrderLine> = { key: 'client', head: m.orders_client(), cell: (order) => order.client ?? '—' }
  return (
    <Table
      label={m.orders_title()}
      rows={orders}
      rowKey={(order) => order.id}
      rowTo={(order) => `${staff ? '/staff' : '/desk'}/orders/${order.id}`}
      columns={[
        { key: 'name', head: m.orders_service(), cell: (order) => said(order.name), wide: true, phone: 'title' },
        ...(staff ? [client] : []),
        { key: 'state', head: m.orders_state(), cell: (order) => <OrderState order={order} reader={reader} /> },
        { key: 'since', head: m.orders_since(), cell: (order) => <When at={order.statusAt} />, end: true },
        { key: 'price', head: m.orders_price(), cell: (order) => <PriceWords price={order.price} />, end: true },
      ]}
      empty={empty}
    />
  )
}
