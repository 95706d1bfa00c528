import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Pager } from '../../ui/list/pager.tsx'
import { TabLinks } from '../../ui/list/tab-links.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { listOrders } from '../order/list-orders.ts'
import type { OrderLine } from '../order/order.view.ts'
import type { queueOrders } from '../order/queue-orders.ts'
import type { Route } from './+types/staff-orders.ts'
import { OrderTable } from './order-table.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = visit(context)
  const search = new URL(request.url).searchParams
  if (search.get('which') !== 'all') return { queue: await call<typeof queueOrders>('order.queue', {}), list: null }
  const before = search.get('before') ?? undefined
  const list = await call<typeof listOrders>('order.list', { which: 'all', before })
  return { queue: null, list: { ...list, first: before === undefined } }
}

const titles = {
  ordered: m.orders_queue_ordered,
  accepted: m.orders_queue_accepted,
  access_given: m.orders_queue_access_given,
  in_work: m.orders_queue_in_work,
  delivered: m.orders_queue_delivered,
}

/** As many as the operation answers for each step. */
const mostShown = 25

/** What the provider must do comes first, then what waits for clients. */
const shownFirst = ['ordered', 'access_given', 'in_work', 'accepted', 'delivered'] as const

export default function StaffOrders({ loaderData: { queue, list } }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader title={m.orders_title()} />
      <TabLinks
        label={m.orders_title()}
        items={[
          { to: '/staff/orders', words: m.orders_tab_queue(), current: queue !== null },
          { to: '/staff/orders?which=all', words: m.orders_tab_all(), current: list !== null },
        ]}
      />
      {queue && <Queue steps={queue.steps} />}
      {list && (
        <>
          <OrderTable orders={list.orders} reader="provider" empty={<EmptyState>{m.orders_none_staff()}</EmptyState>} />
          <Pager newer={list.first ? null : '?which=all'} older={list.next && `?which=all&before=${list.next}`} />
        </>
      )}
    </Page>
  )
}

const waitsForClient = (order: OrderLine) => order.duty?.who === 'client'

type Steps = NonNullable<Route.ComponentProps['loaderData']['queue']>['steps']

function Queue({ steps }: { steps: Steps }) {
  // Access may be taken back after it was complete: then the order waits for the client again.
  const missing = steps.flatMap((step) => (step.status === 'access_given' ? step.orders.filter(waitsForClient) : []))
  const moved = steps.map((step) => {
    if (step.status === 'access_given')
      return { ...step, orders: step.orders.filter((order) => !waitsForClient(order)) }
    return step.status === 'accepted' ? { ...step, orders: [...step.orders, ...missing] } : step
  })
  const filled = shownFirst.flatMap((status) =>
    moved.filter((step) => step.status === status && step.orders.length > 0),
  )
  if (filled.length === 0) return <EmptyState>{m.orders_queue_empty()}</EmptyState>
  return (
    <div className="mt-6 grid gap-8">
      {filled.map(({ status, total, orders }) => (
        <Section
          key={status}
          title={titles[status]()}
          aside={total > mostShown ? m.orders_queue_of({ shown: orders.length, count: total }) : undefined}
        >
          <OrderTable orders={orders} reader="provider" withoutState />
        </Section>
      ))}
    </div>
  )
}
