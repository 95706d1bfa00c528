/** Sessions and the places to which they lead. */
import { type Kysely, sql } from 'kysely'
import { writtenOnce } from '../../platform/database/written-once.ts'
import type { For } from '../../privacy/map/types.ts'
import type { MemberRole, StaffRole } from '../../privacy/operation/actor.ts'

export type IdentityDb = Kysely<For<'identity'>>

/** Everything about a signed-in browser that a request needs, in one row. */
export interface SessionRow {
  readonly session_id: string
  readonly login_id: string
  readonly fresh_at: Date | null
  readonly chosen_account_id: string | null
  readonly name: string
  readonly second_factor: boolean
  readonly staff_id: string | null
  readonly staff_name: string | null
  readonly staff_roles: StaffRole[] | null
  readonly staff_language: 'ro' | 'en' | null
  readonly account_id: string | null
  readonly account_name: string | null
  readonly person_id: string | null
  readonly person_name: string | null
  readonly member_roles: MemberRole[] | null
  readonly person_language: 'ro' | 'en' | null
}

/**
 * The session of a token with the place it acts in, in one statement. Places are read each time, so whoever is ended
 * is out at once. An account chosen in the session comes first, then staff, then the account joined first.
 */
export async function findSession(db: IdentityDb, token: string): Promise<SessionRow | undefined> {
  return (await sessions(db, { token }))[0]
}

const sessions = writtenOnce((db: IdentityDb, { token }: { token: string }) =>
  db
    .selectFrom('login_session as s')
    .innerJoin('login as l', 'l.id', 's.login_id')
    .leftJoin('staff as t', (join) =>
      join.onRef('t.login_id', '=', 's.login_id').on('t.joined_at', 'is not', null).on('t.ended_at', 'is', null),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('person as p')
          .innerJoin('member as m', (join) =>
            join.onRef('m.account_id', '=', 'p.account_id').onRef('m.person_id', '=', 'p.id'),
          )
          .innerJoin('account as a', 'a.id', 'p.account_id')
          .select(['p.account_id', 'a.name as account_name', 'p.id as person_id', 'p.name', 'p.language', 'm.roles'])
          .whereRef('p.login_id', '=', 's.login_id')
          .where('m.joined_at', 'is not', null)
          .where('m.ended_at', 'is', null)
          .where('a.erased_at', 'is', null)
          .orderBy(sql`m.account_id is not distinct from s.chosen_account_id`, 'desc')
          .orderBy('m.joined_at')
          .limit(1)
          .as('c'),
      (join) => join.onTrue(),
    )
    .select([
      's.id as session_id',
      's.login_id',
      's.fresh_at',
      's.chosen_account_id',
      'l.name',
      't.id as staff_id',
      't.name as staff_name',
      sql<StaffRole[] | null>`t.roles`.as('staff_roles'),
      't.language as staff_language',
      'c.account_id',
      'c.account_name',
      'c.person_id',
      'c.name as person_name',
      sql<MemberRole[] | null>`c.roles`.as('member_roles'),
      'c.language as person_language',
      sql<boolean>`coalesce(l.two_factor_enabled, false)`.as('second_factor'),
    ])
    .where('s.token', '=', token)
    .where('s.expires_at', '>', sql<Date>`now()`),
)

export interface PlaceRow {
  readonly account_id: string
  readonly account_name: string
  readonly person_id: string
  readonly roles: MemberRole[]
}

/** The accounts in which a login has a place today. */
export async function placesOf(db: IdentityDb, loginId: string): Promise<PlaceRow[]> {
  return await db
    .selectFrom('person as p')
    .innerJoin('member as m', (join) =>
      join.onRef('m.account_id', '=', 'p.account_id').onRef('m.person_id', '=', 'p.id'),
    )
    .innerJoin('account as a', 'a.id', 'p.account_id')
    .select(['p.account_id', 'a.name as account_name', 'p.id as person_id', sql<MemberRole[]>`m.roles`.as('roles')])
    .where('p.login_id', '=', loginId)
    .where('m.joined_at', 'is not', null)
    .where('m.ended_at', 'is', null)
    .where('a.erased_at', 'is', null)
    .orderBy('m.joined_at')
    .execute()
}

/** Ends every session of a login but the one kept. */
export async function endSessions(db: IdentityDb, loginId: string, keep?: string): Promise<void> {
  await db
    .deleteFrom('login_session')
    .where('login_id', '=', loginId)
    .$if(keep !== undefined, (query) => query.where('id', '<>', keep ?? ''))
    .execute()
}

/** The session of a token, if there is one. */
export async function sessionIdOf(db: IdentityDb, token: string | null): Promise<string | undefined> {
  if (token === null) return undefined
  const row = await db.selectFrom('login_session').select('id').where('token', '=', token).executeTakeFirst()
  return row?.id
}
