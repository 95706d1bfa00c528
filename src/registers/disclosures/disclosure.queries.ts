import { type Kysely, sql } from 'kysely'
import { newId } from '../../platform/database/id.ts'
import type { For, PurposeTrx } from '../../privacy/map/types.ts'
import { NotFound } from '../../privacy/operation/errors.ts'

type Legal = Kysely<For<'legal'>>
type Trx = PurposeTrx<'legal'>

const facts = [
  'id',
  'kind',
  'asked_by',
  'ground',
  'reference',
  'what',
  'categories',
  'indicators',
  'persons',
  'telling',
  'forbidden_by',
  'forbidden_until',
  'given_at',
  'noted_at',
  'decided_by',
] as const

export function newestDisclosures(db: Legal, before: { at: string; id: string } | null, count: number) {
  return db
    .selectFrom('disclosure')
    .select(facts)
    .$if(before !== null, (query) =>
      query.where(sql<boolean>`(given_at, id) < (${before?.at}::timestamptz, ${before?.id}::uuid)`),
    )
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .limit(count)
    .execute()
}

export type DisclosureRow = Awaited<ReturnType<typeof newestDisclosures>>[number]

/** @throws NotFound */
export async function findDisclosure(db: Legal, id: string): Promise<DisclosureRow> {
  const row = await db.selectFrom('disclosure').select(facts).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('disclosure')
  return row
}

export interface Subject {
  readonly account_id: string
  readonly person_id: string
}

/** Living persons of these addresses, in whichever account, and the addresses of which there is none. */
export async function personsOf(
  db: Legal,
  emails: readonly string[],
): Promise<{ subjects: Subject[]; unknown: string[] }> {
  if (emails.length === 0) return { subjects: [], unknown: [] }
  const { rows } = await sql<Subject & { email: string }>`
    select account_id, id as person_id, lower(email) as email from person
    where lower(email) = any (${[...emails]}) and erased_at is null order by account_id, id`.execute(db)
  const known = new Set(rows.map(({ email }) => email))
  return { subjects: rows, unknown: emails.filter((email) => !known.has(email)) }
}

export async function insertSubjects(trx: Trx, disclosureId: string, subjects: readonly Subject[]): Promise<void> {
  if (subjects.length === 0) return
  const rows = subjects.map(({ account_id, person_id }) => ({
    account_id,
    id: newId(),
    person_id,
    disclosure_id: disclosureId,
  }))
  await trx.insertInto('disclosure_subject').values(rows).execute()
}

export function subjectsOf(db: Legal, disclosureId: string): Promise<Subject[]> {
  return db
    .selectFrom('disclosure_subject')
    .select(['account_id', 'person_id'])
    .where('disclosure_id', '=', disclosureId)
    .orderBy('account_id')
    .orderBy('person_id')
    .execute()
}

export async function liftingOf(db: Legal, disclosureId: string) {
  return await db
    .selectFrom('disclosure_lifting')
    .select(['why', 'at', 'by_staff'])
    .where('disclosure_id', '=', disclosureId)
    .executeTakeFirst()
}

/** Notes that telling is no longer forbidden; false when that was noted before. */
export async function insertLifting(
  trx: Trx,
  lifting: { disclosureId: string; why: string; staffId: string | null },
): Promise<boolean> {
  const { disclosureId, why, staffId } = lifting
  const added = await trx
    .insertInto('disclosure_lifting')
    .values({ id: newId(), disclosure_id: disclosureId, why, by_staff: staffId })
    .onConflict((conflict) => conflict.column('disclosure_id').doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
