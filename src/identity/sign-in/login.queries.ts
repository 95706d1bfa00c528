/** Logins: the verified address with which a person signs in, and where its letters go. */
import { type Kysely, sql } from 'kysely'
import { newId } from '../../platform/database/id.ts'
import type { For, PurposeTrx } from '../../privacy/map/types.ts'
import { type IdentityDb, placesOf } from './session.queries.ts'

export type IdentityTrx = PurposeTrx<'identity'>

export interface LoginRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly two_factor_enabled: boolean | null
}

export async function findLoginByEmail(db: IdentityDb, email: string): Promise<LoginRow | undefined> {
  return await db
    .selectFrom('login')
    .select(['id', 'name', 'email', 'two_factor_enabled'])
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst()
}

export async function findLogin(db: IdentityDb, id: string): Promise<LoginRow | undefined> {
  return await db
    .selectFrom('login')
    .select(['id', 'name', 'email', 'two_factor_enabled'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The hash of a login's password. */
export async function passwordHash(db: IdentityDb, loginId: string): Promise<string | null> {
  const row = await db
    .selectFrom('login_credential')
    .select('password')
    .where('login_id', '=', loginId)
    .where('method', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? null
}

/** A login with a password. The address has been proven by whoever calls this: by a link sent to it, or at set-up. */
export async function addLogin(
  trx: IdentityTrx,
  given: { name: string; email: string; hash: string },
): Promise<string> {
  const id = newId()
  const email = given.email.toLowerCase()
  await trx.insertInto('login').values({ id, name: given.name, email, email_verified: true }).execute()
  await trx
    .insertInto('login_credential')
    .values({ id: newId(), login_id: id, subject: id, method: 'credential', password: given.hash })
    .execute()
  return id
}

export async function setPassword(trx: IdentityTrx, loginId: string, hash: string): Promise<void> {
  await trx
    .updateTable('login_credential')
    .set({ password: hash, updated_at: sql<Date>`now()` })
    .where('login_id', '=', loginId)
    .where('method', '=', 'credential')
    .execute()
  await trx.updateTable('login').set({ password_changed_at: sql<Date>`now()` }).where('id', '=', loginId).execute()
}

export type Recipient = { readonly to: string; readonly language: 'ro' | 'en'; readonly name: string } & (
  | { readonly accountId: string; readonly personId: string }
  | { readonly staffId: string }
)

/** Where a letter about a login itself goes: to its place in the staff, else in the account joined first; null if none. */
export async function recipientOf(db: Kysely<For<'identity'>>, loginId: string): Promise<Recipient | null> {
  const login = await findLogin(db, loginId)
  if (!login) return null
  const staff = await db
    .selectFrom('staff')
    .select(['id', 'language', 'name'])
    .where('login_id', '=', loginId)
    .where('joined_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (staff) return { staffId: staff.id, to: login.email, language: staff.language, name: staff.name }
  const [place] = await placesOf(db, loginId)
  if (!place) return null
  const person = await db
    .selectFrom('person')
    .select(['language', 'name'])
    .where('account_id', '=', place.account_id)
    .where('id', '=', place.person_id)
    .executeTakeFirstOrThrow()
  const where = { accountId: place.account_id, personId: place.person_id }
  return { ...where, to: login.email, language: person.language, name: person.name }
}

/** Whom the access log names when a login itself is touched. */
export function concernOf(recipient: Recipient | null): { accountId?: string; personIds?: string[] } {
  if (!recipient || !('accountId' in recipient)) return {}
  return { accountId: recipient.accountId, personIds: [recipient.personId] }
}
