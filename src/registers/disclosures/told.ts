/** What a person was told of disclosures of their data: for their own list of recipients and the answer to their request. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'

export interface Told {
  readonly askedBy: string
  readonly ground: string
  readonly what: string
  readonly givenAt: Date
}

/** Somebody to whom data of a person was disclosed, with every entry of the register by which it was, the newest first. */
export interface Disclosed {
  readonly personId: string
  readonly recipient: string
  readonly disclosures: readonly string[]
}

/** To whom data of the people of a request was disclosed: whom a change of it is passed on to (Art. 19). Of `rights`. */
export async function disclosedOfCase(db: QueryExecutorProvider, caseId: string): Promise<Disclosed[]> {
  return await disclosed(
    db,
    sql`rights_case_person c cross join lateral base.disclosures_of(c.account_id, array[c.person_id]) d
      where c.case_id = ${caseId} and c.capacity = 'controller'`,
  )
}

/** The same of people of one account. */
export async function disclosedOf(
  db: QueryExecutorProvider,
  accountId: string,
  personIds: readonly string[],
): Promise<Disclosed[]> {
  return await disclosed(db, sql`base.disclosures_of(${accountId}::uuid, ${[...personIds]}::uuid[]) d`)
}

async function disclosed(db: QueryExecutorProvider, from: RawBuilder<unknown>): Promise<Disclosed[]> {
  const { rows } = await sql<Disclosed>`
    select d.person_id as "personId", d.recipient,
      array_agg(d.disclosure_id order by d.given_at desc, d.disclosure_id) as disclosures
    from ${from} group by 1, 2 order by 2, 1`.execute(db)
  return rows
}

/**
 * The newest first: all of them (Art. 15(1)(c)), or so many. The purpose must be able to read what was told: `self`, `rights`.
 */
export async function disclosuresTold(
  db: QueryExecutorProvider,
  person: { readonly accountId: string; readonly personId: string },
  most: number | null = null,
): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select asked_by as "askedBy", ground, what, given_at as "givenAt" from disclosure_told
    where account_id = ${person.accountId} and person_id = ${person.personId}
    order by given_at desc, id limit ${most}`.execute(db)
  return rows
}
