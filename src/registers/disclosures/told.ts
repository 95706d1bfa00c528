/** What a person was told of disclosures of their data: for their own list of recipients and the answer to their request. */
import { type QueryExecutorProvider, sql } from 'kysely'

export interface Told {
  readonly askedBy: string
  readonly ground: string
  readonly what: string
  readonly givenAt: Date
}

/** To whom data of the people of a request was disclosed, each once: whom a change of it is passed on to (Art. 19). */
export async function disclosedToOfCase(db: QueryExecutorProvider, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct d.asked_by as name from rights_case_person c
    join disclosure_told d on d.account_id = c.account_id and d.person_id = c.person_id
    where c.case_id = ${caseId} and c.capacity = 'controller' order by 1 limit 100`.execute(db)
  return rows.map(({ name }) => name)
}

/** The newest first, a hundred at most. The purpose must be able to read what was told: `self`, `rights`. */
export async function disclosuresTold(
  db: QueryExecutorProvider,
  person: { readonly accountId: string; readonly personId: string },
): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select asked_by as "askedBy", ground, what, given_at as "givenAt" from disclosure_told
    where account_id = ${person.accountId} and person_id = ${person.personId}
    order by given_at desc, id limit 100`.execute(db)
  return rows
}
