import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { For } from '../privacy/map/types.ts'

/** Why a letter did not leave: its purpose no longer knows the person. */
export const unwanted = 'limited'

export type LetterDb = Kysely<For<'identity'>>

export interface LetterRow {
  readonly id: string
  readonly account_id?: string
  readonly person_id: string | null
  readonly kind: string
  readonly language: 'ro' | 'en'
  readonly status: 'queued' | 'sent' | 'captured' | 'failed'
  readonly sealed: Buffer | null
  readonly created_at: Date
}

/** One letter, to a client's person (with its account) or to one of the staff (without). */
export async function findLetter(db: LetterDb, id: string, accountId: string | null): Promise<LetterRow | undefined> {
  if (accountId) {
    return await db
      .selectFrom('letter')
      .select(['id', 'account_id', 'person_id', 'kind', 'language', 'status', 'sealed', 'created_at'])
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .executeTakeFirst()
  }
  return await db
    .selectFrom('staff_letter')
    .select(['id', 'kind', 'language', 'status', 'sealed', 'created_at', sql<null>`null`.as('person_id')])
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
  status: 'sent' | 'captured' | 'failed',
  failure: string | null,
): Promise<void> {
  const change = {
    status,
    failure,
    sent_at: sql<Date>`now()`,
    ...(status === 'sent' || failure === unwanted ? { sealed: null } : {}),
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
