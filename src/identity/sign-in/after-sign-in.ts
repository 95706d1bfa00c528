/** What follows every successful sign-in: the session's life and freshness, and a letter when the browser is new. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '../../platform/database/id.ts'
import type { Tools } from '../../privacy/operation/tools.ts'
import { newDeviceLetter } from '../identity.letters.ts'
import { keptSignedInSeconds } from './auth.ts'
import { browserOf } from './browser.rules.ts'
import { concernOf, type IdentityTrx, recipientOf } from './login.queries.ts'
import { findSession } from './session.queries.ts'

/** A session that ends with the browser lives no longer than this in the database either. */
const browserSessionSeconds = 12 * 60 * 60

export type Arrived =
  | { readonly outcome: 'signed_in'; readonly home: '/desk' | '/staff'; readonly secondFactor: boolean }
  | { readonly outcome: 'no_place' }

interface SignedIn {
  readonly trx: IdentityTrx
  readonly tools: Tools
  readonly sessionToken: string
  readonly keep: boolean
  readonly userAgent?: string | undefined
  readonly now: Date
  concerning(concern: { accountId?: string; personIds?: string[] }): void
}

/** A login that has no place any more gets no session. */
export async function afterSignIn(given: SignedIn): Promise<Arrived> {
  const { trx, sessionToken, keep } = given
  const session = await findSession(trx, sessionToken)
  if (!session || (!session.staff_id && !session.account_id)) {
    await trx.deleteFrom('login_session').where('token', '=', sessionToken).execute()
    return { outcome: 'no_place' }
  }
  const seconds = keep ? keptSignedInSeconds : browserSessionSeconds
  await trx
    .updateTable('login_session')
    .set({ fresh_at: sql<Date>`now()`, expires_at: sql<Date>`now() + make_interval(secs => ${seconds})` })
    .where('id', '=', session.session_id)
    .execute()
  const recipient = await recipientOf(trx, session.login_id)
  given.concerning(concernOf(recipient))
  if ((await isNewBrowser(given, session.login_id)) && recipient) {
    const { name, system } = browserOf(given.userAgent)
    const words = newDeviceLetter(recipient.language, {
      name: recipient.name,
      browser: [name, system].filter(Boolean).join(', '),
      at: given.now,
      url: `${given.tools.signIn.origin}/security`,
    })
    await given.tools.letters.post(trx, { ...recipient, kind: 'new_device', words })
  }
  const home = session.staff_id ? '/staff' : '/desk'
  return { outcome: 'signed_in', home, secondFactor: session.second_factor }
}

/** Notes the browser. The first one ever is nobody's surprise. */
async function isNewBrowser({ trx, userAgent }: SignedIn, loginId: string): Promise<boolean> {
  const { name, system } = browserOf(userAgent)
  const hash = createHash('sha256')
    .update(JSON.stringify([loginId, name, system]))
    .digest('base64url')
  const known = await trx.selectFrom('login_device').select('id').where('login_id', '=', loginId).limit(1).execute()
  const seen = await trx
    .updateTable('login_device')
    .set({ last_seen_at: sql<Date>`now()` })
    .where('login_id', '=', loginId)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('login_device as d')
        .select('d.id')
        .where('d.login_id', '=', loginId)
        .where('d.device_hash', '=', hash),
    )
    .executeTakeFirst()
  if (seen.numUpdatedRows > 0n) return false
  await trx.insertInto('login_device').values({ id: newId(), login_id: loginId, device_hash: hash }).execute()
  return known.length > 0
}
