import { m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import { Table } from '../../ui/list/table.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { When } from '../../ui/text/when.tsx'
import type { listUses } from '../lease/list-uses.ts'

type Use = OutputOf<typeof listUses>['uses'][number]

/** Each showing of a secret: who, what, why, when. */
export function UseTable({ uses, to }: { uses: readonly Use[]; to: (leaseId: string) => string }) {
  return (
    <Table
      label={m.access_uses_title()}
      rows={uses}
      rowKey={(use) => use.id}
      rowTo={(use) => to(use.leaseId)}
      columns={[
        {
          key: 'who',
          head: m.access_head_who(),
          cell: (use) => m.access_use_line({ name: use.by, target: use.targetName }),
          phone: 'title',
        },
        { key: 'why', head: m.access_term_reason(), cell: (use) => use.reason, wide: true },
        { key: 'at', head: m.access_head_when(), cell: (use) => <When at={use.at} />, end: true },
      ]}
      empty={<EmptyState>{m.access_uses_none()}</EmptyState>}
    />
  )
}
