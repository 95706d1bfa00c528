import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Pager } from '../../ui/list/pager.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { heldTable } from '../held/held-table.ts'
import type { Route } from './+types/held-table.ts'
import { HeldCell } from './held-cell.tsx'
import { HeldList } from './held-list.tsx'
import { said } from './said.ts'
import { WhyTable } from './why-held.tsx'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  const table = await visit(context).call<typeof heldTable>('held.table', { table: params.table, after })
  return { table, later: after !== undefined }
}

export default function HeldTablePage({ loaderData: { table, later } }: Route.ComponentProps) {
  const here = `/desk/privacy/held/${table.name}`
  const rows = table.rows.map((cells, at) => ({ key: String(at), cells }))
  return (
    <Page>
      <PageHeader title={said(table.label)} trail={[{ to: '/desk/privacy', words: m.rights_title() }]} />
      <div className="mb-5">
        <WhyTable table={table} all={table.allPurposes} />
      </div>
      {isSparse(table.rows) ? (
        <HeldList columns={table.columns} rows={table.rows} />
      ) : (
        <Table
          label={said(table.label)}
          rows={rows}
          rowKey={(row) => row.key}
          columns={table.columns.map((column, at) => ({
            key: column.name,
            head: said(column.label),
            cell: (row: { cells: (typeof table.rows)[number] }) => {
              const value = row.cells[at] ?? null
              if (value === null) return <span className="max-md:hidden">—</span>
              return (
                <>
                  <span className="text-small text-quiet md:hidden">{said(column.label)}: </span>
                  <HeldCell column={column} value={value} />
                </>
              )
            },
            wide: at === 0,
            ...(at === 0 ? { phone: 'title' as const } : {}),
          }))}
          empty={<p className="text-quiet">{m.rights_nothing_held()}</p>}
        />
      )}
      <Pager newer={later ? here : null} older={table.next && `${here}?after=${table.next}`} />
    </Page>
  )
}

/** Whether more than half of it is empty, so that a table would be columns of dashes. */
function isSparse(rows: readonly (readonly unknown[])[]): boolean {
  const cells = rows.flat()
  return cells.filter((value) => value === null).length * 2 > cells.length
}
