import { sql } from 'kysely'
import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../../privacy/operation/operation.ts'
import { passwordField, tokenField } from '../fields.ts'
import { hashToken } from '../token.ts'
import { announce } from './announce.ts'
import { checkPassword } from './check-password.ts'
import { findLogin, setPassword } from './login.queries.ts'
import { rates } from './rates.ts'
import { endSessions } from './session.queries.ts'

/** Whether a link for a new password is still good, and for which address. */
export const showReset = readOperation({
  name: 'password.show_reset',
  purpose: 'identity',
  who: { visitor: true, member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ token: tokenField }),
  output: z.object({ email: z.string().nullable() }),
  async run({ db, input, caller, tools }) {
    await tools.signIn.rates.count(rates.tokensFromAddress, caller.address)
    const row = await db
      .selectFrom('login_link as k')
      .innerJoin('login as l', 'l.id', 'k.login_id')
      .select('l.email')
      .where('k.token_hash', '=', hashToken(input.token))
      .where('k.used_at', 'is', null)
      .where('k.expires_at', '>', sql<Date>`now()`)
      .executeTakeFirst()
    return { email: row?.email ?? null }
  },
})

/** Sets a new password by a link. The link works once; every session of the login ends. */
export const setNewPassword = writeOperation({
  name: 'password.reset',
  purpose: 'identity',
  who: { visitor: true, member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ token: tokenField, password: passwordField }),
  output: z.object({ email: z.string() }),
  async run({ trx, input, caller, tools, concerning, now }) {
    await tools.signIn.rates.count(rates.tokensFromAddress, caller.address)
    const used = await trx
      .updateTable('login_link')
      .set({ used_at: sql<Date>`now()` })
      .where('token_hash', '=', hashToken(input.token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', sql<Date>`now()`)
      .returning('login_id')
      .executeTakeFirst()
    const login = used ? await findLogin(trx, used.login_id) : undefined
    if (!login) throw new NotFound('link')
    checkPassword(input.password, login.email)
    await setPassword(trx, login.id, await tools.signIn.hashPassword(input.password))
    await endSessions(trx, login.id)
    await announce({ trx, tools, concerning, now, loginId: login.id, change: 'password' })
    return { email: login.email }
  },
})
