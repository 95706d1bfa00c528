import { m } from '../../platform/language/words.ts'
import { Table } from '../../ui/list/table.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { When } from '../../ui/text/when.tsx'
import { kindNames } from './case-words.ts'
import { RequestState } from './request-state.tsx'
import type { CaseLine } from './request-words.ts'

/** A person's requests, each leading to its course and answer. */
export function RequestTable({ cases }: { cases: readonly CaseLine[] }) {
  return (
    <Table<CaseLine>
      label={m.rights_requests_title()}
      rows={cases}
      rowKey={(one) => one.id}
      rowTo={(one) => `/desk/privacy/requests/${one.id}`}
      columns={[
        {
          key: 'what',
          head: m.rights_request_what(),
          cell: (one) => kindNames[one.kind](),
          phone: 'title',
          wide: true,
        },
        { key: 'number', head: m.rights_request_number(), cell: (one) => one.number, end: true, named: true },
        { key: 'state', head: m.rights_request_state(), cell: (one) => <RequestState of={one} /> },
        { key: 'at', head: m.rights_request_received(), cell: (one) => <When at={one.receivedAt} />, end: true },
      ]}
      empty={<EmptyState>{m.rights_requests_none()}</EmptyState>}
    />
  )
}
