import type { ReactNode } from 'react'
import { PlaceLink } from '../action/place-link.tsx'
import { classNames } from '../class-names.ts'

export interface Column<Row> {
  readonly key: string
  readonly head: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Numbers and times stand at the end of their column. */
  readonly end?: boolean
  /** Takes what room is left. One column has it. */
  readonly wide?: boolean
  /** On a phone the heads are not seen: the cell says its own, for numbers and times that would not tell. */
  readonly named?: true
  /** On a phone: the line that stands out, quiet beside the others (the default), or not at all. */
  readonly phone?: 'title' | 'quiet' | 'hide'
}

interface TableProps<Row> {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Where a row leads. Its title column becomes the link; `j` and `k` go from row to row. */
  rowTo?: (row: Row) => string
  /** Rows that wait for the reader. */
  unread?: (row: Row) => boolean
  /** In place of the table when there are no rows. */
  empty?: ReactNode
}

/** Rows of the same kind, dense and aligned. On a phone each row becomes two lines; nothing scrolls sideways. */
export function Table<Row>({ label, columns, rows, rowKey, rowTo, unread, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  const titleKey = (columns.find((column) => column.phone === 'title') ?? columns[0])?.key
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: rows laid out as blocks lose their roles without these
    <table role="table" aria-label={label} className="data-table w-full border-t border-line">
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" className={cellClass(column, true)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            data-row={rowTo ? '' : undefined}
            className={classNames(rowTo && 'row-link', unread?.(row) && 'unread')}
          >
            {columns.map((column) => (
              <td key={column.key} role="cell" className={cellClass(column, false)}>
                {rowTo && column.key === titleKey ? (
                  <PlaceLink to={rowTo(row)} className="row-target">
                    {column.cell(row)}
                  </PlaceLink>
                ) : (
                  <>
                    {column.named && (
                      <span className="md:hidden" aria-hidden="true">
                        {column.head}:{' '}
                      </span>
                    )}
                    {column.cell(row)}
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}

function cellClass<Row>(column: Column<Row>, head: boolean): string {
  return classNames(
    'md:border-b md:border-line md:px-3 md:first:pl-1 md:last:pr-1 text-start align-baseline',
    head ? 'py-1.5 text-small font-medium text-quiet whitespace-nowrap' : 'md:py-2',
    column.end && 'md:text-end',
    column.wide && 'md:w-1/2',
    !head && (column.phone === 'title' ? 'phone-title' : column.phone === 'hide' ? 'max-md:hidden' : 'phone-quiet'),
  )
}
