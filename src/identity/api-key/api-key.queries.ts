/** API keys: `zavor_…` of a member (it carries the account), `zavors_…` of one of the staff. */
import { sql } from 'kysely'
import { writtenOnce } from '../../platform/database/written-once.ts'
import type { Actor, MemberActor, MemberRole, StaffActor, StaffRole } from '../../privacy/operation/actor.ts'
import type { IdentityDb } from '../sign-in/session.queries.ts'
import { hashToken, readAccountToken } from '../token.ts'

export const memberPrefix = 'zavor_'
export const staffPrefix = 'zavors_'

/** The actor of a key that is good today; null for any other text. A key never counts as a fresh sign-in. */
export async function findKey(db: IdentityDb, key: string): Promise<Actor | null> {
  if (key.startsWith(staffPrefix)) return await findStaffKey(db, hashToken(key.slice(staffPrefix.length)))
  if (!key.startsWith(memberPrefix)) return null
  const read = readAccountToken(key.slice(memberPrefix.length))
  return read ? await findMemberKey(db, read.accountId, read.hash) : null
}

const memberKeys = writtenOnce((db: IdentityDb, { accountId, hash }: { accountId: string; hash: string }) =>
  db
    .selectFrom('api_key as k')
    .innerJoin('person as p', (join) =>
      join.onRef('p.account_id', '=', 'k.account_id').onRef('p.id', '=', 'k.person_id'),
    )
    .innerJoin('member as m', (join) =>
      join.onRef('m.account_id', '=', 'k.account_id').onRef('m.person_id', '=', 'k.person_id'),
    )
    .innerJoin('account as a', 'a.id', 'k.account_id')
    .select(['k.id', 'k.last_used_on', 'k.person_id', 'p.login_id', sql<MemberRole[]>`m.roles`.as('roles')])
    .select(sql<string>`current_date::text`.as('today'))
    .where('k.account_id', '=', accountId)
    .where('k.key_hash', '=', hash)
    .where('k.ended_at', 'is', null)
    .where((eb) => eb.or([eb('k.expires_at', 'is', null), eb('k.expires_at', '>', sql<Date>`now()`)]))
    .where('m.joined_at', 'is not', null)
    .where('m.ended_at', 'is', null)
    .where('a.erased_at', 'is', null),
)

async function findMemberKey(db: IdentityDb, accountId: string, hash: string): Promise<Actor | null> {
  const [row] = await memberKeys(db, { accountId, hash })
  if (!row?.login_id) return null
  if (row.last_used_on !== row.today) {
    await db
      .updateTable('api_key')
      .set({ last_used_on: row.today })
      .where('account_id', '=', accountId)
      .where('id', '=', row.id)
      .execute()
  }
  return { kind: 'member', loginId: row.login_id, personId: row.person_id, accountId, roles: row.roles, freshAt: null }
}

const staffKeys = writtenOnce((db: IdentityDb, { hash }: { hash: string }) =>
  db
    .selectFrom('staff_api_key as k')
    .innerJoin('staff as t', 't.id', 'k.staff_id')
    .innerJoin('login as l', 'l.id', 't.login_id')
    .select(['k.id', 'k.last_used_on', 'k.staff_id', 'l.id as login_id', sql<StaffRole[]>`t.roles`.as('roles')])
    .select(sql<string>`current_date::text`.as('today'))
    .select(sql<boolean>`coalesce(l.two_factor_enabled, false)`.as('second_factor'))
    .where('k.key_hash', '=', hash)
    .where('k.ended_at', 'is', null)
    .where((eb) => eb.or([eb('k.expires_at', 'is', null), eb('k.expires_at', '>', sql<Date>`now()`)]))
    .where('t.joined_at', 'is not', null)
    .where('t.ended_at', 'is', null),
)

async function findStaffKey(db: IdentityDb, hash: string): Promise<Actor | null> {
  const [row] = await staffKeys(db, { hash })
  if (!row) return null
  if (row.last_used_on !== row.today) {
    await db.updateTable('staff_api_key').set({ last_used_on: row.today }).where('id', '=', row.id).execute()
  }
  return {
    kind: 'staff',
    loginId: row.login_id,
    staffId: row.staff_id,
    roles: row.roles,
    freshAt: null,
    secondFactor: row.second_factor,
  }
}

export interface KeyView {
  readonly id: string
  readonly name: string
  readonly ending: string
  readonly since: Date
  readonly until: Date | null
  readonly lastUsedOn: string | null
}

/** The caller's own keys that have not ended. */
export async function keysOf(db: IdentityDb, actor: MemberActor | StaffActor): Promise<KeyView[]> {
  const columns = ['id', 'name', 'ending', 'created_at', 'expires_at', 'last_used_on'] as const
  const rows =
    actor.kind === 'member'
      ? await db
          .selectFrom('api_key')
          .select(columns)
          .where('account_id', '=', actor.accountId)
          .where('person_id', '=', actor.personId)
          .where('ended_at', 'is', null)
          .orderBy('created_at')
          .execute()
      : await db
          .selectFrom('staff_api_key')
          .select(columns)
          .where('staff_id', '=', actor.staffId)
          .where('ended_at', 'is', null)
          .orderBy('created_at')
          .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    ending: row.ending,
    since: row.created_at,
    until: row.expires_at,
    lastUsedOn: row.last_used_on,
  }))
}
