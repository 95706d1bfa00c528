import { sql } from 'kysely'
import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { keysOf } from '../api-key/api-key.queries.ts'
import { browserFields } from '../fields.ts'
import { browserOf } from '../sign-in/browser.rules.ts'
import { findLogin } from '../sign-in/login.queries.ts'
import { placesOf, sessionIdOf } from '../sign-in/session.queries.ts'
import { findTwoFactor, passkeysOf } from './second-factor.queries.ts'
import { isStaffLogin } from './staff-login.ts'

/** Everything about the sign-in of whoever is signed in: sessions, factors, keys, places. */
export const showSecurity = readOperation({
  name: 'security.show',
  purpose: 'identity',
  who: { member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ cookie: browserFields.cookie }),
  output: z.object({
    email: z.string(),
    isStaff: z.boolean(),
    app: z.object({ recoveryCodesLeft: z.number() }).nullable(),
    sessions: z.array(
      z.object({
        id: z.string(),
        browser: z.string().nullable(),
        system: z.string().nullable(),
        since: z.date(),
        until: z.date(),
        isThis: z.boolean(),
      }),
    ),
    passkeys: z.array(z.object({ id: z.string(), name: z.string(), since: z.date().nullable() })),
    keys: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        ending: z.string(),
        since: z.date(),
        until: z.date().nullable(),
        lastUsedOn: z.string().nullable(),
      }),
    ),
    places: z.array(z.object({ accountId: z.string(), name: z.string(), isThis: z.boolean() })),
  }),
  async run({ db, actor, input, tools, concerning }) {
    if (actor.kind === 'member') concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    const login = await findLogin(db, actor.loginId)
    if (!login) throw new NotFound('login')
    const app = await findTwoFactor(db, login.id)
    const codes = app?.verified ? (JSON.parse(await tools.signIn.open(app.backup_codes)) as string[]) : null
    const here = await sessionIdOf(db, tools.signIn.sessionToken(input.cookie))
    const sessions = await db
      .selectFrom('login_session')
      .select(['id', 'user_agent', 'created_at', 'expires_at'])
      .where('login_id', '=', login.id)
      .where('expires_at', '>', sql<Date>`now()`)
      .orderBy('created_at', 'desc')
      .limit(50)
      .execute()
    const passkeys = await passkeysOf(db, login.id)
    const places = await placesOf(db, login.id)
    return {
      email: login.email,
      isStaff: await isStaffLogin(db, login.id),
      app: codes ? { recoveryCodesLeft: codes.length } : null,
      sessions: sessions.map((row) => {
        const { name, system } = browserOf(row.user_agent)
        return {
          id: row.id,
          browser: name,
          system,
          since: row.created_at,
          until: row.expires_at,
          isThis: row.id === here,
        }
      }),
      passkeys: passkeys.map((row) => ({ id: row.id, name: row.name ?? '', since: row.created_at })),
      keys: await keysOf(db, actor),
      places: places.map((place) => ({
        accountId: place.account_id,
        name: place.account_name,
        isThis: actor.kind === 'member' && actor.accountId === place.account_id,
      })),
    }
  },
})
