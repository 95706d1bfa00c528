/** Accounts and their people. */
import { sql } from 'kysely'
import { newId } from '../../platform/database/id.ts'
import type { MemberRole } from '../../privacy/operation/actor.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import type { IdentityTrx } from '../sign-in/login.queries.ts'
import type { IdentityDb } from '../sign-in/session.queries.ts'
import { newAccountToken } from '../token.ts'
import { ageStatementVersion } from './terms.ts'

export const invitationDays = 14

/** Locks an account, so that rules about all of its people can be checked and stay true until the commit. False: it has ended. */
export async function lockAccount(trx: IdentityTrx, accountId: string): Promise<boolean> {
  const locked = await trx
    .updateTable('account')
    .set((eb) => ({ language: eb.ref('language') }))
    .where('id', '=', accountId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return locked.numUpdatedRows === 1n
}

/** The same before something is changed in it. @throws Conflict `erased`, also where it ended while this waited */
export async function lockLiving(trx: IdentityTrx, accountId: string): Promise<void> {
  if (!(await lockAccount(trx, accountId))) throw new Conflict('erased')
}

export interface NewPerson {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly phone?: string | undefined
  readonly language: 'ro' | 'en'
  /** The person stated their age with this request. */
  readonly statedAge?: boolean
}

export async function addPerson(trx: IdentityTrx, given: NewPerson): Promise<string> {
  const id = newId()
  const stated = given.statedAge ? { age_statement_version: ageStatementVersion, age_stated_at: sql<Date>`now()` } : {}
  await trx
    .insertInto('person')
    .values({
      account_id: given.accountId,
      id,
      name: given.name,
      email: given.email.toLowerCase(),
      phone: given.phone ?? null,
      language: given.language,
      ...stated,
    })
    .execute()
  return id
}

export interface NewPlace {
  readonly accountId: string
  readonly personId: string
  readonly roles: MemberRole[]
  /** Null: the person registered by themselves. */
  readonly invitedBy: string | null
}

/** Invites a person to a place (again, if they had one), and answers the token of the invitation. Older ones end. */
export async function invite(trx: IdentityTrx, { accountId, personId, roles, invitedBy }: NewPlace): Promise<string> {
  const invited = { roles, invited_at: sql<Date>`now()`, invited_by: invitedBy }
  await trx
    .insertInto('member')
    .values({ account_id: accountId, person_id: personId, ...invited })
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'person_id'])
        .doUpdateSet({ ...invited, joined_at: null, ended_at: null, ended_by: null }),
    )
    .execute()
  await withdrawInvitations(trx, accountId, personId)
  const { token, hash } = newAccountToken(accountId)
  await trx
    .insertInto('invitation')
    .values({
      account_id: accountId,
      id: newId(),
      person_id: personId,
      token_hash: hash,
      invited_by: invitedBy,
      expires_at: sql<Date>`now() + make_interval(days => ${invitationDays})`,
    })
    .execute()
  return token
}

export async function withdrawInvitations(trx: IdentityTrx, accountId: string, personId: string): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({ withdrawn_at: sql<Date>`now()` })
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}

export interface MemberRow {
  readonly person_id: string
  readonly login_id: string | null
  readonly name: string
  readonly email: string | null
  readonly roles: MemberRole[]
  readonly invited_at: Date | null
  readonly joined_at: Date | null
  readonly ended_at: Date | null
}

/** Everyone with a place in an account, those who left last. */
export async function membersOf(db: IdentityDb, accountId: string): Promise<MemberRow[]> {
  return await db
    .selectFrom('member as m')
    .innerJoin('person as p', (join) =>
      join.onRef('p.account_id', '=', 'm.account_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['m.person_id', 'p.login_id', 'p.name', 'p.email', sql<MemberRole[]>`m.roles`.as('roles')])
    .select(['m.invited_at', 'm.joined_at', 'm.ended_at'])
    .where('m.account_id', '=', accountId)
    .where('p.erased_at', 'is', null)
    .orderBy('m.ended_at', (order) => order.desc().nullsFirst())
    .orderBy('p.name')
    .execute()
}

export interface OpenInvitation {
  readonly id: string
  readonly account_id: string
  readonly person_id: string
  readonly account_name: string
  readonly name: string
  readonly email: string
  readonly roles: MemberRole[]
  readonly stated_age: boolean
  /** Nobody invited them: they registered by themselves. */
  readonly is_registration: boolean
}

/** An invitation that can be accepted now, by the account and hash of its token. */
export async function findInvitation(db: IdentityDb, accountId: string, hash: string): Promise<OpenInvitation | null> {
  const row = await db
    .selectFrom('invitation as i')
    .innerJoin('account as a', 'a.id', 'i.account_id')
    .innerJoin('person as p', (join) =>
      join.onRef('p.account_id', '=', 'i.account_id').onRef('p.id', '=', 'i.person_id'),
    )
    .innerJoin('member as m', (join) =>
      join.onRef('m.account_id', '=', 'i.account_id').onRef('m.person_id', '=', 'i.person_id'),
    )
    .select(['i.id', 'i.account_id', 'i.person_id', 'a.name as account_name', 'p.name', 'p.email'])
    .select([sql<MemberRole[]>`m.roles`.as('roles'), sql<boolean>`p.age_stated_at is not null`.as('stated_age')])
    .select(sql<boolean>`i.invited_by is null`.as('is_registration'))
    .where('i.account_id', '=', accountId)
    .where('i.token_hash', '=', hash)
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', sql<Date>`now()`)
    .where('a.erased_at', 'is', null)
    .where('m.ended_at', 'is', null)
    .executeTakeFirst()
  return row?.email ? { ...row, email: row.email } : null
}

/** Accepts an invitation. Of any number at once, one gets true. */
export async function takeInvitation(trx: IdentityTrx, invitation: OpenInvitation): Promise<boolean> {
  const taken = await trx
    .updateTable('invitation')
    .set({ accepted_at: sql<Date>`now()` })
    .where('account_id', '=', invitation.account_id)
    .where('id', '=', invitation.id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}
