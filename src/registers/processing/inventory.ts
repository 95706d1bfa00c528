/**
 * What the register of processing rests on: every table and every column, what it is, where it comes from, who uses it, whether
 * the person's download holds it, how long it stays and how it ends. Made from the data maps. Pure.
 */

import { articleWords } from '../../platform/language/article.ts'
import { sourceOf } from '../../privacy/held/facts.ts'
import { heldTable } from '../../privacy/held/held-tables.ts'
import type { AnyColumn } from '../../privacy/map/column.ts'
import type { AnyDataMap } from '../../privacy/map/data-map.ts'
import { purposesUsing } from '../../privacy/map/uses.ts'
import { keptFor } from '../../privacy/notice/notice-of.ts'
import type { PolicyShape, Words } from '../../privacy/policy/shape.ts'
import type { Language } from './register.ts'
import { registerWords } from './register.words.ts'

export interface InventoriedTable {
  readonly table: string
  readonly words: string
  readonly capacity: string
  /** Its class of retention, and how long that is. */
  readonly class: string
  readonly kept: string
  /** What an erasure does with its rows. */
  readonly erasure: string
  readonly columns: readonly InventoriedColumn[]
}

export interface InventoriedColumn {
  readonly column: string
  readonly words: string
  /** None for a technical column, which says nothing about a person by itself. */
  readonly category: string
  readonly source: string
  readonly purposes: readonly string[]
  /** Whether the person downloads it; `never` where the map forbids it, whoever may see it one day. */
  readonly download: string
}

type Sources = { readonly policy: PolicyShape; readonly maps: readonly AnyDataMap[] }

export function inventoryOf({ policy, maps }: Sources, language: Language): InventoriedTable[] {
  return maps.map((map) => inventoried(map, { policy, maps }, language))
}

/** One table of it. */
export function inventoried(map: AnyDataMap, { policy, maps }: Sources, language: Language): InventoriedTable {
  const { label, capacity, retention, clock } = map.rule
  const rule = policy.retention[retention]
  const downloaded = new Set(
    heldTable(map, maps)
      ?.columns.filter(({ exported }) => exported)
      .map(({ name }) => name),
  )
  return {
    table: map.table,
    words: label[language],
    capacity: registerWords[capacity][language],
    class: rule?.words[language] ?? retention,
    kept: clock === 'standing' || !rule ? registerWords.stands[language] : keptFor(rule, language),
    erasure: erasureOf(map, policy)[language],
    columns: Object.entries(map.columns).map(([name, column]) => ({
      ...described(map, name, column, policy, language),
      download: registerWords[column.options.export === 'no' ? 'never' : downloaded.has(name) ? 'yes' : 'no'][language],
    })),
  }
}

function described(
  map: AnyDataMap,
  name: string,
  column: AnyColumn,
  policy: PolicyShape,
  language: Language,
): Omit<InventoriedColumn, 'download'> {
  const { label, category } = column.options
  return {
    column: name,
    words: label?.[language] ?? name,
    category: category ? (policy.categories[category]?.[language] ?? category) : '',
    source: sourceOf(column)[language],
    purposes: purposesUsing(map, column).map((purpose) => policy.purposes[purpose]?.words[language] ?? purpose),
  }
}

function erasureOf({ rule: { end } }: AnyDataMap, policy: PolicyShape): Words {
  if (typeof end !== 'object') return registerWords[end]
  const hold = policy.holds[end.keep]
  const said = (language: Language) =>
    `${registerWords.keep[language]} ${hold?.words[language] ?? end.keep} (${articleWords(hold?.article ?? '', language)})`
  return { ro: said('ro'), en: said('en') }
}
