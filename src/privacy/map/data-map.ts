import type { HoldName, PurposeName, RetentionName } from '../../../policy/policy.ts'
import type { Words } from '../policy/shape.ts'
import { type Clock, clockFaults } from './clock.ts'
import type { AnyColumn, Uses } from './column.ts'

/** How a row ends when its person or account is erased. */
export type RowEnd = 'delete' | 'anonymise' | { readonly keep: HoldName }

export interface TableRule {
  readonly label: Words
  /** The column that names the person a row is about; their limits take the row out of a purpose's view. */
  readonly about: string | null
  readonly capacity: 'controller' | 'processor'
  readonly retention: RetentionName
  /** What starts the period of that class for a row. */
  readonly clock: Clock
  /** For a table in parts: the functions (of a migration) that make and drop them. */
  readonly parts?: { readonly make: string; readonly drop: string }
  /**
   * While a row of this table is open, nothing about its person, or without one about its account, ends by time.
   * `until` is the column that is null while it is open; `since` says when it was opened, `due` the day by which it has to close.
   */
  readonly holds?: {
    readonly person: string | null
    readonly until: string
    readonly since: string
    readonly due?: string
  }
  /** Who may use keys and technical columns, and how. Personal columns say it themselves. */
  readonly uses: Uses
  readonly end: RowEnd
  /** For what lies outside accounts: the column that names the login that a row belongs to (`id` on login itself). */
  readonly login?: string
  /** For rows with content in the file store: the columns that hold the file's id and the name that people gave it. */
  readonly content?: { readonly file: string; readonly name: string }
  /**
   * The column that names the row to whose people a row was addressed: what others wrote there belongs in their export
   * too, without who wrote it and how they are reached.
   */
  readonly addressed?: string
  /** Purposes that may delete rows. All others cannot. */
  readonly removedBy?: readonly PurposeName[]
  /** Grants lie on the purpose's updatable view, for a library that speaks plain SQL. */
  readonly throughView?: true
  /** Columns of the primary key; by default account_id and id, as far as the table has them. */
  readonly primary?: readonly string[]
}

export interface DataMap<Name extends string, R extends TableRule, C extends Record<string, AnyColumn>> {
  readonly table: Name
  readonly rule: R
  readonly columns: C
}

export type AnyDataMap = DataMap<string, TableRule, Record<string, AnyColumn>>

/**
 * Declares every column of one table.
 * @throws Error at load when a personal column lacks its label or its uses, or `about`, `login` or `clock` name no column.
 */
export function dataMap<
  const Name extends string,
  const R extends TableRule,
  const C extends Record<string, AnyColumn>,
>(table: Name, rule: R, columns: C): DataMap<Name, R, C> {
  if (rule.about !== null && !(rule.about in columns)) {
    throw new Error(`data map ${table}: about names ${rule.about}, which is not a column`)
  }
  if (rule.login !== undefined && !(rule.login in columns)) {
    throw new Error(`data map ${table}: login names ${rule.login}, which is not a column`)
  }
  if (rule.addressed !== undefined && columns[rule.addressed]?.link === undefined) {
    throw new Error(`data map ${table}: addressed names ${rule.addressed}, which links to no table`)
  }
  const faults = clockFaults(rule.clock, columns)
  if (faults.length > 0) throw new Error(`data map ${table}: ${faults.join(', ')}`)
  for (const [name, column] of Object.entries(columns)) {
    const { category, label, uses } = column.options
    if (category && !(label && uses)) {
      throw new Error(`data map ${table}.${name}: a column with a category needs a label and its uses`)
    }
    if (!category && uses && column.role === undefined && !label && Object.keys(uses).length === 0) {
      throw new Error(`data map ${table}.${name}: empty uses`)
    }
  }
  return { table, rule, columns }
}
