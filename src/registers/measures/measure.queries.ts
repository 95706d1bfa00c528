import { type Kysely, sql } from 'kysely'
import type { For, PurposeTrx } from '../../privacy/map/types.ts'
import { NotFound } from '../../privacy/operation/errors.ts'

type Legal = Kysely<For<'legal'>>

export interface MeasureRow {
  readonly id: string
  readonly what: string
  readonly place: string
  readonly every_months: number
  readonly owned_by: string | null
  readonly entered_by: string | null
  readonly next_check_on: string
  readonly reminded_on: string | null
  readonly ended_at: Date | null
  /** Of the last look: null while nobody ever looked. */
  readonly checked_on: string | null
  readonly outcome: 'kept' | 'faulty' | null
}

/** Measures in force, what is due first before the others; `id`: that one, ended or not. */
export async function listMeasureRows(db: Legal, id: string | null = null): Promise<MeasureRow[]> {
  const which = id === null ? sql`m.ended_at is null` : sql`m.id = ${id}`
  const { rows } = await sql<MeasureRow>`
    select m.id, m.what, m.place, m.every_months, m.owned_by, m.entered_by, m.next_check_on, m.reminded_on, m.ended_at,
      c.checked_on, c.outcome
    from measure m left join lateral (
      select checked_on, outcome from measure_check c where c.measure_id = m.id order by c.at desc, c.id desc limit 1) c on true
    where ${which} order by m.next_check_on, m.id`.execute(db)
  return rows
}

/** @throws NotFound */
export async function findMeasure(db: Legal, id: string): Promise<MeasureRow> {
  const [row] = await listMeasureRows(db, id)
  if (!row) throw new NotFound('measure')
  return row
}

/** Locked until the transaction ends. @throws NotFound */
export async function lockMeasure(trx: PurposeTrx<'legal'>, id: string): Promise<MeasureRow> {
  await sql`select from base.measure where id = ${id} for update`.execute(trx)
  return await findMeasure(trx, id)
}

export interface StaffChoice {
  readonly id: string
  readonly name: string
}

/** Who is on the staff today, to answer for a measure. */
export function staffToday(db: Legal): Promise<StaffChoice[]> {
  return db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('joined_at', 'is not', null)
    .where('ended_at', 'is', null)
    .orderBy('name')
    .execute()
}
