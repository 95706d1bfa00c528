import { day, fileSize } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { Table } from '../../ui/list/table.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Exact } from '../../ui/text/exact.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { BackupView } from '../list-backups.ts'
import { failureWords } from './closed-gate.tsx'

const hows: Readonly<Record<BackupView['how'], () => string>> = {
  schedule: m.backups_how_schedule,
  command: m.backups_how_command,
  found: m.backups_how_found,
}

export function BackupTable({ rows }: { rows: readonly BackupView[] }) {
  return (
    <Table<BackupView>
      label={m.backups_all()}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState>{m.backups_empty()}</EmptyState>}
      columns={[
        {
          key: 'name',
          head: m.backups_name(),
          cell: (row) =>
            row.name === null ? (
              <span className="break-words">{failureWords(row.failure)}</span>
            ) : (
              <span className="break-all">
                <Exact>{row.name}</Exact>
              </span>
            ),
          phone: 'title',
          wide: true,
        },
        { key: 'state', head: m.backups_state(), cell: (row) => <State row={row} /> },
        {
          key: 'how',
          head: m.backups_how(),
          cell: (row) => <span className="whitespace-nowrap">{hows[row.how]()}</span>,
          phone: 'hide',
        },
        {
          key: 'size',
          head: m.backups_size(),
          cell: (row) => row.bytes !== null && <span className="whitespace-nowrap">{fileSize(row.bytes)}</span>,
          end: true,
        },
        { key: 'at', head: m.backups_at(), cell: (row) => <When at={row.startedAt} />, end: true },
      ]}
    />
  )
}

function State({ row }: { row: BackupView }) {
  if (row.name === null) return <StateWord tone="danger">{m.backups_state_failed()}</StateWord>
  if (row.goneAt) {
    const expired = row.expiresAt !== null && row.expiresAt <= row.goneAt
    return <StateWord>{(expired ? m.backups_state_expired : m.backups_state_gone)({ day: day(row.goneAt) })}</StateWord>
  }
  if (row.expiresAt === null) return <StateWord tone="done">{m.backups_state_kept()}</StateWord>
  if (row.expiresAt < new Date())
    return <StateWord tone="wait">{m.backups_state_overdue({ day: day(row.expiresAt) })}</StateWord>
  return <StateWord tone="done">{m.backups_state_until({ day: day(row.expiresAt) })}</StateWord>
}
