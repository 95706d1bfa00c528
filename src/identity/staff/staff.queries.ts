/** Staff and their invitations. */
import { sql } from 'kysely'
import { newId } from '../../platform/database/id.ts'
import type { StaffRole } from '../../privacy/operation/actor.ts'
import type { IdentityTrx } from '../sign-in/login.queries.ts'
import type { IdentityDb } from '../sign-in/session.queries.ts'
import { newToken } from '../token.ts'

export interface StaffRow {
  readonly id: string
  readonly login_id: string | null
  readonly name: string
  readonly email: string
  readonly roles: StaffRole[]
  readonly invited_at: Date | null
  readonly joined_at: Date | null
  readonly ended_at: Date | null
  readonly second_factor: boolean
}

export async function allStaff(db: IdentityDb): Promise<StaffRow[]> {
  return await db
    .selectFrom('staff as t')
    .leftJoin('login as l', 'l.id', 't.login_id')
    .select(['t.id', 't.login_id', 't.name', 't.email', sql<StaffRole[]>`t.roles`.as('roles')])
    .select(['t.invited_at', 't.joined_at', 't.ended_at'])
    .select(sql<boolean>`coalesce(l.two_factor_enabled, false)`.as('second_factor'))
    .orderBy('t.ended_at', (order) => order.desc().nullsFirst())
    .orderBy('t.name')
    .execute()
}

/** Locks the staff, so that the rule about the last owner holds until the commit. */
export async function lockStaff(trx: IdentityTrx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('zavor staff'))`.execute(trx)
}

/** An invitation's token. Older ones of the same person end. */
export async function inviteStaff(trx: IdentityTrx, staffId: string, invitedBy: string | null): Promise<string> {
  await withdrawStaffInvitations(trx, staffId)
  const { token, hash } = newToken()
  await trx
    .insertInto('staff_invitation')
    .values({
      id: newId(),
      staff_id: staffId,
      token_hash: hash,
      invited_by: invitedBy,
      expires_at: sql<Date>`now() + interval '7 days'`,
    })
    .execute()
  return token
}

export async function withdrawStaffInvitations(trx: IdentityTrx, staffId: string): Promise<void> {
  await trx
    .updateTable('staff_invitation')
    .set({ withdrawn_at: sql<Date>`now()` })
    .where('staff_id', '=', staffId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}

export interface OpenStaffInvitation {
  readonly id: string
  readonly staff_id: string
  readonly name: string
  readonly email: string
}

export async function findStaffInvitation(db: IdentityDb, hash: string): Promise<OpenStaffInvitation | undefined> {
  return await db
    .selectFrom('staff_invitation as i')
    .innerJoin('staff as t', 't.id', 'i.staff_id')
    .select(['i.id', 'i.staff_id', 't.name', 't.email'])
    .where('i.token_hash', '=', hash)
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', sql<Date>`now()`)
    .where('t.ended_at', 'is', null)
    .executeTakeFirst()
}

/** Of any number at once, one gets true. */
export async function takeStaffInvitation(trx: IdentityTrx, id: string): Promise<boolean> {
  const taken = await trx
    .updateTable('staff_invitation')
    .set({ accepted_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}
