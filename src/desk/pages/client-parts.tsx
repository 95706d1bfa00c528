import type { OrderLine } from '../../orders/order/order.view.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Pager } from '../../ui/list/pager.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Section } from '../../ui/shell/page.tsx'
import { When } from '../../ui/text/when.tsx'
import type { TicketLine } from '../ticket/ticket.view.ts'
import { orderStatusWords } from './order-status-words.ts'
import { nameOf, subjectOf, TicketState } from './ticket-words.tsx'

interface ClientTicketsProps {
  tickets: readonly TicketLine[]
  next: string | null
  after: string | null
}

export function ClientTickets({ tickets, next, after }: ClientTicketsProps) {
  return (
    <Section title={m.desk_tickets()}>
      <Table
        label={m.desk_tickets()}
        rows={tickets}
        rowKey={(ticket) => ticket.id}
        rowTo={(ticket) => `/staff/inbox/open/${ticket.id}`}
        columns={[
          { key: 'number', head: m.desk_number(), cell: (ticket) => <span className="tabular">#{ticket.number}</span> },
          {
            key: 'subject',
            head: m.desk_subject(),
            cell: (ticket) => <span className="break-words">{subjectOf(ticket.subject)}</span>,
            wide: true,
            phone: 'title',
          },
          {
            key: 'status',
            head: m.desk_status(),
            cell: (ticket) => <TicketState status={ticket.status} side="staff" />,
          },
          { key: 'at', head: m.desk_last_activity(), cell: (ticket) => <When at={ticket.lastActivityAt} />, end: true },
        ]}
        empty={<p className="border-y border-line py-4 text-quiet">{m.desk_client_no_tickets()}</p>}
      />
      <Pager newer={after ? '?' : null} older={next && `?after=${next}`} />
    </Section>
  )
}

export function ClientOrders({ orders }: { orders: readonly OrderLine[] }) {
  return (
    <Section title={m.desk_orders()}>
      <Table
        label={m.desk_orders()}
        rows={orders}
        rowKey={(order) => order.id}
        rowTo={(order) => `/staff/orders/${order.id}`}
        columns={[
          { key: 'name', head: m.desk_service(), cell: (order) => order.name[getLocale()], wide: true, phone: 'title' },
          { key: 'status', head: m.desk_status(), cell: (order) => orderStatusWords(order.status) },
          { key: 'at', head: m.desk_last_activity(), cell: (order) => <When at={order.statusAt} />, end: true },
        ]}
        empty={<p className="border-y border-line py-4 text-quiet">{m.desk_client_no_orders()}</p>}
      />
    </Section>
  )
}

interface Person {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly jobTitle: string | null
  readonly roles: readonly string[] | null
}

export function ClientPeople({ people }: { people: readonly Person[] }) {
  return (
    <Section title={m.desk_people()}>
      <Table
        label={m.desk_people()}
        rows={people}
        rowKey={(person) => person.id}
        columns={[
          {
            key: 'name',
            head: m.desk_person_name(),
            cell: (person) => (
              <>
                {nameOf(person)}
                {person.jobTitle && <span className="text-quiet"> · {person.jobTitle}</span>}
              </>
            ),
            wide: true,
            phone: 'title',
          },
          { key: 'email', head: m.desk_person_email(), cell: (person) => person.email ?? '' },
          {
            key: 'phone',
            head: m.desk_person_phone(),
            cell: (person) => <span className="tabular">{person.phone}</span>,
          },
        ]}
        empty={<p className="border-y border-line py-4 text-quiet">{m.desk_client_no_people()}</p>}
      />
    </Section>
  )
}
