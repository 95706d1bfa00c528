/** Who stands behind a verified address: every living person of it, in whichever account. */
import { type RawBuilder, sql } from 'kysely'
import type { Db, Trx } from './request-db.ts'

export interface Gathered {
  readonly accountId: string
  readonly personId: string
  readonly loginId: string | null
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly language: 'ro' | 'en'
  readonly accountName: string
  readonly accountKind: 'client' | 'prospect'
  /** Owns the account: also sees what it holds about nobody in particular. */
  readonly owner: boolean
  /** processor: a client's own customer, who neither signs in nor has a place in the account. */
  readonly capacity: 'controller' | 'processor'
}

/** By an address that was shown to be theirs. Those who sign in come first, then the oldest. */
export function personsOfAddress(db: Db, email: string): Promise<Gathered[]> {
  return gather(
    db,
    sql`lower(p.email) = ${email.toLowerCase()}
    or p.login_id = (select l.id from login l where lower(l.email) = ${email.toLowerCase()})`,
  )
}

/** All persons of somebody who has signed in: of the login, and of its verified address; themselves in any case. */
export function personsOfLogin(
  db: Db,
  self: { accountId: string; personId: string; loginId: string },
): Promise<Gathered[]> {
  return gather(
    db,
    sql`p.login_id = ${self.loginId} or (p.account_id = ${self.accountId} and p.id = ${self.personId})
    or lower(p.email) = (select lower(l.email) from login l where l.id = ${self.loginId} and l.email_verified)`,
  )
}

/** The persons of a request, those who were erased since left out. */
export function personsOfCase(db: Db, caseId: string): Promise<Gathered[]> {
  return gather(
    db,
    sql`(p.account_id, p.id) in (select c.account_id, c.person_id from rights_case_person c where c.case_id = ${caseId})`,
  )
}

/** When the client of each person of a request who is held for one got it. */
export async function passedOnOf(db: Db, caseId: string): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .selectFrom('rights_case_person')
    .select(['person_id', 'passed_on_at'])
    .where('case_id', '=', caseId)
    .execute()
  return new Map(rows.flatMap(({ person_id, passed_on_at }) => (passed_on_at ? [[person_id, passed_on_at]] : [])))
}

/**
 * Locks people, whether they live or not. Whatever locks several things goes people first, in the order of their ids, then
 * accounts, then requests and reports: two who come from different sides wait for each other and do not block each other.
 */
export async function lockPersons(
  trx: Trx,
  persons: readonly Pick<Gathered, 'accountId' | 'personId'>[],
): Promise<void> {
  await sql`select p.id from base.person p
    join unnest(${persons.map((one) => one.accountId)}::uuid[], ${persons.map((one) => one.personId)}::uuid[]) as w(account_id, id)
      on p.account_id = w.account_id and p.id = w.id
    order by p.account_id, p.id for update of p`.execute(trx)
}

/** The same of everybody whom a request is about. */
export async function lockPersonsOfCase(trx: Trx, caseId: string): Promise<void> {
  await sql`select p.id from base.person p
    where (p.account_id, p.id) in (select c.account_id, c.person_id from base.rights_case_person c where c.case_id = ${caseId})
    order by p.account_id, p.id for update of p`.execute(trx)
}

/** One living person by ids. */
export async function personAlone(db: Db, accountId: string, personId: string): Promise<Gathered | undefined> {
  const [person] = await gather(db, sql`p.account_id = ${accountId} and p.id = ${personId}`)
  return person
}

/** Every living person of an account, those included whose data is held for it. */
export function personsOfAccount(db: Db, accountId: string): Promise<Gathered[]> {
  return gather(db, sql`p.account_id = ${accountId}`)
}

/** One person by ids, with whoever shares the address. */
export async function personAndSame(db: Db, accountId: string, personId: string): Promise<Gathered[]> {
  const person = await personAlone(db, accountId, personId)
  if (!person) return []
  const same = person.loginId
    ? await personsOfLogin(db, { accountId, personId, loginId: person.loginId })
    : person.email
      ? await personsOfAddress(db, person.email)
      : []
  return [person, ...same.filter((one) => one.personId !== personId)]
}

async function gather(db: Db, which: RawBuilder<unknown>, most: number | null = null): Promise<Gathered[]> {
  const { rows } = await sql<Gathered>`
    select p.account_id as "accountId", p.id as "personId", p.login_id as "loginId", p.name, p.email, p.phone, p.language,
      a.name as "accountName", a.kind as "accountKind",
      coalesce('owner' = any (m.roles) and m.joined_at is not null and m.ended_at is null, false) as owner,
      case when base.held_for_client(p.account_id, p.id) then 'processor' else 'controller' end as capacity
    from person p
    join account a on a.id = p.account_id
    left join member m on m.account_id = p.account_id and m.person_id = p.id
    where p.erased_at is null and a.erased_at is null and (${which})
    order by (p.login_id is null), (m.person_id is null), p.created_at, p.id
    limit ${most}`.execute(db)
  return rows
}

/** The first few living persons whose name or address has these words, written with or without diacritics. */
export async function personsNamed(db: Db, words: string): Promise<Gathered[]> {
  const wanted = sql`plainto_tsquery('pg_catalog.simple', array_to_string(tsvector_to_array(base.search_words(${words})), ' '))`
  return await gather(db, sql`base.search_words(p.name || ' ' || coalesce(p.email, '')) @@ ${wanted}`, 20)
}
