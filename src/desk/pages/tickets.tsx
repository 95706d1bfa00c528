import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Search } from '../../ui/form/search.tsx'
import { Pager } from '../../ui/list/pager.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { When } from '../../ui/text/when.tsx'
import type { searchForTickets } from '../search/search-tickets.ts'
import type { listTickets } from '../ticket/list-tickets.ts'
import type { Route } from './+types/tickets.ts'
import { subjectOf, TicketState } from './ticket-words.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = visit(context)
  const asked = new URL(request.url).searchParams
  const q = (asked.get('q') ?? '').slice(0, 200)
  const after = asked.get('after') ?? undefined
  const found = q
    ? await call<typeof searchForTickets>('ticket.search', { q, after })
    : await call<typeof listTickets>('ticket.list', { after })
  return { ...found, q, after: after ?? null }
}

export default function Tickets({ loaderData }: Route.ComponentProps) {
  const { tickets, next, q, after } = loaderData
  const write = <LinkButton to="/desk/tickets/new">{m.desk_write()}</LinkButton>
  const keep = q ? `q=${encodeURIComponent(q)}&` : ''
  const none = q ? (
    <EmptyState>{m.desk_search_none({ q })}</EmptyState>
  ) : (
    <EmptyState action={write}>{m.desk_tickets_none()}</EmptyState>
  )
  return (
    <Page>
      <PageHeader
        title={m.desk_tickets()}
        state={<TextLink to="/desk/playbook">{m.desk_playbook_client_link()}</TextLink>}
        action={write}
      />
      {(tickets.length > 0 || q) && (
        <div className="mb-4">
          <Search label={m.desk_search_tickets()} q={q} />
        </div>
      )}
      <Table
        label={m.desk_tickets()}
        rows={tickets}
        rowKey={(ticket) => ticket.id}
        rowTo={(ticket) => `/desk/tickets/${ticket.id}`}
        unread={(ticket) => ticket.status === 'waiting_client'}
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
            cell: (ticket) => <TicketState status={ticket.status} side="client" />,
          },
          { key: 'at', head: m.desk_last_activity(), cell: (ticket) => <When at={ticket.lastActivityAt} />, end: true },
        ]}
        empty={none}
      />
      <Pager newer={after ? `?${keep.slice(0, -1)}` : null} older={next && `?${keep}after=${next}`} />
    </Page>
  )
}
