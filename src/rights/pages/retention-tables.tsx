import { civilDay, number } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import type { DueView, HeldView, RunView } from '../../privacy/retention/list-retention.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { type Column, Table } from '../../ui/list/table.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'

type Locale = 'ro' | 'en'

/** What has something due comes first, in the order of the policy. */
const busy = (row: DueView) => Number(row.now + row.soon + row.held > 0)

export function DueTable({ rows, locale }: { rows: readonly DueView[]; locale: Locale }) {
  return (
    <Table<DueView>
      label={m.rights_retention_due()}
      rows={rows.toSorted((a, b) => busy(b) - busy(a))}
      rowKey={(row) => row.table}
      columns={[
        { key: 'data', head: m.rights_retention_data(), cell: (row) => row.label[locale], phone: 'title' },
        { key: 'period', head: m.rights_retention_period(), cell: (row) => row.span[locale] },
        { key: 'from', head: m.rights_retention_from(), cell: (row) => row.from[locale], phone: 'hide' },
        { key: 'now', head: m.rights_retention_now(), cell: (row) => number(row.now), end: true, named: true },
        { key: 'soon', head: m.rights_retention_soon(), cell: (row) => number(row.soon), end: true, named: true },
        {
          key: 'held',
          head: m.rights_retention_held_count(),
          cell: (row) => number(row.held),
          end: true,
          phone: 'hide',
        },
        {
          key: 'first',
          head: m.rights_retention_since(),
          cell: (row) => row.first && <When at={row.first} />,
          end: true,
          phone: 'hide',
        },
      ]}
    />
  )
}

const reasons: Readonly<Record<string, () => string>> = {
  restricted: m.rights_retention_why_restricted,
  legal_hold: m.rights_retention_why_legal_hold,
}

/** What ends it, and by when that has to be. */
function endOf({ why, due }: HeldView): string {
  if (why === 'restricted') return m.rights_retention_until_lifted()
  if (why === 'legal_hold') return m.rights_retention_until_released()
  return due ? m.rights_retention_until_answered_by({ day: civilDay(due) }) : m.rights_retention_until_answered()
}

/** A hold that somebody of the staff set is theirs to end. */
const release = (): Column<HeldView> => ({
  key: 'release',
  head: m.rights_retention_to_do(),
  cell: (row) =>
    row.holdId && (
      <Form id={`release-${row.holdId}`} className="print:hidden">
        <input type="hidden" name="accountId" value={row.accountId} />
        <input type="hidden" name="holdId" value={row.holdId} />
        <Submit look="quiet">{m.rights_retention_release()}</Submit>
      </Form>
    ),
  end: true,
})

export function HeldTable({ rows, mayRelease }: { rows: readonly HeldView[]; mayRelease: boolean }) {
  return (
    <Table<HeldView>
      label={m.rights_retention_held()}
      rows={rows}
      rowKey={(row) => `${row.accountId} ${row.personId} ${row.why} ${row.holdId}`}
      columns={[
        {
          key: 'whose',
          head: m.rights_retention_whose(),
          cell: (row) => (
            <>
              <TextLink to={`/staff/clients/${row.accountId}`}>{row.account ?? row.accountId}</TextLink>
              {', '}
              {row.personId === null ? m.rights_retention_whole_account() : (row.person ?? row.personId)}
            </>
          ),
          phone: 'title',
        },
        {
          key: 'why',
          head: m.rights_retention_why(),
          cell: (row) => (
            <>
              {(reasons[row.why] ?? m.rights_retention_why_request)()}
              {row.reason && <span className="block text-quiet">{row.reason}</span>}
            </>
          ),
          wide: true,
        },
        { key: 'until', head: m.rights_retention_held_until(), cell: endOf, wide: true },
        {
          key: 'since',
          head: m.rights_retention_held_since(),
          cell: (row) => <When at={row.since} />,
          end: true,
        },
        ...(mayRelease && rows.some((row) => row.holdId) ? [release()] : []),
      ]}
      empty={<p className="text-quiet">{m.rights_retention_held_none()}</p>}
    />
  )
}

export function RunsTable({ rows, locale }: { rows: readonly RunView[]; locale: Locale }) {
  return (
    <Table<RunView>
      label={m.rights_retention_runs()}
      rows={rows}
      rowKey={(row) => `${row.id} ${row.table}`}
      columns={[
        { key: 'data', head: m.rights_retention_data(), cell: (row) => row.label[locale], phone: 'title' },
        { key: 'ended', head: m.rights_retention_ended(), cell: (row) => <Ended row={row} />, wide: true },
        {
          key: 'state',
          head: m.rights_staff_state(),
          cell: (row) =>
            row.finishedAt ? (
              <StateWord tone="done">{m.rights_retention_done()}</StateWord>
            ) : (
              <StateWord tone="wait">{m.rights_retention_running()}</StateWord>
            ),
        },
        { key: 'started', head: m.rights_retention_started(), cell: (row) => <When at={row.startedAt} />, end: true },
      ]}
      empty={<p className="text-quiet">{m.rights_retention_runs_none()}</p>}
    />
  )
}

function Ended({ row }: { row: RunView }) {
  const rows = Object.values(row.ended).reduce((sum, count) => sum + count, 0)
  return rows === 0 ? (
    <span className="text-quiet">{m.rights_retention_nothing()}</span>
  ) : (
    m.rights_retention_rows({ count: rows })
  )
}
