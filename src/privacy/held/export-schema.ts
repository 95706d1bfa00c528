/** What the download says about itself: what each column is, why it is held, how long. */
import { policy } from '../../../policy/policy.ts'
import { holdOf, periodOf, purposesOfColumn, sourceOf } from './facts.ts'
import type { HeldTable } from './held-tables.ts'

export function exportSchema(tables: readonly HeldTable[]) {
  return {
    format: 'zavor-export/1',
    csv: 'UTF-8 with byte order mark, RFC 4180; an apostrophe stands before each = + - @ with which a text, or a part of it after a semicolon, tab or line end, begins',
    purposes: Object.fromEntries(
      Object.entries(policy.purposes).map(([name, { words, basis }]) => [
        name,
        { name: words, basis: basis.words, article: basis.article },
      ]),
    ),
    tables: Object.fromEntries(tables.map((table) => [table.map.table, describe(table)])),
  }
}

function describe({ map, columns }: HeldTable) {
  const { words, from, period, ground, end } = periodOf(map)
  return {
    label: map.rule.label,
    capacity: map.rule.capacity,
    kept: { class: words, from, period, ground, end, hold: holdOf(map) },
    columns: Object.fromEntries(
      columns
        .filter(({ exported }) => exported)
        .map(({ name, column }) => [
          name,
          {
            type: column.sql,
            label: column.options.label ?? null,
            category: column.options.category ? policy.categories[column.options.category] : null,
            purposes: purposesOfColumn(map, column),
            source: sourceOf(column),
          },
        ]),
    ),
  }
}
