import type { giveDeposit } from '../../access/deposit/give-deposit.ts'
import type { listLeases } from '../../access/lease/list-leases.ts'
import type { listSecretRequests } from '../../access/request/list-requests.ts'
import type { ownCaseStudies } from '../../case-study/decide-study.ts'
import type { listTickets } from '../../desk/ticket/list-tickets.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import type { heldSummary } from '../../rights/held/held-summary.ts'
import type { listWaiting } from '../../rights/request/list-waiting.ts'
import type { listOwnSuccessions } from '../../succession/answer-question.ts'
import type { pendingTerms } from '../../terms/accept-terms.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { confirmOrder } from '../order/confirm-order.ts'
import type { listOrders } from '../order/list-orders.ts'
import type { placeOrder } from '../order/place-order.ts'
import type { Route } from './+types/home.ts'
import { Happening } from './happening.tsx'
import { Waiting } from './waiting.tsx'
import { waitingFor } from './waiting-for.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { actor, call, can } = visit(context)
  const isOwner = actor.kind === 'member' && actor.roles.includes('owner')
  const [
    { orders },
    { orders: over },
    { requests },
    { leases },
    { tickets },
    held,
    { requests: rights },
    terms,
    { questions },
    { studies },
  ] = await Promise.all([
    call<typeof listOrders>('order.list', { which: 'open' }),
    call<typeof listOrders>('order.list', { which: 'over', count: 10 }),
    call<typeof listSecretRequests>('secret_request.list', {}),
    call<typeof listLeases>('lease.list', { only: 'live' }),
    call<typeof listTickets>('ticket.list', {}),
    call<typeof heldSummary>('held.summary', {}),
    call<typeof listWaiting>('request.waiting', {}),
    call<typeof pendingTerms>('terms.pending', {}),
    call<typeof listOwnSuccessions>('succession.own', {}),
    // Only an owner may approve a text about the company.
    isOwner ? call<typeof ownCaseStudies>('case_study.own', {}) : { studies: [] },
  ])
  const may = { handOver: can<typeof giveDeposit>('deposit.give'), confirm: can<typeof confirmOrder>('order.confirm') }
  return {
    waiting: waitingFor({ orders: [...orders, ...over], requests, leases, tickets, rights, studies, questions, may }),
    mayOrder: can<typeof placeOrder>('order.place'),
    orders,
    held,
    // Asked of an owner, and only of clients from before this version.
    terms: terms.mayAccept && terms.current ? terms.current.version : null,
    rights: rights.filter(({ waitsFor }) => waitsFor === 'answer'),
    leases: leases.filter((lease) => lease.state === 'approved'),
    // Those that wait for the client stand above.
    tickets: tickets.filter(({ status }) => status === 'open' || status === 'waiting_us').slice(0, 5),
  }
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { waiting, orders, leases, tickets, held, rights, terms, mayOrder } = loaderData
  const ways = (
    <div className="flex flex-wrap gap-2">
      <LinkButton to="/desk/tickets/new">{m.orders_home_write()}</LinkButton>
      {mayOrder && (
        <LinkButton look="quiet" to="/desk/services">
          {m.orders_new_button()}
        </LinkButton>
      )}
    </div>
  )
  const happening = orders.length + leases.length + tickets.length + rights.length
  const quiet = waiting.length === 0 && happening === 0
  return (
    <Page>
      <PageHeader title={m.orders_home_title()} action={ways} />
      {terms && (
        <div className="mb-8">
          <Notice
            tone="wait"
            title={m.terms_home_title()}
            action={<TextLink to="/desk/terms">{m.terms_letter_action()}</TextLink>}
          >
            {m.terms_home_words({ version: terms })}
          </Notice>
        </div>
      )}
      <div className="grid gap-10">
        <Section title={m.orders_home_waiting()}>
          {waiting.length > 0 ? <Waiting things={waiting} /> : <p className="text-quiet">{m.orders_home_nothing()}</p>}
        </Section>
        {(quiet || happening > 0) && (
          <Section title={m.orders_home_happening()}>
            {quiet ? (
              <EmptyState>{mayOrder ? m.orders_home_empty() : m.orders_home_empty_write()}</EmptyState>
            ) : (
              <Happening orders={orders} leases={leases} tickets={tickets} rights={rights} />
            )}
          </Section>
        )}
        <Section title={m.orders_home_held()}>
          <p>
            {m.orders_held_things({ count: held.things })}{' '}
            {held.staffThisMonth === 0
              ? m.orders_held_nobody_looked()
              : m.orders_held_looked({ count: held.staffThisMonth })}{' '}
            <TextLink to="/desk/privacy">{m.orders_held_see()}</TextLink>
          </p>
        </Section>
      </div>
    </Page>
  )
}
