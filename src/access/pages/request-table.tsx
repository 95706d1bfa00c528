import type { ReactNode } from 'react'
import { list } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { Table } from '../../ui/list/table.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { RequestView } from '../request/secret-request.view.ts'

interface RequestTableProps {
  requests: readonly RequestView[]
  to: (requestId: string) => string
  empty: ReactNode
  /** As the staff see them: beside each request, whose it is. */
  clients?: boolean
}

/** Secure requests: what is asked, by whom, and what still waits. */
export function RequestTable({ requests, to, empty, clients = false }: RequestTableProps) {
  const client = {
    key: 'client',
    head: m.access_head_client(),
    cell: (request: RequestView) => request.accountName,
  }
  const own = clients ? m.access_offered_by_client() : m.access_offered()
  return (
    <Table
      label={m.access_home_requests()}
      rows={requests}
      rowKey={(request) => request.id}
      rowTo={(request) => to(request.id)}
      unread={(request) => waiting(request) > 0}
      columns={[
        {
          key: 'what',
          head: m.access_head_asked(),
          cell: (request) => list(request.items.map((item) => item.name)),
          phone: 'title',
          wide: !clients,
        },
        ...(clients ? [client] : []),
        { key: 'by', head: m.access_head_by(), cell: (request) => request.askedBy ?? own },
        { key: 'state', head: m.access_head_state(), cell: (request) => <RequestState request={request} /> },
        { key: 'at', head: m.access_head_when(), cell: (request) => <When at={request.createdAt} />, end: true },
      ]}
      empty={empty}
    />
  )
}

/** How a request stands as a whole. */
export function RequestState({ request }: { request: RequestView }) {
  const count = waiting(request)
  if (request.state === 'withdrawn') return <StateWord>{m.access_request_withdrawn()}</StateWord>
  if (count > 0) return <StateWord tone="wait">{m.access_request_waiting({ count })}</StateWord>
  if (request.items.every((item) => item.state === 'given')) {
    return <StateWord tone="done">{m.access_item_given()}</StateWord>
  }
  return <StateWord>{request.state === 'expired' ? m.access_item_expired() : m.access_request_answered()}</StateWord>
}

function waiting(request: RequestView): number {
  return request.items.filter((item) => item.state === 'asked').length
}
