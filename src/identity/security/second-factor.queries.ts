/** The second factor of a login: an app with codes, or passkeys. */
import { newId } from '../../platform/database/id.ts'
import type { IdentityTrx } from '../sign-in/login.queries.ts'
import type { IdentityDb } from '../sign-in/session.queries.ts'

/** Null in `next_*`: no other app is being set up. `verified` false: this one still is. */
export interface TwoFactorRow {
  readonly id: string
  readonly secret: string
  readonly backup_codes: string
  readonly next_secret: string | null
  readonly next_backup_codes: string | null
  readonly verified: boolean | null
}

export async function findTwoFactor(db: IdentityDb, loginId: string): Promise<TwoFactorRow | undefined> {
  return await db
    .selectFrom('login_two_factor')
    .select(['id', 'secret', 'backup_codes', 'next_secret', 'next_backup_codes', 'verified'])
    .where('login_id', '=', loginId)
    .executeTakeFirst()
}

/** Sealed, as they are stored. */
export interface NewApp {
  readonly secret: string
  readonly codes: string
}

/** Begins with an app: the first one, or the next one beside it. */
export async function startApp(trx: IdentityTrx, loginId: string, app: NewApp, isNext: boolean): Promise<void> {
  if (isNext) {
    await trx
      .updateTable('login_two_factor')
      .set({ next_secret: app.secret, next_backup_codes: app.codes })
      .where('login_id', '=', loginId)
      .execute()
    return
  }
  await trx
    .insertInto('login_two_factor')
    .values({ id: newId(), login_id: loginId, secret: app.secret, backup_codes: app.codes, verified: false })
    .execute()
}

/** From now on this app is the one that is asked for. `step`: that of the code that confirmed it, which is used up. */
export async function confirmApp(trx: IdentityTrx, loginId: string, app: NewApp, step: number): Promise<void> {
  await trx
    .updateTable('login_two_factor')
    .set({
      secret: app.secret,
      backup_codes: app.codes,
      next_secret: null,
      next_backup_codes: null,
      verified: true,
      last_step: String(step),
      failed_verification_count: 0,
      locked_until: null,
    })
    .where('login_id', '=', loginId)
    .execute()
  await trx.updateTable('login').set({ two_factor_enabled: true }).where('id', '=', loginId).execute()
}

/** Uses a code up, by its half minute. False when it, or a later one, was used before; of two at once one wins. */
export async function takeStep(trx: IdentityTrx, loginId: string, step: number): Promise<boolean> {
  const used = await trx
    .updateTable('login_two_factor')
    .set({ last_step: String(step) })
    .where('login_id', '=', loginId)
    .where((eb) => eb.or([eb('last_step', 'is', null), eb('last_step', '<', String(step))]))
    .executeTakeFirst()
  return used.numUpdatedRows > 0n
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
