import { type Kysely, sql } from 'kysely'
import type { For } from '../../privacy/map/types.ts'
import { memberMayHandOver } from '../access.rules.ts'

export interface Recipient {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly language: 'ro' | 'en'
}

/** The people of an account who hand over and approve: to whom letters about its access go. */
export async function approversOf(db: Kysely<For<'access'>>, accountId: string): Promise<Recipient[]> {
  const rows = await db
    .selectFrom('member as m')
    .innerJoin('person as p', (join) =>
      join.onRef('p.account_id', '=', 'm.account_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['p.id', 'p.name', 'p.email', 'p.language'])
    .where('m.account_id', '=', accountId)
    .where('m.joined_at', 'is not', null)
    .where('m.ended_at', 'is', null)
    .where('p.erased_at', 'is', null)
    .where(sql<boolean>`m.roles && ${[...memberMayHandOver]}::text[]`)
    .execute()
  return rows.flatMap(({ id, name, email, language }) => (email ? [{ personId: id, name, email, language }] : []))
}
