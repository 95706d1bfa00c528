/** What is said beside each thing held: why, on what ground, how long, from where. All of it from the policy and the data maps. */
import { type PurposeName, policy } from '../../../policy/policy.ts'
import type { AnyColumn } from '../map/column.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import { purposesOf, useOf } from '../map/uses.ts'
import type { HoldRule, Words } from '../policy/shape.ts'

export interface PurposeFact {
  readonly name: PurposeName
  readonly words: Words
  readonly reason: Words
  readonly basis: Words
  readonly article: string
}

export interface PeriodFact {
  readonly words: Words
  readonly from: Words
  /** ISO 8601 duration. */
  readonly period: string
  readonly ground: Words
  readonly end: 'delete' | 'anonymise'
}

/** Being shown to the person and answering their requests are not reasons for which anything is held. */
const asked: readonly PurposeName[] = ['self', 'rights']

export function purposeFact(name: PurposeName): PurposeFact {
  const { words, reason, basis } = policy.purposes[name]
  return { name, words, reason, basis: basis.words, article: basis.article }
}

/**
 * The purposes that may use a column, in the order of the policy. What nothing but a request about data uses (the record
 * of a correction) is held for that request.
 */
export function purposesOfColumn(map: AnyDataMap, column: AnyColumn): PurposeName[] {
  const used = (Object.keys(policy.purposes) as PurposeName[]).filter((name) => {
    const use = useOf(map, column, name)
    return use !== undefined && use !== 'nothing'
  })
  return reasonsAmong(used)
}

export function purposesOfTable(map: AnyDataMap): PurposeName[] {
  const used = new Set(purposesOf(map))
  return reasonsAmong((Object.keys(policy.purposes) as PurposeName[]).filter((name) => used.has(name)))
}

function reasonsAmong(used: readonly PurposeName[]): PurposeName[] {
  const reasons = used.filter((name) => !asked.includes(name))
  return reasons.length > 0 ? reasons : used.filter((name) => name === 'rights')
}

export function periodOf(map: AnyDataMap): PeriodFact {
  return policy.retention[map.rule.retention]
}

/** The law that keeps a table's rows after an erasure; null when nothing does. */
export function holdOf(map: AnyDataMap): HoldRule | null {
  return typeof map.rule.end === 'object' ? policy.holds[map.rule.end.keep] : null
}

const fromPerson: Words = { ro: 'de la dumneavoastră', en: 'from you' }
const fromUse: Words = { ro: 'din folosirea serviciului', en: 'from the use of the service' }

/** Where a value came from: what the map says, else the person, else (for keys and times) the use of the service. */
export function sourceOf(column: AnyColumn): Words {
  return column.options.source ?? (column.options.category ? fromPerson : fromUse)
}
