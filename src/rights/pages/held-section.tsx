import { number } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { HeldCell } from './held-cell.tsx'
import { HeldList } from './held-list.tsx'
import { said } from './said.ts'
import { type Overview, purposesShown, WhyHeld, WhyTable } from './why-held.tsx'

type Table = Overview['tables'][number]

/** Everything held, kind by kind: single things in full, of many the newest. */
export function HeldSection({ overview }: { overview: Overview }) {
  return (
    <div className="grid gap-8">
      {overview.tables.map((table) => (
        <article key={table.name} className="grid min-w-0 gap-2">
          <h3 className="flex flex-wrap items-baseline gap-x-2 font-semibold">
            {said(table.label)}
            {table.count > 1 && (
              <span className="tabular text-small font-normal text-quiet">{number(table.count)}</span>
            )}
          </h3>
          <WhyTable table={table} all={overview.purposes} />
          {table.count === 1 ? <OneThing table={table} overview={overview} /> : <ManyThings table={table} />}
        </article>
      ))}
    </div>
  )
}

function OneThing({ table, overview }: { table: Table; overview: Overview }) {
  const row = table.rows[0]
  if (!row || row.length === 0) return null
  const shown = purposesShown(table)
  return (
    <Facts
      items={table.columns.flatMap((column, at) => {
        const value = row[at] ?? null
        if (value === null) return []
        const note = (
          <>
            {said(column.source)}
            <Besides column={column} shown={shown} all={overview.purposes} />
          </>
        )
        return [{ term: said(column.label), value: <HeldCell column={column} value={value} />, note }]
      })}
    />
  )
}

/** Where a column's purposes differ from those that stand above it: which it lacks, or the few that it has. */
function Besides({ column, shown, all }: BesidesProps) {
  const lacks = shown.filter((purpose) => !column.purposes.includes(purpose))
  if (lacks.length === 0) return null
  const few = column.purposes.length < lacks.length
  return (
    <>
      {' · '}
      {few ? m.rights_why_only() : m.rights_why_not()} <WhyHeld purposes={few ? column.purposes : lacks} all={all} />
    </>
  )
}

interface BesidesProps {
  column: Table['columns'][number]
  shown: readonly string[]
  all: Overview['purposes']
}

function ManyThings({ table }: { table: Table }) {
  if (table.columns.length === 0) return null
  return (
    <>
      <HeldList columns={table.columns} rows={table.rows} short />
      {table.more && (
        <p>
          <TextLink to={`/desk/privacy/held/${table.name}`}>{m.rights_see_all({ count: table.count })}</TextLink>
        </p>
      )}
    </>
  )
}
