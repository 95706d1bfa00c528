/** What a processor's entry must hold before anything is sent to it, and how it must fit the policy. Pure. */
import { addDays, type CivilDay } from '../../privacy/clock/civil-day.ts'
import type { PolicyShape } from '../../privacy/policy/shape.ts'
import type { ContractKind } from './processor.data.ts'
import type { GroundKind } from './transfer-ground.data.ts'

/** As it was typed so far: null for what is not known yet. */
export interface Entry {
  readonly recipient: string
  readonly name: string | null
  /** ISO 3166, two letters. */
  readonly country: string | null
  readonly purposes: readonly string[]
  readonly categories: readonly string[]
  readonly groundId: string | null
  readonly contractKind: ContractKind | null
  readonly contractReference: string | null
  /** YYYY-MM-DD */
  readonly contractOn: string | null
}

export interface Ground {
  readonly kind: GroundKind
  readonly reviewOn: string | null
  readonly isInvalid: boolean
}

export type EntryField = keyof Entry
/**
 * missing: not told. future: a day that has not come. not_declared: the policy gives this recipient no such purpose or
 * category. outside: the policy says that it lies in the EEA, and it does not. other_country: outside the EEA, and not
 * where the policy says. wrong_ground: the EEA is a ground inside it and nowhere else. invalid_ground, review: the ground
 * fell, or is past its review.
 */
export type Fault =
  | 'missing'
  | 'future'
  | 'not_declared'
  | 'outside'
  | 'other_country'
  | 'wrong_ground'
  | 'invalid_ground'
  | 'review'
export type Faults = Partial<Record<EntryField, Fault>>

const eea = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IS IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE'.split(' '),
)

export function isInEea(country: string): boolean {
  return eea.has(country)
}

/** Somebody looks again at a ground outside the EEA at least every four years, as the Commission does at its own (Art. 45(3)). */
export const longestToReview = 4 * 365 + 1

/** Whether somebody looks again on that day, to come and near enough: a slip in the year would mean never. Inside the EEA no day is needed. */
export function isReviewDay(kind: GroundKind, day: CivilDay | null, today: CivilDay): boolean {
  return day === null ? kind === 'eea' : day > today && day <= addDays(today, longestToReview)
}

/** Purposes for which the policy lets a role receive data. */
export function purposesOfRole(policy: PolicyShape, recipient: string): string[] {
  return Object.entries(policy.purposes).flatMap(([name, { recipients }]) =>
    recipients.includes(recipient) ? [name] : [],
  )
}

/** What no entry may say, enabled or not: it would have the policy say what is not so. */
export function faultsOf(policy: PolicyShape, entry: Entry, ground: Ground | null, today: string): Faults {
  const role = policy.recipients[entry.recipient]
  if (role?.role !== 'processor') return { recipient: 'not_declared' }
  const declared = purposesOfRole(policy, entry.recipient)
  const faults: Faults = {}
  if (entry.purposes.some((purpose) => !declared.includes(purpose))) faults.purposes = 'not_declared'
  if (entry.categories.some((category) => !(category in policy.categories))) faults.categories = 'not_declared'
  const place = entry.country === null ? undefined : placeFault(role.country, entry.country)
  if (place) faults.country = place
  if (ground && entry.country !== null && (ground.kind === 'eea') !== isInEea(entry.country)) {
    faults.groundId = 'wrong_ground'
  }
  if (entry.contractOn !== null && entry.contractOn > today) faults.contractOn = 'future'
  return faults
}

/** What keeps an entry from being enabled today; empty when nothing does. */
export function unready(policy: PolicyShape, entry: Entry, ground: Ground | null, today: string): Faults {
  const missing: Faults = {}
  const needed = ['name', 'country', 'groundId', 'contractKind', 'contractReference', 'contractOn'] as const
  for (const field of needed) if (!entry[field]) missing[field] = 'missing'
  for (const field of ['purposes', 'categories'] as const) if (entry[field].length === 0) missing[field] = 'missing'
  if (ground?.reviewOn && ground.reviewOn < today) missing.groundId = 'review'
  if (ground?.isInvalid) missing.groundId = 'invalid_ground'
  return { ...missing, ...faultsOf(policy, entry, ground, today) }
}

function placeFault(declared: string, real: string): Fault | undefined {
  if (isInEea(real)) return undefined
  if (isInEea(declared)) return 'outside'
  return real === declared ? undefined : 'other_country'
}
