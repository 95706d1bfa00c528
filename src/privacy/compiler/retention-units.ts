/** What ends together: a table with a clock of its own, and all whose rows go with its rows. */
import { type TimedClock, timed } from '../map/clock.ts'
import type { AnyDataMap } from '../map/data-map.ts'

/** One table whose rows go with those of `parent`, which its column `by` names. */
export interface UnitPart {
  readonly map: AnyDataMap
  readonly parent: string
  readonly by: string
  readonly until: string | undefined
}

export interface Unit {
  readonly root: AnyDataMap
  readonly clock: TimedClock & { readonly at: string }
  /** Every part after its parent. */
  readonly parts: readonly UnitPart[]
}

/** A column of a table outside the unit that points into it and is emptied when that row goes. */
export interface LooseLink {
  readonly table: string
  readonly column: string
  readonly to: string
}

export function unitsOf(maps: readonly AnyDataMap[]): Unit[] {
  const within = partsByParent(maps)
  return maps.flatMap((root) => unitFrom(root, within) ?? [])
}

/** Null for a table that has no moment of its own from which a period runs. */
export function unitOf(root: AnyDataMap, maps: readonly AnyDataMap[]): Unit | null {
  return unitFrom(root, partsByParent(maps))
}

type Within = ReadonlyMap<string, readonly UnitPart[]>

function unitFrom(root: AnyDataMap, within: Within): Unit | null {
  const clock = timed(root.rule.clock)
  if (clock?.at === undefined) return null
  return { root, clock: { ...clock, at: clock.at }, parts: partsOf(root.table, within) }
}

/** Read from all clocks once: whoever asks for the parts of every table would walk through all of them for each. */
function partsByParent(maps: readonly AnyDataMap[]): Within {
  const found = new Map<string, UnitPart[]>()
  for (const map of maps) {
    const clock = timed(map.rule.clock)
    if (clock?.with === undefined || clock.by === undefined) continue
    const parts = found.get(clock.with) ?? []
    parts.push({ map, parent: clock.with, by: clock.by, until: clock.until })
    found.set(clock.with, parts)
  }
  return found
}

function partsOf(parent: string, within: Within): UnitPart[] {
  return (within.get(parent) ?? []).flatMap((part) => [part, ...partsOf(part.map.table, within)])
}

/** Parts in the order in which they can be deleted: whatever links to another comes before it. */
export function deletable({ parts }: Unit): UnitPart[] {
  const waiting = [...parts]
  const order: UnitPart[] = []
  while (waiting.length > 0) {
    const free = waiting.findIndex((one) => !waiting.some((other) => other !== one && needs(other, one.map.table)))
    order.push(...waiting.splice(Math.max(free, 0), 1))
  }
  return order
}

function needs({ map, parent }: UnitPart, table: string): boolean {
  return parent === table || Object.values(map.columns).some((column) => column.link === table)
}

/** Every link of every table: asked of all of them at once, as each unit would walk through all columns again. */
export function linksOf(maps: readonly AnyDataMap[]): LooseLink[] {
  const found: LooseLink[] = []
  for (const { table, columns } of maps) {
    for (const name in columns) {
      const to = columns[name]?.role === 'link' ? columns[name].link : undefined
      if (to !== undefined) found.push({ table, column: name, to })
    }
  }
  return found
}

export function looseLinks({ root, parts }: Unit, links: readonly LooseLink[]): LooseLink[] {
  const inside = new Set([root.table, ...parts.map(({ map }) => map.table)])
  return links.filter(({ table, to }) => inside.has(to) && !inside.has(table))
}
