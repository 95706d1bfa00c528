/** What is held, as it is shown: each table with its period, each column with its purposes, each row as text. */
import type { QueryExecutorProvider } from 'kysely'
import { z } from 'zod'
import { type PurposeName, policy } from '../../../policy/policy.ts'
import { choicesSaid } from '../../orders/choices.facade.ts'
import { countryName } from '../../platform/language/countries.ts'
import { money } from '../../platform/language/format.ts'
import { textOf } from '../../privacy/held/csv.ts'
import { holdOf, periodOf, purposeFact, purposesOfColumn, purposesOfTable, sourceOf } from '../../privacy/held/facts.ts'
import type { HeldRow } from '../../privacy/held/held-rows.ts'
import type { HeldColumn, HeldTable } from '../../privacy/held/held-tables.ts'
import { keptFor } from '../../privacy/notice/notice-of.ts'
import type { Words } from '../../privacy/policy/shape.ts'
import { type Company, groundSaid } from '../../registers/recipients.facade.ts'
import { words } from '../words.ts'
import { valueWords } from './value-words.ts'

export const purposeView = z.object({ name: z.string(), words, reason: words, basis: words, article: z.string() })

const columnView = z.object({
  name: z.string(),
  label: words,
  category: words.nullable(),
  purposes: z.array(z.string()),
  source: words,
  kind: z.enum(['time', 'day', 'text']),
})

export const heldTableView = z.object({
  name: z.string(),
  label: words,
  capacity: z.enum(['controller', 'processor']),
  period: z.object({ words, from: words, period: z.string(), ground: words, end: z.enum(['delete', 'anonymise']) }),
  /** How long, as it is said: "3 years after the ticket is closed". */
  kept: words,
  hold: z.object({ words, article: z.string(), period: z.string(), from: words }).nullable(),
  purposes: z.array(z.string()),
  columns: z.array(columnView),
})

/** One row: a text for each column that is shown (a code in both languages), null where nothing is held. */
export const heldRowView = z.array(z.union([z.string(), words]).nullable())

/** Columns that say something to a person as they stand. Keys, states and documents go with the download only. */
export function shownColumns(table: HeldTable): HeldColumn[] {
  return table.columns.filter(({ column, exported }) => {
    return exported && column.options.label !== undefined && !['jsonb', 'uuid', 'uuid[]', 'bytea'].includes(column.sql)
  })
}

export function viewTable(table: HeldTable): z.input<typeof heldTableView> {
  const { map } = table
  return {
    name: map.table,
    label: map.rule.label,
    capacity: map.rule.capacity,
    period: periodOf(map),
    kept: { ro: keptFor(periodOf(map), 'ro'), en: keptFor(periodOf(map), 'en') },
    hold: holdOf(map),
    purposes: purposesOfTable(map),
    columns: shownColumns(table).map(({ name, column }) => ({
      name,
      label: column.options.label ?? { ro: name, en: name },
      category: column.options.category ? policy.categories[column.options.category] : null,
      purposes: purposesOfColumn(map, column),
      source: sourceOf(column),
      kind: column.sql === 'timestamptz' ? 'time' : column.sql === 'date' ? 'day' : 'text',
    })),
  }
}

/** Rows of one table as they are shown, each value as people write it. */
export async function viewRows(
  db: QueryExecutorProvider,
  table: HeldTable,
  rows: readonly HeldRow[],
): Promise<z.input<typeof heldRowView>[]> {
  const chosen = table.map.table === 'order_answer' ? await choicesSaid(db, rows) : null
  return rows.map((row) => viewRow(table, row, chosen?.get(row)))
}

type Chosen = { readonly column: string; readonly label: Words }

function viewRow(table: HeldTable, row: HeldRow, chosen: Chosen | undefined): z.input<typeof heldRowView> {
  return shownColumns(table).map(({ name, column }) => {
    if (name === chosen?.column) return chosen.label
    const value = row[name]
    if (value === null || value === undefined) return null
    const text = textOf(value)
    if (name === 'country') return inBoth((locale) => countryName(text, locale) ?? text)
    const { currency } = row
    if (name.endsWith('_minor') && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)) {
      return inBoth((locale) => money(text, currency, locale))
    }
    // Only technical texts hold codes; what a person wrote stays as they wrote it.
    return (column.values || !column.options.category ? valueWords(text) : null) ?? text
  })
}

function inBoth(say: (locale: 'ro' | 'en') => string): Words {
  return { ro: say('ro'), en: say('en') }
}

/** The purposes that stand beside these tables, once each, with what is said of them. */
export function viewPurposes(tables: readonly HeldTable[]): z.input<typeof purposeView>[] {
  const used = new Set(tables.flatMap(({ map }) => purposesOfTable(map)))
  return (Object.keys(policy.purposes) as PurposeName[]).filter((name) => used.has(name)).map(purposeFact)
}

export const recipientView = z.object({
  name: z.string(),
  words,
  role: z.enum(['processor', 'controller', 'authority']),
  country: z.string(),
  safeguard: words,
  /** The purposes for which it receives data. */
  purposes: z.array(z.string()),
  /** Who fills that role, by name; `until`: nothing goes there any more. */
  companies: z.array(z.object({ name: z.string(), country: z.string(), ground: words, until: z.date().nullable() })),
})

/** Whom the policy names as recipients of what these tables hold, each with the purposes for which and who it is. */
export function viewRecipients(
  tables: readonly HeldTable[],
  known: readonly Company[],
): z.input<typeof recipientView>[] {
  const used = new Set(tables.flatMap(({ map }) => purposesOfTable(map)))
  return Object.entries(policy.recipients).flatMap(([name, { words, role, country, safeguard }]) => {
    const purposes = [...used].filter((purpose) =>
      (policy.purposes[purpose].recipients as readonly string[]).includes(name),
    )
    const companies = known
      .filter(({ recipient }) => recipient === name)
      .map((company) => ({
        name: company.name,
        country: company.country,
        ground: { ro: groundSaid(company, 'ro'), en: groundSaid(company, 'en') },
        until: company.until,
      }))
    return purposes.length > 0 ? [{ name, words, role, country, safeguard, purposes, companies }] : []
  })
}
