import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Pager } from '../../ui/list/pager.tsx'
import { TabLinks } from '../../ui/list/tab-links.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { listOrders } from '../order/list-orders.ts'
import type { placeOrder } from '../order/place-order.ts'
import type { Route } from './+types/orders.ts'
import { OrderTable } from './order-table.tsx'
import { whichOf } from './which.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  const which = whichOf(search)
  const before = search.get('before') ?? undefined
  const { call, can } = visit(context)
  const page = await call<typeof listOrders>('order.list', { which, before })
  return { ...page, which, first: before === undefined, mayOrder: can<typeof placeOrder>('order.place') }
}

export default function Orders({ loaderData }: Route.ComponentProps) {
  const { orders, next, which, first, mayOrder } = loaderData
  const order = (
    <LinkButton to="/desk/services" look={mayOrder ? 'primary' : 'quiet'}>
      {mayOrder ? m.orders_new_button() : m.orders_services_title()}
    </LinkButton>
  )
  const none = mayOrder ? m.orders_none_open : m.orders_none_open_yet
  return (
    <Page>
      <PageHeader title={m.orders_title()} action={order} />
      <TabLinks
        label={m.orders_title()}
        items={[
          { to: '/desk/orders', words: m.orders_tab_open(), current: which === 'open' },
          { to: '/desk/orders?which=over', words: m.orders_tab_over(), current: which === 'over' },
        ]}
      />
      <OrderTable
        orders={orders}
        reader="client"
        empty={<EmptyState>{which === 'open' ? none() : m.orders_none_over()}</EmptyState>}
      />
      <Pager newer={first ? null : `?which=${which}`} older={next && `?which=${which}&before=${next}`} />
    </Page>
  )
}
