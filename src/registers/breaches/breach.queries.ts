import { type Kysely, sql } from 'kysely'
import { newId } from '../../platform/database/id.ts'
import type { For, PurposeTrx } from '../../privacy/map/types.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { type BreachForm, emptyForm } from './breach.form.ts'
import type { breachSteps } from './breach-step.data.ts'

type Legal = Kysely<For<'legal'>>
type Trx = PurposeTrx<'legal'>

const facts = [
  'id',
  'number',
  'discovered_at',
  'form',
  'noted_at',
  'noted_by',
  'outcome',
  'outcome_why',
  'reference',
  'decided_at',
  'decided_by',
] as const

/** Those whose clock runs come first. */
export async function listBreachRows(db: Legal) {
  const rows = await db
    .selectFrom('breach')
    .select(facts)
    .orderBy(sql`outcome is not null`)
    .orderBy('discovered_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(withWholeForm)
}

/** One noted before a field was asked for has it empty. */
function withWholeForm<Row extends { readonly form: BreachForm }>(row: Row): Row {
  return { ...row, form: { ...emptyForm, ...row.form } }
}

export type BreachRow = Awaited<ReturnType<typeof listBreachRows>>[number]

/** @throws NotFound */
export async function findBreach(db: Legal, id: string): Promise<BreachRow> {
  const row = await db.selectFrom('breach').select(facts).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('breach')
  return withWholeForm(row)
}

/** When it was discovered; undefined where there is no such breach. */
export async function discoveryOf(db: Legal, id: string): Promise<Date | undefined> {
  return (await db.selectFrom('breach').select('discovered_at').where('id', '=', id).executeTakeFirst())?.discovered_at
}

/** Locked until the transaction ends. @throws NotFound */
export async function lockBreach(trx: Trx, id: string): Promise<BreachRow> {
  await sql`select from base.breach where id = ${id} for update`.execute(trx)
  return await findBreach(trx, id)
}

export interface BreachStep {
  readonly breachId: string
  readonly kind: (typeof breachSteps)[number]
  readonly why?: string
  readonly persons?: number
  readonly form?: BreachForm
  readonly staffId: string
}

export async function addBreachStep(trx: Trx, step: BreachStep): Promise<void> {
  await trx
    .insertInto('breach_step')
    .values({
      id: newId(),
      breach_id: step.breachId,
      kind: step.kind,
      why: step.why ?? null,
      persons: step.persons ?? null,
      form: step.form ? formJson(step.form) : null,
      by_staff: step.staffId,
    })
    .execute()
}

export const formJson = (form: BreachForm) => sql<BreachForm>`${JSON.stringify(form)}::jsonb`

/** How many people this desk told of it by letter, since when, and in which words (Art. 34). */
export function toldOfBreach(db: Legal, breachId: string) {
  return db
    .selectFrom('breach_told')
    .select(['words', sql<number>`count(*)::int`.as('persons'), sql<Date>`min(told_at)`.as('since')])
    .where('breach_id', '=', breachId)
    .groupBy('words')
    .orderBy(sql`min(told_at)`)
    .execute()
}

export type BreachTold = Awaited<ReturnType<typeof toldOfBreach>>

export function breachStepsOf(db: Legal, breachId: string) {
  return db
    .selectFrom('breach_step')
    .select(['id', 'kind', 'why', 'persons', 'at', 'by_staff'])
    .where('breach_id', '=', breachId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}
