import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Search } from '../../ui/form/search.tsx'
import { Pager } from '../../ui/list/pager.tsx'
import { TabLinks } from '../../ui/list/tab-links.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { listClients } from '../clients/list-clients.ts'
import type { Route } from './+types/clients.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams
  const kind = asked.get('kind') === 'prospect' ? ('prospect' as const) : ('client' as const)
  const q = (asked.get('q') ?? '').slice(0, 200)
  const after = asked.get('after') ?? undefined
  const found = await visit(context).call<typeof listClients>('client.list', { kind, q, after })
  return { ...found, kind, q, after: after ?? null }
}

export default function Clients({ loaderData }: Route.ComponentProps) {
  const { clients, next, kind, q, after } = loaderData
  return (
    <Page>
      <PageHeader title={m.desk_clients()} />
      <div className="mb-4">
        <Search label={m.desk_search_clients()} q={q} />
      </div>
      {!q && (
        <TabLinks
          label={m.desk_client_kinds()}
          items={[
            { to: '/staff/clients', words: m.desk_clients(), current: kind === 'client' },
            { to: '/staff/clients?kind=prospect', words: m.desk_prospects(), current: kind === 'prospect' },
          ]}
        />
      )}
      <Table
        label={m.desk_clients()}
        rows={clients}
        rowKey={(client) => client.id}
        rowTo={(client) => `/staff/clients/${client.id}`}
        columns={[
          {
            key: 'name',
            head: m.desk_client_name(),
            cell: (client) => <span className="break-words">{client.name}</span>,
            wide: true,
            phone: 'title',
          },
          {
            key: 'state',
            head: m.desk_status(),
            cell: (client) =>
              client.closedAt ? (
                <StateWord tone="plain">{m.desk_client_closed()}</StateWord>
              ) : client.kind === 'prospect' ? (
                <StateWord tone="plain">{m.desk_client_prospect()}</StateWord>
              ) : null,
          },
          { key: 'since', head: m.desk_client_since(), cell: (client) => <When at={client.createdAt} />, end: true },
        ]}
        empty={<EmptyState>{q ? m.desk_search_none({ q }) : m.desk_clients_none()}</EmptyState>}
      />
      {!q && <Pager newer={after ? `?kind=${kind}` : null} older={next && `?kind=${kind}&after=${next}`} />}
    </Page>
  )
}
