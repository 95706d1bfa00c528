import { m } from '../../platform/language/words.ts'
import type { TableName } from '../../privacy/prose/block.ts'
import { Table } from '../../ui/list/table.tsx'
import { Exact } from '../../ui/text/exact.tsx'

type Row = readonly string[]
export type Tables = Readonly<Record<TableName, readonly Row[]>>

/** Heads of the tables, column by column, as src/privacy/prose/tables.ts fills them. */
function headsOf(name: TableName): { label: string; heads: readonly string[] } {
  const duration = [m.site_table_kind(), m.site_table_from(), m.site_table_period()]
  switch (name) {
    case 'purposes':
      return {
        label: m.site_table_purposes_label(),
        heads: [m.site_table_purpose(), m.site_table_why(), m.site_table_basis()],
      }
    case 'retention':
      return { label: m.site_table_retention_label(), heads: [...duration, m.site_table_ground(), m.site_table_end()] }
    case 'holds':
      return { label: m.site_table_holds_label(), heads: [...duration, m.site_table_article()] }
    case 'recipients':
      return { label: m.site_table_recipients_label(), heads: [m.site_table_recipient(), m.site_table_for()] }
    case 'transfers':
      return {
        label: m.site_table_transfers_label(),
        heads: [m.site_table_recipient(), m.site_table_country(), m.site_table_safeguard()],
      }
    case 'cookies':
      return {
        label: m.site_table_cookies_label(),
        heads: [m.site_table_cookie(), m.site_table_does(), m.site_table_life(), m.site_table_act()],
      }
  }
}

/** A table of the policy. On a phone each row becomes a few lines. */
export function PolicyTable({ name, rows }: { name: TableName; rows: readonly Row[] }) {
  const { label, heads } = headsOf(name)
  return (
    <Table<Row>
      label={label}
      rows={rows}
      rowKey={(row) => row[0] ?? ''}
      columns={heads.map((head, index) => ({
        key: head,
        head,
        cell: (row) =>
          name === 'cookies' && index === 0 ? (
            <span className="md:whitespace-nowrap">
              <Exact>{row[index]}</Exact>
            </span>
          ) : (
            <span className={index > 0 ? 'max-md:text-ink' : undefined}>{row[index]}</span>
          ),
        ...(index > 0 ? { named: true as const } : {}),
        phone: index === 0 ? ('title' as const) : ('quiet' as const),
      }))}
    />
  )
}
