/** Entries and grounds as operations answer them. */
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { nameOfGround } from './companies.ts'
import { contractKinds } from './processor.data.ts'
import type { GroundRow, ProcessorRow } from './processor.queries.ts'
import { stepKinds } from './recipient-step.data.ts'
import { groundKinds } from './transfer-ground.data.ts'

export const words = z.object({ ro: z.string(), en: z.string() })

/** draft: never enabled. open: data may go to it. blocked: enabled, but its ground fell. ended: no longer enabled. */
export const entryStates = ['draft', 'open', 'blocked', 'ended'] as const

export const entryView = z.object({
  id: z.string(),
  recipient: z.string(),
  name: z.string().nullable(),
  country: z.string().nullable(),
  purposes: z.array(z.string()),
  categories: z.array(z.string()),
  groundId: z.string().nullable(),
  groundName: z.string().nullable(),
  contractKind: z.enum(contractKinds).nullable(),
  contractReference: z.string().nullable(),
  contractOn: z.string().nullable(),
  state: z.enum(entryStates),
  /** Since when it is in this state. */
  since: z.date(),
})

export const groundView = z.object({
  id: z.string(),
  kind: z.enum(groundKinds),
  name: z.string(),
  validOn: z.string(),
  reviewOn: z.string().nullable(),
  /** Past its review: somebody must say whether it still stands. */
  isOverdue: z.boolean(),
  invalidAt: z.date().nullable(),
  invalidWhy: z.string().nullable(),
})

export const stepView = z.object({
  id: z.string(),
  kind: z.enum(stepKinds),
  why: z.string().nullable(),
  at: z.date(),
  /** Null: the set-up. */
  by: z.string().nullable(),
})

export function stateOf(row: ProcessorRow, grounds: readonly GroundRow[]): (typeof entryStates)[number] {
  if (!row.enabled_at) return row.disabled_at ? 'ended' : 'draft'
  return grounds.find(({ id }) => id === row.ground_id)?.invalid_at ? 'blocked' : 'open'
}

export function viewEntry(row: ProcessorRow, grounds: readonly GroundRow[]): z.input<typeof entryView> {
  const ground = grounds.find(({ id }) => id === row.ground_id)
  const state = stateOf(row, grounds)
  const since = { draft: row.entered_at, open: row.enabled_at, blocked: ground?.invalid_at, ended: row.disabled_at }
  return {
    id: row.id,
    recipient: row.recipient,
    name: row.name,
    country: row.country,
    purposes: row.purposes,
    categories: row.categories,
    groundId: row.ground_id,
    groundName: ground ? nameOfGround(ground) : null,
    contractKind: row.contract_kind,
    contractReference: row.contract_reference,
    contractOn: row.contract_on,
    state,
    since: since[state] ?? row.entered_at,
  }
}

export function viewGround(row: GroundRow, today: string): z.input<typeof groundView> {
  return {
    id: row.id,
    kind: row.kind,
    name: nameOfGround(row),
    validOn: row.valid_on,
    reviewOn: row.review_on,
    isOverdue: row.invalid_at === null && row.review_on !== null && row.review_on < today,
    invalidAt: row.invalid_at,
    invalidWhy: row.invalid_why,
  }
}

export interface StepRow {
  readonly id: string
  readonly kind: (typeof stepKinds)[number]
  readonly why: string | null
  readonly at: Date
  readonly by_staff: string | null
}

export function viewSteps(rows: readonly StepRow[], names: ReadonlyMap<string, string>): z.input<typeof stepView>[] {
  return rows.map(({ by_staff, why, ...row }) => ({
    ...row,
    why: why === null ? null : saidHere(why),
    by: by_staff === null ? null : (names.get(by_staff) ?? ''),
  }))
}

/** What the set-up wrote, in the language of the reader; what somebody wrote, as it is. */
function saidHere(why: string): string {
  const said = m.registers_ground_eea_name
  return [said({}, { locale: 'ro' }), said({}, { locale: 'en' })].includes(why) ? said() : why
}
