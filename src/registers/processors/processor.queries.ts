import { type Kysely, sql } from 'kysely'
import { newId } from '../../platform/database/id.ts'
import type { For, PurposeTrx } from '../../privacy/map/types.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import type { Entry, Ground } from './processor.rules.ts'
import type { stepKinds } from './recipient-step.data.ts'

type Legal = Kysely<For<'legal'>>
type Trx = PurposeTrx<'legal'>

const facts = [
  'id',
  'recipient',
  'name',
  'country',
  'purposes',
  'categories',
  'ground_id',
  'contract_kind',
  'contract_reference',
  'contract_on',
  'entered_at',
  'entered_by',
  'enabled_at',
  'enabled_by',
  'disabled_at',
  'disabled_by',
] as const

export function listEntries(db: Legal) {
  return db.selectFrom('processor').select(facts).orderBy('recipient').orderBy('entered_at').orderBy('id').execute()
}

export type ProcessorRow = Awaited<ReturnType<typeof listEntries>>[number]

/** @throws NotFound */
export async function findEntry(db: Legal, id: string): Promise<ProcessorRow> {
  const row = await db.selectFrom('processor').select(facts).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('processor')
  return row
}

/** Locked until the transaction ends. @throws NotFound */
export async function lockEntry(trx: Trx, id: string): Promise<ProcessorRow> {
  await sql`select from base.processor where id = ${id} for update`.execute(trx)
  return await findEntry(trx, id)
}

export function entryOf(row: ProcessorRow): Entry {
  return {
    recipient: row.recipient,
    name: row.name,
    country: row.country,
    purposes: row.purposes,
    categories: row.categories,
    groundId: row.ground_id,
    contractKind: row.contract_kind,
    contractReference: row.contract_reference,
    contractOn: row.contract_on,
  }
}

export const valuesOf = (entry: Entry) => ({
  recipient: entry.recipient,
  name: entry.name,
  country: entry.country,
  purposes: [...entry.purposes],
  categories: [...entry.categories],
  ground_id: entry.groundId,
  contract_kind: entry.contractKind,
  contract_reference: entry.contractReference,
  contract_on: entry.contractOn,
})

const groundFacts = [
  'id',
  'kind',
  'name',
  'valid_on',
  'review_on',
  'entered_at',
  'entered_by',
  'invalid_at',
  'invalid_by',
  'invalid_why',
] as const

export function listGroundRows(db: Legal) {
  return db.selectFrom('transfer_ground').select(groundFacts).orderBy('entered_at').orderBy('id').execute()
}

export type GroundRow = Awaited<ReturnType<typeof listGroundRows>>[number]

/** @throws NotFound */
export async function findGround(db: Legal, id: string): Promise<GroundRow> {
  const row = await db.selectFrom('transfer_ground').select(groundFacts).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('transfer ground')
  return row
}

/** Locked until the transaction ends. @throws NotFound */
export async function lockGround(trx: Trx, id: string): Promise<GroundRow> {
  await sql`select from base.transfer_ground where id = ${id} for update`.execute(trx)
  return await findGround(trx, id)
}

export function groundOf(row: GroundRow): Ground {
  return { kind: row.kind, reviewOn: row.review_on, isInvalid: row.invalid_at !== null }
}

export interface Step {
  readonly processorId?: string
  readonly groundId?: string
  readonly kind: (typeof stepKinds)[number]
  readonly why?: string
  readonly entry?: Entry
  /** Null: the set-up. */
  readonly staffId: string | null
}

export async function addStep(trx: Trx, { processorId, groundId, kind, why, entry, staffId }: Step): Promise<void> {
  await trx
    .insertInto('recipient_step')
    .values({
      id: newId(),
      processor_id: processorId ?? null,
      ground_id: groundId ?? null,
      kind,
      why: why ?? null,
      entry: entry ? sql<Entry>`${JSON.stringify(entry)}::jsonb` : null,
      by_staff: staffId,
    })
    .execute()
}

/** What happened to an entry or a ground, the newest first. */
export function stepsOf(db: Legal, of: 'processor_id' | 'ground_id', id: string) {
  return db
    .selectFrom('recipient_step')
    .select(['id', 'kind', 'why', 'at', 'by_staff'])
    .where(of, '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}
