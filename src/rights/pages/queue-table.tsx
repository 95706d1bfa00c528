import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { type Column, Table } from '../../ui/list/table.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import { dueWords, kindNames, type QueueLine } from './case-words.ts'
import { outcomeWords } from './request-words.ts'

const none = {
  open: () => m.rights_queue_none_open(),
  to_tell: () => m.rights_queue_none_to_tell(),
  closed: () => m.rights_queue_none_closed(),
}

interface QueueTableProps {
  rows: readonly QueueLine[]
  list: keyof typeof none
}

export function QueueTable({ rows, list }: QueueTableProps) {
  const columns: Column<QueueLine>[] = [
    {
      key: 'what',
      head: m.rights_request_what(),
      cell: (one) => (
        <span className="md:whitespace-nowrap">
          {kindNames[one.kind]()} <span className="tabular text-quiet">#{one.number}</span>
        </span>
      ),
      phone: 'title',
    },
    {
      key: 'who',
      head: m.rights_queue_who(),
      cell: (one) => (
        <span className="break-words">
          {one.name}
          {one.accountName !== one.name && <span className="text-quiet">, {one.accountName}</span>}
        </span>
      ),
      wide: true,
    },
    {
      key: 'state',
      head: list === 'open' ? m.rights_queue_due() : m.rights_queue_outcome(),
      cell: (one) => <Stands of={one} />,
    },
    {
      key: 'at',
      head: list === 'closed' ? m.rights_queue_closed_at() : m.rights_request_received(),
      cell: (one) => <When at={(list === 'closed' ? one.closedAt : null) ?? one.receivedAt} />,
      end: true,
      phone: 'hide',
    },
  ]
  return (
    <Table
      label={m.rights_staff_title()}
      rows={rows}
      rowKey={(one) => one.id}
      rowTo={(one) => `/staff/rights/${one.id}`}
      unread={(one) => one.daysLeft !== null && one.daysLeft < 0}
      columns={columns}
      empty={<EmptyState>{none[list]()}</EmptyState>}
    />
  )
}

function Stands({ of }: { of: QueueLine }) {
  if (of.outcome !== null) return <span>{outcomeWords[of.outcome]()}</span>
  const { tone, words } = dueWords(of.daysLeft)
  return (
    <>
      <StateWord tone={tone}>{words}</StateWord>
      {of.dueOn && <span className="whitespace-nowrap text-small text-quiet"> · {civilDay(of.dueOn)}</span>}
    </>
  )
}
