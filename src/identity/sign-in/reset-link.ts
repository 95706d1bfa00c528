import { sql } from 'kysely'
import { newId } from '../../platform/database/id.ts'
import { newToken } from '../token.ts'
import type { IdentityTrx } from './login.queries.ts'

const linkHours = 1

/** A link for a new password: good for an hour, once. It ends the ones before. */
export async function newResetLink(trx: IdentityTrx, loginId: string, origin: string): Promise<string> {
  await trx.deleteFrom('login_link').where('login_id', '=', loginId).execute()
  const { token, hash } = newToken()
  const expires = sql<Date>`now() + make_interval(hours => ${linkHours})`
  await trx
    .insertInto('login_link')
    .values({ id: newId(), login_id: loginId, token_hash: hash, expires_at: expires })
    .execute()
  return `${origin}/password/new/${token}`
}
