/** The second factor of a login: an app with codes, or passkeys. */
import { newId } from '../../platform/database/id.ts'
import type { IdentityTrx } from '../sign-in/login.queries.ts'
import type { IdentityDb } from '../sign-in/session.queries.ts'

export interface TwoFactorRow {
  readonly id: string
  readonly secret: string
  readonly backup_codes: string
  readonly verified: boolean | null
}

export async function findTwoFactor(db: IdentityDb, loginId: string): Promise<TwoFactorRow | undefined> {
  return await db
    .selectFrom('login_two_factor')
    .select(['id', 'secret', 'backup_codes', 'verified'])
    .where('login_id', '=', loginId)
    .executeTakeFirst()
}

/** Replaces an app that was never confirmed; a confirmed one stays. */
export async function startTwoFactor(trx: IdentityTrx, loginId: string, secret: string, codes: string): Promise<void> {
  await trx.deleteFrom('login_two_factor').where('login_id', '=', loginId).where('verified', '=', false).execute()
  await trx
    .insertInto('login_two_factor')
    .values({ id: newId(), login_id: loginId, secret, backup_codes: codes, verified: false })
    .execute()
}

/** Tells whether this call confirmed it: of two at once, one does. */
export async function confirmTwoFactor(trx: IdentityTrx, loginId: string, id: string): Promise<boolean> {
  const changed = await trx
    .updateTable('login_two_factor')
    .set({ verified: true })
    .where('id', '=', id)
    .where('verified', '=', false)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  await trx.updateTable('login').set({ two_factor_enabled: true }).where('id', '=', loginId).execute()
  return true
}

export async function endTwoFactor(trx: IdentityTrx, loginId: string): Promise<boolean> {
  const gone = await trx.deleteFrom('login_two_factor').where('login_id', '=', loginId).executeTakeFirst()
  await trx.updateTable('login').set({ two_factor_enabled: false }).where('id', '=', loginId).execute()
  return gone.numDeletedRows > 0n
}

export interface PasskeyRow {
  readonly id: string
  readonly name: string | null
  readonly created_at: Date | null
}

export async function passkeysOf(db: IdentityDb, loginId: string): Promise<PasskeyRow[]> {
  return await db
    .selectFrom('login_passkey')
    .select(['id', 'name', 'created_at'])
    .where('login_id', '=', loginId)
    .orderBy('created_at')
    .execute()
}

/** Locks a login's factors, so that two removals at once cannot both think that the other one stays. */
export async function lockLogin(trx: IdentityTrx, loginId: string): Promise<void> {
  await trx
    .updateTable('login')
    .set((eb) => ({ two_factor_enabled: eb.ref('two_factor_enabled') }))
    .where('id', '=', loginId)
    .execute()
}
