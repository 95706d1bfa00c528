import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { For } from '../privacy/map/types.ts'
import type { LetterState } from './letter-state.ts'

/** Why a letter did not leave: its purpose no longer knows the person. */
export const unwanted = 'limited'

export type LetterDb = Kysely<For<'identity'>>

export interface LetterRow {
  readonly id: string
  readonly account_id?: string
  readonly person_id: string | null
  readonly kind: string
  readonly language: 'ro' | 'en'
  readonly status: LetterState
  readonly sealed: Buffer | null
  readonly created_at: Date
}

/** What goes to staff is written so that they can sign in and work. */
export interface SendableRow extends LetterRow {
  readonly purpose: string
}

/** Holds a letter that is about to leave: whoever erases it waits until it has, and after an erasure there is none to send. */
export async function lockLetter(trx: LetterDb, id: string, accountId: string | null): Promise<void> {
  const which = accountId
    ? sql`base.letter where account_id = ${accountId} and id = ${id}`
    : sql`base.staff_letter where id = ${id}`
  await sql`select id from ${which} for update`.execute(trx)
}

/** One letter, to a client's person (with its account) or to one of the staff (without). */
export async function findLetter(db: LetterDb, id: string, accountId: string | null): Promise<SendableRow | undefined> {
  if (accountId) {
    return await db
      .selectFrom('letter')
      .select(['id', 'account_id', 'person_id', 'kind', 'purpose', 'language', 'status', 'sealed', 'created_at'])
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .executeTakeFirst()
  }
  return await db
    .selectFrom('staff_letter')
    .select(['id', 'kind', 'language', 'status', 'sealed', 'created_at'])
    .select([sql<null>`null`.as('person_id'), sql<string>`'identity'`.as('purpose')])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Whether the person was taken out of the purpose for which the letter was written, after it was written. */
export async function isUnwanted(
  db: LetterDb,
  row: Pick<LetterRow, 'id' | 'account_id' | 'person_id'>,
): Promise<boolean> {
  if (!row.account_id || !row.person_id) return false
  const found = await db
    .selectFrom('letter')
    .select(sql<boolean>`base.is_limited(account_id, person_id, purpose)`.as('limited'))
    .where('account_id', '=', row.account_id)
    .where('id', '=', row.id)
    .executeTakeFirst()
  return found?.limited ?? false
}

export async function settleLetter(
  db: LetterDb,
  row: Pick<LetterRow, 'id' | 'account_id'>,
  status: Exclude<LetterState, 'queued'>,
  more: { readonly failure?: string; readonly carrier?: string } = {},
): Promise<void> {
  const change = {
    status,
    failure: more.failure ?? null,
    carrier: more.carrier ?? null,
    sent_at: status === 'waiting' ? null : sql<Date>`now()`,
    ...(status === 'sent' || more.failure === unwanted ? { sealed: null } : {}),
  }
  if (row.account_id) {
    await db
      .updateTable('letter')
      .set(change)
      .where('account_id', '=', row.account_id)
      .where('id', '=', row.id)
      .execute()
  } else {
    await db.updateTable('staff_letter').set(change).where('id', '=', row.id).execute()
  }
}

export interface LetterPlace {
  readonly at: Date
  readonly id: string
}

/** The newest letters before a place in the list, of clients and of staff together. */
export async function newestLetters(db: LetterDb, before: LetterPlace | null, count: number): Promise<LetterRow[]> {
  const older = before && sql<boolean>`(created_at, id) < (${before.at}, ${before.id})`
  const ofClients = await db
    .selectFrom('letter')
    .select(['id', 'account_id', 'person_id', 'kind', 'language', 'status', 'sealed', 'created_at'])
    .$if(older !== null, (query) => query.where(older ?? sql<boolean>`true`))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(count)
    .execute()
  const ofStaff = await db
    .selectFrom('staff_letter')
    .select(['id', 'kind', 'language', 'status', 'sealed', 'created_at', sql<null>`null`.as('person_id')])
    .$if(older !== null, (query) => query.where(older ?? sql<boolean>`true`))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(count)
    .execute()
  const newestFirst = (a: LetterRow, b: LetterRow) =>
    b.created_at.getTime() - a.created_at.getTime() || (b.id < a.id ? -1 : 1)
  return [...ofClients, ...ofStaff].sort(newestFirst).slice(0, count)
}

export interface WaitingLetter {
  readonly id: string
  /** Null: to one of the staff. */
  readonly account_id: string | null
}

/** Puts the oldest letters that wait, written for one of these purposes, into the queue again. */
export async function queueWaiting(
  trx: LetterDb,
  purposes: readonly string[],
  count: number,
): Promise<WaitingLetter[]> {
  const { rows } = await sql<WaitingLetter>`
    with ours as (update base.letter l set status = 'queued' from (
        select account_id, id from letter where status = 'waiting' and purpose = any (${[...purposes]})
        order by created_at, id limit ${count}) w
      where l.account_id = w.account_id and l.id = w.id and l.status = 'waiting' returning l.account_id, l.id)
    select account_id, id from ours`.execute(trx)
  if (!purposes.includes('identity') || rows.length === count) return rows
  const ofStaff = await sql<WaitingLetter>`
    update base.staff_letter l set status = 'queued' from (
      select id from staff_letter where status = 'waiting' order by created_at, id limit ${count - rows.length}) w
    where l.id = w.id and l.status = 'waiting' returning null::uuid as account_id, l.id`.execute(trx)
  return [...rows, ...ofStaff.rows]
}

export async function countWaiting(db: LetterDb): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from letter where status = 'waiting')::int
      + (select count(*) from staff_letter where status = 'waiting')::int as n`.execute(db)
  return rows[0]?.n ?? 0
}
