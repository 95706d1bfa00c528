import { type Kysely, sql } from 'kysely'
import type { For, PurposeTrx } from '../../privacy/map/types.ts'

type Rights = Kysely<For<'rights'>>

export interface EndingPerson {
  readonly id: string
  readonly login_id: string | null
  readonly email: string | null
  readonly language: 'ro' | 'en'
}

/** The living people of an account, or the one named. */
export async function livingPeople(db: Rights, accountId: string, personId: string | null): Promise<EndingPerson[]> {
  return await db
    .selectFrom('person')
    .select(['id', 'login_id', 'email', 'language'])
    .where('account_id', '=', accountId)
    .where('erased_at', 'is', null)
    .$if(personId !== null, (query) => query.where('id', '=', personId ?? ''))
    .execute()
}

/** More turns than anybody waits for. */
const mostTurns = 200
const NOT_NOW = '55P03'

/**
 * Locks accounts and their people for an end. Everything that would add to them waits, and then finds them erased. Some who
 * write lock the person first and some the account: whoever ends takes both only when nobody holds either, and until then
 * waits for the one with nothing in hand, so that no write of a busy account ever blocks its end. Answers which accounts
 * still live.
 */
export async function lockAccounts(
  trx: PurposeTrx<'rights'>,
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const ids = sql`${[...accountIds]}::uuid[]`
  const people = sql`select id from base.person where account_id = any (${ids}) order by account_id, id for update`
  const accounts = sql<{ id: string; lives: boolean }>`
    select id, erased_at is null as lives from base.account where id = any (${ids}) order by id for update`
  await sql`savepoint before_locks`.execute(trx)
  for (let turn = 1; ; turn++) {
    try {
      const isPeopleFirst = turn % 2 === 1
      if (isPeopleFirst) await people.execute(trx)
      const { rows } = await (isPeopleFirst
        ? sql<{ id: string; lives: boolean }>`${accounts} nowait`
        : accounts
      ).execute(trx)
      if (!isPeopleFirst) await sql`${people} nowait`.execute(trx)
      await sql`release savepoint before_locks`.execute(trx)
      return new Set(rows.flatMap(({ id, lives }) => (lives ? [id] : [])))
    } catch (error) {
      if ((error as { code?: string }).code !== NOT_NOW || turn === mostTurns) throw error
      await sql`rollback to savepoint before_locks`.execute(trx)
    }
  }
}

/** The same of one. False: it is gone already. */
export async function lockAccount(trx: PurposeTrx<'rights'>, accountId: string): Promise<boolean> {
  return (await lockAccounts(trx, [accountId])).has(accountId)
}

/** Owners of an account who have joined and not left. */
export async function livingOwners(db: Rights, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('member')
    .select('person_id')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('joined_at', 'is not', null)
    .where(sql<boolean>`'owner' = any (roles)`)
    .execute()
  return rows.map((row) => row.person_id)
}

/** Of these logins, those that still serve a person of another account, or one of the staff. */
export async function stillNeeded(db: Rights, loginIds: readonly string[], accountId: string): Promise<Set<string>> {
  if (loginIds.length === 0) return new Set()
  const elsewhere = await db
    .selectFrom('person')
    .select('login_id')
    .where('login_id', 'in', loginIds)
    .where('account_id', '<>', accountId)
    .where('erased_at', 'is', null)
    .execute()
  const staff = await db
    .selectFrom('staff')
    .select('login_id')
    .where('login_id', 'in', loginIds)
    .where('ended_at', 'is', null)
    .execute()
  return new Set([...elsewhere, ...staff].flatMap((row) => row.login_id ?? []))
}
